/** When something was done, in words. */
import type { CivilDate } from "../dates/civil";
import { dayLabel, dayOfInstant, longDay, timeLabel } from "../dates/labels";
import { text } from "../messages/en";

function clock(instant: string): string {
  const at = new Date(instant);
  const pad = (part: number) => String(part).padStart(2, "0");
  return timeLabel(`${pad(at.getHours())}:${pad(at.getMinutes())}`);
}

/** "9:02" of today, else the day: "Thu 19"; `full` is for a hint. */
export function momentOf(instant: string, today: CivilDate): { short: string; time: string; full: string } {
  const date = dayOfInstant(instant);
  const time = clock(instant);
  return {
    short: date === today ? time : dayLabel(date, today),
    time,
    full: text.dayAndTime(longDay(date, today), time),
  };
}
