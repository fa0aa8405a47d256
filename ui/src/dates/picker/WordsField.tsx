/** A field for a day or time in words, and under it what was understood. Enter takes it. */
import { useId, useRef, useState, type ReactNode } from "react";
import { Icon, type IconName } from "../../design/Icon";
import { pickerText } from "../../messages/pickers";
import { readWords, type Understood } from "./readWords";
import { useUnderstood } from "./useUnderstood";

type Props = {
  icon: IconName;
  label: string;
  /** Says what is understood; null where it is nothing that can be taken here. */
  tell: (what: Understood) => string | null;
  /** Said of words that are not understood, or can't be taken. */
  otherwise?: string;
  onTake: (what: Understood) => void;
  /** Down, out of the field. */
  onDown?: () => void;
  /** What stands there while nothing is typed. */
  hint?: ReactNode;
};

export function WordsField(props: Props) {
  const { icon, label, tell, otherwise = pickerText.notUnderstood, onTake, onDown, hint = null } = props;
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const reading = useUnderstood(words);
  const id = useId();
  const said = reading.state === "known" ? tell(reading.what) : null;
  const take = async () => {
    // What was typed just now may not be read yet.
    const what = reading.state === "known" ? reading.what : await readWords(words).catch(() => null);
    if (what !== null && tell(what) !== null && field.current?.value === words) onTake(what);
  };
  let answer: ReactNode = hint;
  if (said !== null) answer = pickerText.understood(said);
  else if (reading.state === "failed") answer = pickerText.notReached;
  else if (reading.state === "unknown" || reading.state === "known") answer = otherwise;
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
