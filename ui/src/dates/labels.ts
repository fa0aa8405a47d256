/** Dates as a person reads them: through Intl in the window's locale, the words from messages. */
import { text } from "../messages/en";
import { date as formatted } from "../messages/format";
import { locale as chosen } from "../messages/locale";
import { type CivilDate, civilDate, daysBetween, noonOf, readDue } from "./civil";

/** What stands at the end of a row: "Tomorrow", "Thu 19", "10:00". `full` is for a screen reader and a hint. */
export type DueLabel = { short: string; full: string; late: boolean };

function shown(date: CivilDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatted(noonOf(date), { ...options, timeZone: "UTC" }, locale);
}

/** "10:00", or "10:00 AM" where the locale counts to twelve. */
export function timeLabel(time: string, locale = chosen()): string {
  return formatted(new Date(`2000-01-01T${time}:00Z`), { timeStyle: "short", timeZone: "UTC" }, locale);
}

/** A day in a few letters, seen from today: "Today", "Tomorrow", "Thu 19", "28 Nov", "3 Mar 2028". */
export function dayLabel(date: CivilDate, today: CivilDate, locale = chosen()): string {
  const away = daysBetween(today, date);
  if (away === 0) return text.today;
  if (away === 1) return text.tomorrow;
  if (away === -1) return text.yesterday;
  if (Math.abs(away) < 7) {
    return text.weekdayAndDay(
      shown(date, locale, { weekday: "short" }),
      shown(date, locale, { day: "numeric" }),
    );
  }
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return shown(date, locale, { day: "numeric", month: "short", ...year });
}

/** A day with its weekday: "Sat 28 Nov". */
export function shortDay(date: CivilDate, locale = chosen()): string {
  return shown(date, locale, { weekday: "short", day: "numeric", month: "short" });
}

/** A day in full: "Saturday 21 November", with the year when it is another. */
export function longDay(date: CivilDate, today: CivilDate, locale = chosen()): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return shown(date, locale, { weekday: "long", day: "numeric", month: "long", ...year });
}

/** A day without its weekday: "21 November", with the year when it is another. */
export function plainDay(date: CivilDate, today: CivilDate, locale = chosen()): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return shown(date, locale, { day: "numeric", month: "long", ...year });
}

/** A day with its year: "31 January 2027". */
export function fullDate(date: CivilDate, locale = chosen()): string {
  return shown(date, locale, { day: "numeric", month: "long", year: "numeric" });
}

/** A due in a few letters, seen from today: "Tomorrow, 9:00"; as it is written where it can't be read. */
export function dueInWords(due: string, today: CivilDate, locale = chosen()): string {
  const moment = readDue(due);
  if (!moment) return due;
  const day = dayLabel(moment.date, today, locale);
  return moment.time === null ? day : text.dayAndTime(day, timeLabel(moment.time, locale));
}

/** A due in full: "Friday 27 November, 9:00". */
export function dueInFull(due: string, today: CivilDate, locale = chosen()): string {
  const moment = readDue(due);
  if (!moment) return due;
  const day = longDay(moment.date, today, locale);
  return moment.time === null ? day : text.dayAndTime(day, timeLabel(moment.time, locale));
}

/** Days before a deadline from which on it is said in the list. */
const NEAR = 7;

/** A deadline that is near or past: "Fri 27"; null while it is far. */
export function deadlineLabel(
  deadline: CivilDate,
  today: CivilDate,
  locale = chosen(),
): { short: string; full: string; past: boolean } | null {
  const away = daysBetween(today, deadline);
  if (!(away <= NEAR)) return null;
  return {
    short: dayLabel(deadline, today, locale),
    full: longDay(deadline, today, locale),
    past: away < 0,
  };
}

/**
 * The label of a due. `under` is the day that the place already names (Today, a day of Upcoming): there the
 * time alone is said.
 */
export function dueLabel(
  due: string,
  today: CivilDate,
  under: CivilDate | null,
  locale = chosen(),
): DueLabel | null {
  const moment = readDue(due);
  if (!moment) return null;
  const day = dayLabel(moment.date, today, locale);
  const time = moment.time === null ? "" : timeLabel(moment.time, locale);
  const long = longDay(moment.date, today, locale);
  const full = time === "" ? long : text.dayAndTime(long, time);
  const late = daysBetween(today, moment.date) < 0;
  if (moment.date === under) return { short: time, full, late };
  const timeSaysAll = moment.date === today && time !== "";
  return { short: timeSaysAll ? time : day, full, late };
}

/** The day on which something happened ("2026-11-21T09:00:00Z"), on this computer's calendar. */
export function dayOfInstant(instant: string): CivilDate {
  return civilDate(new Date(instant));
}

/**
 * A due in the words that the host reads back: what stands in the field when a task is edited. English and
 * ISO on purpose, whatever the locale: it is a grammar, not a text.
 */
export function dueWords(due: string, today: CivilDate): string {
  const moment = readDue(due);
  if (!moment) return due;
  const away = daysBetween(today, moment.date);
  const day =
    away === 0
      ? "today"
      : away === 1
        ? "tomorrow"
        : new Intl.DateTimeFormat("en-GB", {
            day: "numeric",
            month: "short",
            timeZone: "UTC",
            ...(moment.date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
          }).format(noonOf(moment.date));
  return moment.time === null ? day : `${day} ${moment.time}`;
}
