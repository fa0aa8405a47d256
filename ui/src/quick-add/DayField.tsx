/** The month that opens under the line: a day of it becomes words in the line. */
import { Month } from "../dates/picker/Month";
import type { CivilDate } from "../dates/civil";
import { quickAddText as text } from "../messages/quickAdd";

type Props = { value: CivilDate | null; today: CivilDate; onTake: (day: CivilDate) => void };

export function DayField({ value, today, onTake }: Props) {
  return (
    <div className="day-field" role="group" aria-label={text.pickDay}>
      <Month value={value} today={today} onChange={onTake} opens />
    </div>
  );
}
