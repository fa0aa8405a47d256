/** A field for something in words, such as a day or time, and under it what was understood. Enter takes it. */
import { useId, useRef, useState, type ReactNode } from "react";
import { Icon, type IconName } from "../../design/Icon";
import { pickerText } from "../../messages/pickers";
import { useUnderstood } from "./useUnderstood";

type Props<T> = {
  icon: IconName;
  label: string;
  /** What words mean; null where they mean nothing here. It stays the same function. */
  read: (words: string) => Promise<T | null>;
  /** Says what is understood; null where it is nothing that can be taken here. */
  tell: (what: T) => string | null;
  /** Said of words that are not understood (null), or can't be taken. */
  otherwise?: (what: T | null) => string;
  onTake: (what: T) => void;
  /** Down, out of the field. */
  onDown?: () => void;
  /** What stands there while nothing is typed. */
  hint?: ReactNode;
};

export function WordsField<T>(props: Props<T>) {
  const { icon, label, read, tell, otherwise, onTake, onDown, hint = null } = props;
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const reading = useUnderstood(words, read);
  const id = useId();
  const said = reading.state === "known" ? tell(reading.what) : null;
  const take = async () => {
    // What was typed just now may not be read yet.
    const what = reading.state === "known" ? reading.what : await read(words).catch(() => null);
    if (what !== null && tell(what) !== null && field.current?.value === words) onTake(what);
  };
  let answer: ReactNode = hint;
  if (said !== null) answer = pickerText.understood(said);
  else if (reading.state === "failed") answer = pickerText.notReached;
  else if (reading.state === "unknown" || reading.state === "known")
    answer = otherwise?.(reading.state === "known" ? reading.what : null) ?? pickerText.notUnderstood;
  else if (reading.state === "reading") answer = "";
  return (
    <div className="in-words">
      <div className="words-field">
        <Icon name={icon} />
        <input
          ref={field}
          // A popover opens to be typed into.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={label}
          aria-describedby={id}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" && onDown) {
              event.preventDefault();
              onDown();
            }
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (words.trim() !== "") void take();
          }}
        />
      </div>
      <p id={id} role="status" className={said === null ? "answer" : "answer known"}>
        {answer}
      </p>
    </div>
  );
}
