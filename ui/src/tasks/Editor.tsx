/** A task that is edited in its place: the only raised thing in the list. */
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { CivilDate } from "../dates/civil";
import { fitHeight } from "../design/fitHeight";
import { Notice } from "../design/Notice";
import { TaskRing } from "../design/Ring";
import type { Failure } from "../ipc/bindings/Failure";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { text } from "../messages/en";
import { useUnsaved } from "../updates/unsaved";
import { type Draft, draftOf, patchOf } from "./draft";
import { type ChipKind, EditorChips } from "./EditorChips";
import type { TaskSource } from "./source";

type Props = {
  task: Task;
  overview: Overview | null;
  today: CivilDate;
  source: TaskSource;
  onClose: () => void;
};

export function Editor({ task, overview, today, source, onClose }: Props) {
  const [before] = useState(() => draftOf(task));
  const [draft, setDraft] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const [open, setOpen] = useState<ChipKind | null>(null); // the popover that is open: Esc closes that first
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const notes = useRef<HTMLTextAreaElement>(null);
  useUnsaved("edit", patchOf(before, draft) !== null);
  const dueMoved = task.recurrence !== null && draft.due !== before.due && !draft.following;
  const dueHint = draft.due === null ? text.endsRepeating : text.movesThisOne;
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));

  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.select();
  }, []);
  useLayoutEffect(() => {
    fitHeight(notes.current);
  }, [draft.notes]);

  const save = async () => {
    if (saving) return;
    const patch = patchOf(before, draft);
    if (!patch) {
      onClose();
      return;
    }
    if (patch.title === "") {
      setFailure({ code: "invalid_input", message: text.titleNeeded });
      return;
    }
    setSaving(true);
    try {
      const applied = await call("edit_tasks", { ids: [task.id], patch });
      source.put(applied.tasks);
      source.refresh(applied.tasks.map(({ id }) => id));
      onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setSaving(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open === null) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    const inNotes = event.target === notes.current;
    if (event.key === "Enter" && inNotes && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <div role="gridcell">
      {failure && (
        <Notice
          actions={
            <button type="button" className="btn" onClick={() => void save()}>
              {text.tryAgain}
            </button>
          }
        >
          {failure.message}
        </Notice>
      )}
      {/* Esc works from every field of the form. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={form}
        className="edit"
        aria-label={text.editing(task.title)}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDownCapture={onKeyDown}
        onKeyDown={(event) => {
          // Esc that closed a list of choices has done its work.
          if (event.key === "Escape") event.stopPropagation();
        }}
        onBlur={(event) => {
          // Whoever goes elsewhere without having changed anything is done here.
          const to = event.relatedTarget;
          if (!to || open !== null || event.currentTarget.contains(to)) return;
          if (!patchOf(before, draft)) onClose();
        }}
      >
        <TaskRing priority={draft.priority} done={task.completed_at !== null} />
        <div className="fields">
          <div className="first">
            <input
              ref={title}
              className="title"
              aria-label={text.title}
              aria-invalid={failure !== null}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
            {failure && <span className="late not-saved">{text.notSaved}</span>}
          </div>
          <textarea
            ref={notes}
            className="note"
            rows={1}
            aria-label={text.notes}
            placeholder={text.notes}
            value={draft.notes}
            onChange={(event) => change({ notes: event.target.value })}
          />
          <div className="chips">
            <EditorChips
              task={task.id}
              draft={draft}
              overview={overview}
              today={today}
              open={open}
              onOpen={setOpen}
              onChange={change}
              onGone={() => title.current?.focus()}
            />
            <span className="end">
              {task.recurrence !== null && (
                <span id="due-hint" className="hint" role="status">
                  {dueMoved ? dueHint : ""}
                </span>
              )}
              <kbd>{text.enterSaves}</kbd>
            </span>
          </div>
        </div>
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
      </form>
    </div>
  );
}
