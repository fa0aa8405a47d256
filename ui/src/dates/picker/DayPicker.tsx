/** A day alone, such as a deadline: in words or on a month. */
import { pickerText } from "../../messages/pickers";
import { type CivilDate, readDue } from "../civil";
import { longDay } from "../labels";
import { Month } from "./Month";
import { readWords, type Understood } from "./readWords";
import { WordsField } from "./WordsField";

type Props = {
  value: CivilDate | null;
  today: CivilDate;
  onChange: (day: CivilDate | null) => void;
  onClose: () => void;
};

export function DayPicker({ value, today, onChange, onClose }: Props) {
  const dayIn = ({ due, recurrence }: Understood) =>
    due === null || recurrence !== null ? null : (readDue(due)?.date ?? null);
  const choose = (day: CivilDate | null) => {
    onChange(day);
    onClose();
  };
  return (
    <div className="day-picker">
      <WordsField
        icon="deadline"
        label={pickerText.dayInWords}
        read={readWords}
        tell={(what) => {
          const day = dayIn(what);
          return day === null ? null : longDay(day, today);
        }}
        onTake={(what) => choose(dayIn(what))}
      />
      <Month value={value} today={today} onChange={choose} />
      {value !== null && (
        <button type="button" className="btn quiet" onClick={() => choose(null)}>
          {pickerText.noDeadline}
        </button>
      )}
    </div>
  );
}
