/** Reminders as a person reads them: "10 minutes before", "Friday 27 November, 18:00". */
import { pickerText } from "../messages/pickers";
import type { CivilDate } from "./civil";
import { dueInFull } from "./labels";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Reminders that one sets most, in minutes before the due time. */
export const usualReminders: readonly string[] = ["-0", "-10", "-30", "-60", "-1440"];

/** Whether it is so long before the due time, so that there must be one. */
export const isBefore = (reminder: string) => reminder.startsWith("-");

/** The words for a reminder of the contract. */
export function reminderLabel(reminder: string, today: CivilDate): string {
  if (!isBefore(reminder)) return dueInFull(reminder, today);
  const minutes = Number(reminder.slice(1));
  if (minutes === 0) return pickerText.atDue;
  if (minutes % DAY === 0) return pickerText.daysBefore(minutes / DAY);
  if (minutes % HOUR === 0) return pickerText.hoursBefore(minutes / HOUR);
  return pickerText.minutesBefore(minutes);
}
