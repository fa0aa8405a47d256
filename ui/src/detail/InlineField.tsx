/** A field that is read until somebody types in it: a click or Enter edits its words, Enter or leaving saves them. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { detailText } from "../messages/detail";
import type { Read, TextField } from "./drafts";
import { NotSaved } from "./NotSaved";
import { useDraft } from "./useDraft";

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
  const { field, name, read, placeholder, value, children, hint, below, begin = false, onDone } = props;
  const typed = useDraft(field, read);
  const [editing, setEditing] = useState(begin);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false); // the keyboard goes back to the button
  const hintId = useId();
  const failed = (typed.draft?.failure ?? null) !== null;
  const shown = editing || failed;

  useLayoutEffect(() => {
    if (editing) {
      input.current?.focus();
      input.current?.select();
    } else if (back.current) button.current?.focus();
    back.current = false;
  }, [editing]);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const end = (keyboard: boolean) => {
    back.current = keyboard;
    setEditing(false);
    done.current?.();
  };
  const save = async (keyboard: boolean) => {
    if (await typed.save()) end(keyboard);
  };

  if (!shown) {
    return (
      <>
        <button
          ref={button}
          type="button"
          className="value"
          aria-label={detailText.editField(name, value)}
          onClick={() => setEditing(true)}
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
    <div
      className="field-edit"
      onBlur={(event) => {
        // What belongs to the field is still the field.
        if (!event.currentTarget.contains(event.relatedTarget)) void save(false);
      }}
    >
      <input
        ref={input}
        className="word-input"
        aria-label={name}
        aria-describedby={hint === undefined ? undefined : hintId}
        aria-invalid={failed}
        placeholder={placeholder}
        value={typed.words}
        onChange={(event) => typed.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") {
            event.preventDefault();
            void save(true);
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            typed.drop();
            end(true);
          }
        }}
      />
      {hint !== undefined && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      <NotSaved typed={typed} onDrop={() => end(true)} />
    </div>
  );
}
