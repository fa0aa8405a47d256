/** A field that is read until somebody types in it: a click or Enter edits its words, Enter or leaving saves them. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { detailText } from "../messages/detail";
import type { Read, TextField } from "./drafts";
import { NotSaved } from "./NotSaved";
import { useDraft } from "./useDraft";
import { useInPlace } from "./useInPlace";

type Props = {
  field: TextField;
  name: string;
  read: Read;
  placeholder: string;
  /** Its value in words, for its button. */
  value: string;
  /** What its button shows. */
  children: ReactNode;
  /** What stands under the field while it is edited. */
  hint?: ReactNode;
  /** What stands under its button. */
  below?: ReactNode;
  /** Edits it at once: it was asked for and says nothing yet. */
  begin?: boolean;
  /** It is edited no more. */
  onDone?: () => void;
};

export function InlineField(props: Props) {
  const { field: of, name, read, placeholder, value, children, hint, below, begin = false, onDone } = props;
  const typed = useDraft(of, read);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const { editing, field, button, edit, back, onKeyDown, onBlur } = useInPlace<HTMLInputElement>({
    begin,
    save: typed.save,
    drop: typed.drop,
    onEnd: () => done.current?.(),
  });
  const hintId = useId();
  const failed = (typed.draft?.failure ?? null) !== null;

  if (!editing && !failed) {
    return (
      <>
        <button
          ref={button}
          type="button"
          className="value"
          aria-label={detailText.editField(name, value)}
          onClick={edit}
        >
          {children}
        </button>
        {below}
      </>
    );
  }
  return (
    // Leaving it, from whichever part, saves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="field-edit" onBlur={onBlur}>
      <input
        ref={field}
        className="word-input"
        aria-label={name}
        aria-describedby={hint === undefined ? undefined : hintId}
        aria-invalid={failed}
        placeholder={placeholder}
        value={typed.words}
        onChange={(event) => typed.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      <NotSaved typed={typed} onDrop={back} />
    </div>
  );
}
