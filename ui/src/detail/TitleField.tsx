/** The task's title, edited in its place. */
import { type Ref, useImperativeHandle, useLayoutEffect } from "react";
import { fitHeight } from "../design/fitHeight";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { reader } from "./fields";
import { useHere } from "./here";
import { NotSaved } from "./NotSaved";
import { useDraft } from "./useDraft";
import { useInPlace } from "./useInPlace";

export type TitleHandle = { focus: () => void };

const read = reader("title");

export function TitleField({ ref }: { ref: Ref<TitleHandle> }) {
  const { task } = useHere();
  const typed = useDraft("title", read);
  const { editing, field, button, edit, back, onKeyDown, onBlur } = useInPlace<HTMLTextAreaElement>({
    save: typed.save,
    drop: typed.drop,
  });
  const failed = (typed.draft?.failure ?? null) !== null;
  const shown = editing || failed;
  const title = task.title === "" ? text.untitled : task.title;

  useImperativeHandle(ref, () => ({ focus: () => (field.current ?? button.current)?.focus() }), [
    field,
    button,
  ]);
  // The keyboard was sent to the pane before there was a task.
  useLayoutEffect(() => {
    const words = field.current ?? button.current;
    if (words && document.activeElement === words.closest(".pane")) words.focus();
  }, [field, button]);
  useLayoutEffect(() => {
    if (shown) fitHeight(field.current);
  }, [field, shown, typed.words]);

  if (!shown) {
    return (
      <h2 className={task.completed_at === null ? "d-name" : "d-name done"}>
        <button ref={button} type="button" aria-label={detailText.editTitle(title)} onClick={edit} dir="auto">
          {title}
        </button>
      </h2>
    );
  }
  return (
    // Leaving it, from whichever part, saves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="d-name" onBlur={onBlur}>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={detailText.titleField}
        aria-invalid={failed}
        value={typed.words}
        onChange={(event) => typed.type(event.target.value.replace(/[\r\n]+/gu, " "))}
        onKeyDown={onKeyDown}
      />
      <NotSaved typed={typed} onDrop={back} />
    </div>
  );
}
