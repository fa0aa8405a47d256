/** Rules of repetition that one chooses most, for a task that is due on a day. */
import type { CivilDate } from "./civil";
import { weekdayOf } from "./days";

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export function usualRules(day: CivilDate): string[] {
  const [, month, date] = day.split("-").map(Number);
  return [
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    `FREQ=WEEKLY;BYDAY=${WEEKDAYS[weekdayOf(day)] ?? "MO"}`,
    `FREQ=MONTHLY;BYMONTHDAY=${date ?? 1}`,
    `FREQ=YEARLY;BYMONTH=${month ?? 1};BYMONTHDAY=${date ?? 1}`,
  ];
}
