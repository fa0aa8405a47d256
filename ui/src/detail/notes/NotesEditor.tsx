/** The Markdown of the notes while it is typed: it grows, goes on with lists, and saves by itself. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { fitHeight } from "../../design/fitHeight";
import { detailText } from "../../messages/detail";
import { useHere } from "../here";
import { NotSaved } from "../NotSaved";
import type { Typed } from "../useDraft";
import { continued, type TextEdit, wrap } from "./editing";

/** How long after the last key notes are saved, in milliseconds. */
const QUIET = 1500;
/** From so many characters on the field has a fixed height: measuring would hold up each key. */
const LONG = 8000;

type Props = {
  typed: Typed;
  /** The typing is over. */
  onDone: (keyboard: boolean) => void;
};

export function NotesEditor({ typed, onDone }: Props) {
  const { task } = useHere();
  const area = useRef<HTMLTextAreaElement>(null);
  const [saved, setSaved] = useState(false); // something was, since the typing began
  const { draft, words } = typed;
  const long = words.length > LONG;
  const state = draft?.state ?? null;

  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    // Of long notes the beginning is in sight.
    const at = field.value.length > LONG ? 0 : field.value.length;
    field.setSelectionRange(at, at);
  }, []);
  useLayoutEffect(() => {
    if (!long) fitHeight(area.current);
    else area.current?.style.removeProperty("block-size");
  }, [words, long]);

  const save = useRef(typed.save);
  useEffect(() => {
    save.current = typed.save;
  });
  useEffect(() => {
    if (state !== "typing") return;
    const timer = setTimeout(() => {
      void save.current().then((done) => setSaved(done));
    }, QUIET);
    return () => clearTimeout(timer);
  }, [state, words]);

  const end = async (keyboard: boolean) => {
    if (await typed.save()) onDone(keyboard);
  };
  const apply = (edit: TextEdit) => {
    const field = area.current;
    if (!field) return;
    field.setSelectionRange(edit.from, edit.to);
    // The one way to change a field that its own undo knows of.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const done = document.execCommand(edit.text === "" ? "delete" : "insertText", false, edit.text);
    if (!done) {
      field.setRangeText(edit.text, edit.from, edit.to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.setSelectionRange(...edit.select);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { value, selectionStart: start, selectionEnd: stop } = event.currentTarget;
    const mod = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    let edit: TextEdit | null = null;
    if (key === "escape" || (mod && key === "enter")) {
      event.preventDefault();
      event.stopPropagation();
      void end(true);
      return;
    }
    if (mod && !event.shiftKey && key === "b") edit = wrap(value, start, stop, "**");
    else if (mod && !event.shiftKey && key === "i") edit = wrap(value, start, stop, "*");
    else if (key === "enter" && !mod && !event.shiftKey) edit = continued(value, start, stop);
    if (!edit) return;
    event.preventDefault();
    apply(edit);
  };

  const elsewhere = draft !== null && draft.from !== task.notes && state !== "saving";
  let said = "";
  if (state === "saving") said = detailText.saving;
  else if (state === "failed") said = detailText.notSaved;
  else if (state === null) said = saved ? detailText.saved : "";
  return (
    // Leaving it, from whichever part, saves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="notes-edit"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void end(false);
      }}
    >
      <textarea
        ref={area}
        rows={3}
        dir="auto"
        data-long={long || undefined}
        aria-label={detailText.notes}
        aria-invalid={state === "failed"}
        aria-describedby="notes-hint"
        value={words}
        onChange={(event) => typed.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="notes-foot">
        <span id="notes-hint">{elsewhere ? detailText.changedElsewhere : detailText.notesHint}</span>
        <span role="status" className={state === "failed" ? "late" : undefined}>
          {said}
        </span>
      </div>
      <NotSaved typed={typed} onDrop={() => onDone(true)} />
    </div>
  );
}
