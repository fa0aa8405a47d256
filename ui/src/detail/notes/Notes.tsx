/** The notes of the task: read as Markdown, typed in their place. */
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../design/Icon";
import { call } from "../../ipc/host";
import { detailText } from "../../messages/detail";
import { reader } from "../fields";
import { useHere } from "../here";
import { useDraft } from "../useDraft";
import { beginning, ticked } from "./editing";
import { NotesEditor } from "./NotesEditor";
import { file } from "../../load/file";
import { part } from "../../load/part";

const NotesText = part(
  file(() => import("./NotesText")),
  (notes) => notes.NotesText,
);

/** Characters that are drawn as Markdown before somebody asks for all of them. */
const SHOWN = 12_000;
const read = reader("notes");

export function Notes() {
  const { task, change, onLink } = useHere();
  const typed = useDraft("notes", read);
  const [editing, setEditing] = useState(false);
  const [whole, setWhole] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const shown = editing || (typed.draft?.failure ?? null) !== null;

  useLayoutEffect(() => {
    if (!editing && back.current) button.current?.focus();
    back.current = false;
  }, [editing]);

  const { id, notes } = task;
  const onTick = useCallback(
    (at: number, done: boolean) => {
      const text = ticked(notes, at, done);
      if (text !== null) void change(() => call("edit_tasks", { ids: [id], patch: { notes: text } }));
    },
    [id, notes, change],
  );

  if (shown) {
    return (
      <section className="sec" aria-label={detailText.notes}>
        <NotesEditor
          typed={typed}
          onDone={(keyboard) => {
            back.current = keyboard;
            setEditing(false);
          }}
        />
      </section>
    );
  }
  if (notes === "") {
    return (
      <section className="sec" aria-label={detailText.notes}>
        <button ref={button} type="button" className="add-notes" onClick={() => setEditing(true)}>
          <Icon name="note" />
          {detailText.addNotes}
        </button>
      </section>
    );
  }
  const words = whole ? notes : beginning(notes, SHOWN);
  return (
    <section className="sec notes" aria-label={detailText.notes}>
      {/* The keyboard has the button beside it. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="md prose"
        onClick={(event) => {
          const on = event.target as HTMLElement;
          if (on.closest("[role=link], input, button")) return;
          // Who selects words wants to copy them.
          if (window.getSelection()?.isCollapsed !== false) setEditing(true);
        }}
      >
        <NotesText meanwhile={<p className="plain">{words}</p>} onLink={onLink} onTick={onTick}>
          {words}
        </NotesText>
        {words.length < notes.length && (
          <button type="button" className="btn quiet" onClick={() => setWhole(true)}>
            {detailText.wholeNotes(notes.length)}
          </button>
        )}
      </div>
      <button
        ref={button}
        type="button"
        className="ib s edit-notes"
        aria-label={detailText.editNotes}
        title={detailText.editNotes}
        onClick={() => setEditing(true)}
      >
        <Icon name="edit" small />
      </button>
    </section>
  );
}
