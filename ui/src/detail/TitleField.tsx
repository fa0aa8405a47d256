/** The task's title, edited in its place. */
import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { fitHeight } from "../design/fitHeight";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { reader } from "./fields";
import { useHere } from "./here";
import { NotSaved } from "./NotSaved";
import { useDraft } from "./useDraft";

export type TitleHandle = { focus: () => void };

const read = reader("title");

export function TitleField({ ref }: { ref: Ref<TitleHandle> }) {
  const { task } = useHere();
  const typed = useDraft("title", read);
  const [editing, setEditing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const failed = (typed.draft?.failure ?? null) !== null;
  const shown = editing || failed;
  const title = task.title === "" ? text.untitled : task.title;

  useImperativeHandle(ref, () => ({ focus: () => (area.current ?? button.current)?.focus() }), []);
  // The keyboard was sent to the pane before there was a task.
  useLayoutEffect(() => {
    const field = area.current ?? button.current;
    if (field && document.activeElement === field.closest(".pane")) field.focus();
  }, []);
  useLayoutEffect(() => {
    if (editing) {
      area.current?.focus();
      area.current?.select();
    } else if (back.current) button.current?.focus();
    back.current = false;
  }, [editing]);
  useLayoutEffect(() => {
    if (shown) fitHeight(area.current);
  }, [shown, typed.words]);

  const save = async (keyboard: boolean) => {
    if (!(await typed.save())) return;
    back.current = keyboard;
    setEditing(false);
  };
  if (!shown) {
    return (
      <h2 className={task.completed_at === null ? "d-name" : "d-name done"}>
        <button
          ref={button}
          type="button"
          aria-label={detailText.editTitle(title)}
          onClick={() => setEditing(true)}
          dir="auto"
        >
          {title}
        </button>
      </h2>
    );
  }
  return (
    // Leaving it, from whichever part, saves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="d-name"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void save(false);
      }}
    >
      <textarea
        ref={area}
        rows={1}
        dir="auto"
        aria-label={detailText.titleField}
        aria-invalid={failed}
        value={typed.words}
        onChange={(event) => typed.type(event.target.value.replace(/[\r\n]+/gu, " "))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") {
            event.preventDefault();
            void save(true);
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            typed.drop();
            back.current = true;
            setEditing(false);
          }
        }}
      />
      <NotSaved
        typed={typed}
        onDrop={() => {
          back.current = true;
          setEditing(false);
        }}
      />
    </div>
  );
}
