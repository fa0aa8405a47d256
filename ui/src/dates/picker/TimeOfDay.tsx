/** A time of day, or none. */
import { parseTime } from "@internationalized/date";
import { DateInput, DateSegment, TimeField } from "react-aria-components";
import { Icon } from "../../design/Icon";
import { pickerText } from "../../messages/pickers";

type Props = {
  /** "09:00". */
  value: string | null;
  onChange: (time: string | null) => void;
};

export function TimeOfDay({ value, onChange }: Props) {
  return (
    <div className="time-of-day">
      <Icon name="clock" />
      <TimeField
        aria-label={pickerText.time}
        granularity="minute"
        value={value === null ? null : parseTime(value)}
        onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 5))}
      >
        <DateInput className="time">
          {(segment) => <DateSegment className="part" segment={segment} />}
        </DateInput>
      </TimeField>
      {value !== null && (
        <button type="button" className="ib s" aria-label={pickerText.noTime} onClick={() => onChange(null)}>
          <Icon name="close" small />
        </button>
      )}
    </div>
  );
}
