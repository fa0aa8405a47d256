/** The app's state in a few words: what is out of the ordinary, or where the tasks are. */
import { dayLabel, timeLabel } from "../dates/labels";
import { type CivilDate, civilDate } from "../dates/civil";
import { text } from "../messages/en";
import { sideText } from "../messages/side";
import type { Health } from "../ipc/health";

export type Condition = {
  kind: "here" | "paused" | "trouble";
  /** In the foot. */
  brief: string;
  /** In the popover. */
  title: string;
  more: string;
};

/** "14:00", and the day where it isn't today. */
function momentOf(instant: Date, today: CivilDate): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  const time = timeLabel(`${pad(instant.getHours())}:${pad(instant.getMinutes())}`);
  const day = civilDate(instant);
  return day === today ? time : text.dayAndTime(dayLabel(day, today), time);
}

export function conditionOf(health: Health, pausedUntil: string | null, now: Date): Condition {
  if (health !== "well") {
    const title = health === "disk_full" ? sideText.diskFull : sideText.readOnly;
    const more = health === "disk_full" ? sideText.diskFullMore : sideText.readOnlyMore;
    return { kind: "trouble", brief: title, title, more };
  }
  const until = pausedUntil === null ? null : new Date(pausedUntil);
  if (until !== null && until > now) {
    const title = sideText.pausedUntil(momentOf(until, civilDate(now)));
    return { kind: "paused", brief: title, title, more: sideText.paused };
  }
  return { kind: "here", brief: sideText.onThisComputer, title: sideText.hereTitle, more: sideText.here };
}
