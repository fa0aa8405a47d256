/** What can be chosen for a due date, and what it changes of a task. */
import type { Task } from "../../ipc/bindings/Task";
import type { TaskPatch } from "../../ipc/bindings/TaskPatch";
import { pickerText } from "../../messages/pickers";
import { text } from "../../messages/en";
import type { IconName } from "../../design/Icon";
import { type CivilDate, readDue } from "../civil";
import { addDays, nextWeekday, weekdayOf } from "../days";

/** The part of an edit that says when something is due. */
export type DueChoice = Pick<TaskPatch, "due" | "start" | "recurrence" | "following" | "keep_time">;

/** When a task is due now. */
export type DueValue = Pick<Task, "due" | "start" | "recurrence">;

export type QuickChoice = {
  id: string;
  name: string;
  icon: IconName;
  /** The day; null is none. */
  day: CivilDate | null;
  someday?: true;
};

const SATURDAY = 6;
const SUNDAY = 0;
const MONDAY = 1;

/** The days that one chooses most, seen from today. */
export function quickChoices(today: CivilDate): QuickChoice[] {
  const weekday = weekdayOf(today);
  const weekend = weekday === SATURDAY || weekday === SUNDAY;
  return [
    { id: "today", name: text.today, icon: "today", day: today },
    { id: "tomorrow", name: text.tomorrow, icon: "upcoming", day: addDays(today, 1) },
    {
      id: "weekend",
      name: weekend ? pickerText.nextWeekend : pickerText.thisWeekend,
      icon: "upcoming",
      day: nextWeekday(today, SATURDAY),
    },
    { id: "week", name: pickerText.nextWeek, icon: "upcoming", day: nextWeekday(today, MONDAY) },
    { id: "someday", name: pickerText.someday, icon: "someday", day: null, someday: true },
    { id: "none", name: pickerText.noDate, icon: "close", day: null },
  ];
}

/** A due on another day, at the time that it has. */
export function onDay(due: string | null, day: CivilDate): string {
  const time = due === null ? -1 : due.indexOf("T");
  return due !== null && time > 0 ? day + due.slice(time) : day;
}

/** A due at another time of its day: null is no time. In a zone of its own it stays there only while it has a time. */
export function atTime(day: CivilDate, time: string | null): string {
  return time === null ? day : `${day}T${time}`;
}

/**
 * What moving tasks to a due changes. One that was to be begun earlier, or is set aside for someday, would stay where
 * it is: then that goes.
 */
export function movedTo(due: string, values: readonly DueValue[]): DueChoice {
  const day = readDue(due)?.date ?? due;
  const starts = values.some(({ start }) => start !== null && (start === "someday" || start < day));
  return starts ? { due, start: null } : { due };
}

/** The same at the times of day that the tasks have. */
export function keepingTime(choice: DueChoice): DueChoice {
  return { ...choice, keep_time: true };
}

/** What setting tasks aside changes. */
export const setAside: DueChoice = { due: null, start: "someday" };

/** What taking the date away changes. */
export function undated(values: readonly DueValue[]): DueChoice {
  return values.some(({ start }) => start !== null) ? { due: null, start: null } : { due: null };
}
