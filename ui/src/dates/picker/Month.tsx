/** A month to choose a day from. */
import { parseDate, toCalendarDate, type CalendarDate } from "@internationalized/date";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from "react-aria-components";
import { Icon } from "../../design/Icon";
import { pickerText } from "../../messages/pickers";
import type { CivilDate } from "../civil";
import { useFirstDay } from "../useFirstDay";

type Props = { value: CivilDate | null; today: CivilDate; onChange: (day: CivilDate) => void };

export function Month({ value, today, onChange }: Props) {
  const firstDay = useFirstDay();
  return (
    <Calendar
      className="month"
      aria-label={pickerText.month}
      firstDayOfWeek={firstDay}
      defaultFocusedValue={parseDate(value ?? today)}
      value={value === null ? null : parseDate(value)}
      onChange={(day: CalendarDate) => onChange(toCalendarDate(day).toString())}
    >
      <header>
        <Button slot="previous" className="ib s" aria-label={pickerText.before}>
          <Icon name="left" small />
        </Button>
        <Heading />
        <Button slot="next" className="ib s" aria-label={pickerText.after}>
          <Icon name="right" small />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>
          {(day) => (
            <CalendarCell date={day} className="day" data-today={day.toString() === today || undefined} />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
