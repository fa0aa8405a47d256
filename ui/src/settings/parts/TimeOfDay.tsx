/** A time of day, typed part by part as people write it here. */
import { parseTime } from "@internationalized/date";
import { DateInput, DateSegment, TimeField } from "react-aria-components";

type Props = {
  label: string;
  /** `09:00` or `09:00:00`. */
  value: string;
  onChange: (value: string) => void;
};

export function TimeOfDay({ label, value, onChange }: Props) {
  return (
    <TimeField
      className="time"
      aria-label={label}
      granularity="minute"
      value={parseTime(value)}
      onChange={(time) => {
        if (time !== null) onChange(time.toString());
      }}
    >
      <DateInput className="time-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </TimeField>
  );
}
