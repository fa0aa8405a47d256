/** The month that opens under the line: a day of it becomes words in the line. */
import { useEffect, useRef } from "react";
import type { CivilDate } from "../dates/civil";
import { Month } from "../dates/picker/Month";
import { quickAddText as text } from "../messages/quickAdd";

type Props = { value: CivilDate | null; today: CivilDate; onTake: (day: CivilDate) => void };

export function DayField({ value, today, onTake }: Props) {
  const field = useRef<HTMLDivElement>(null);
  // The key that opened it is still on its way through the field in this turn.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={field} className="day-field" role="group" aria-label={text.pickDay}>
      <Month value={value} today={today} onChange={onTake} />
    </div>
  );
}
