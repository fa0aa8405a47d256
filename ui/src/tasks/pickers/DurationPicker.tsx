/** How long a task takes. */
import { useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { readDuration } from "../../dates/duration";
import { Icon } from "../../design/Icon";
import { text } from "../../messages/en";
import { pickerText } from "../../messages/pickers";

const USUAL: readonly number[] = [5, 10, 15, 30, 45, 60, 90, 120];
/** A day, in minutes; what takes longer is more than one task. */
const LONGEST = 24 * 60;

type Props = {
  /** In minutes. */
  value: number | null;
  onChange: (minutes: number | null) => void;
  onClose: () => void;
};

export function DurationPicker({ value, onChange, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const choose = (minutes: number | null) => {
    onChange(minutes);
    onClose();
  };
  const minutes = readDuration(typed) ?? 0;
  const valid = minutes > 0 && minutes <= LONGEST;
  return (
    <>
      <div className="words-field">
        <Icon name="timer" />
        <input
          // A popover opens to be typed into.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={pickerText.durationInMinutes}
          placeholder={pickerText.durationInMinutes}
          autoComplete="off"
          value={typed}
          aria-invalid={typed !== "" && !valid}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (valid) choose(minutes);
          }}
        />
      </div>
      <ListBox
        aria-label={pickerText.duration}
        selectionMode="single"
        escapeKeyBehavior="none"
        selectedKeys={[value ?? 0]}
        onSelectionChange={(keys) => {
          // The one that was chosen already is let go, and stays.
          const [key] = keys === "all" ? [] : keys;
          if (key === undefined) onClose();
          else choose(key === 0 ? null : Number(key));
        }}
      >
        {USUAL.map((each) => (
          <ListBoxItem key={each} id={each} textValue={text.lasting(each)}>
            <Icon name="timer" />
            <span className="name">{text.lasting(each)}</span>
          </ListBoxItem>
        ))}
        <ListBoxItem id={0} textValue={pickerText.noDuration}>
          <Icon name="close" />
          <span className="name">{pickerText.noDuration}</span>
        </ListBoxItem>
      </ListBox>
    </>
  );
}
