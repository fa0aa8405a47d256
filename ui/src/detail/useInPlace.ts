/** Words that are edited where they stand: the field has the keyboard at once, and gives it back to the words. */
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";

type InPlace = {
  /** Edited from the beginning. */
  begin?: boolean;
  /** Enter, or leaving the field: whether it was saved, so that the field goes. */
  save: () => Promise<boolean>;
  /** Escape: what was typed is dropped. */
  drop: () => void;
  /** It is edited no more. */
  onEnd?: () => void;
};

export function useInPlace<Field extends HTMLInputElement | HTMLTextAreaElement>(props: InPlace) {
  const { begin = false, save, drop, onEnd } = props;
  const [editing, setEditing] = useState(begin);
  const field = useRef<Field>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false); // the keyboard goes back to the button

  useLayoutEffect(() => {
    if (editing) {
      field.current?.focus();
      field.current?.select();
    } else if (back.current) button.current?.focus();
    back.current = false;
  }, [editing]);

  const end = (keyboard: boolean) => {
    back.current = keyboard;
    setEditing(false);
    onEnd?.();
  };
  const finish = async (keyboard: boolean) => {
    if (await save()) end(keyboard);
  };
  return {
    editing,
    field,
    button,
    edit: () => setEditing(true),
    /** The words stand there again, with the keyboard. */
    back: () => end(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Enter") {
        event.preventDefault();
        void finish(true);
      } else if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        drop();
        end(true);
      }
    },
    /** Leaving it saves; what belongs to the field is still the field. */
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) void finish(false);
    },
  };
}
