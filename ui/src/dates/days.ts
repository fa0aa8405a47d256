/** Sums with civil days. */
import { type CivilDate, noonOf } from "./civil";

/** The day so many days later. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const noon = noonOf(date);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** The weekday: 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: CivilDate): number {
  return noonOf(date).getUTCDay();
}

/** The next such weekday after a day, never the day itself. */
export function nextWeekday(date: CivilDate, weekday: number): CivilDate {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1);
}
