/** How a task comes again; in English the same words as the command and the assistant use. */
import { date, listed } from "./format";
import { messages } from "./generated/recurrence";

/** A rule of RFC 5545, as far as it is put into words. Weekdays count from Monday, 0, months from January, 1. */
export type Rule = {
  frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  months: number[];
  /** Days of the month; from its end they are negative. */
  monthDays: number[];
  /** Weekdays, each of them or the nth; from the end n is negative. */
  weekdays: { nth: number | null; weekday: number }[];
  /** Which of a period's days; empty for all. */
  positions: number[];
  afterCompletion: boolean;
  /** The last day, in words. */
  until: string | null;
  count: number | null;
};

/** A day of a month, as it stands after "every" and after "on". */
type Day = { every: string; on: string };

/** "every 2nd Friday", "every 3 days after completion, 5 times"; null for a rule that has no words here. */
export function recurrenceWords(rule: Rule): string | null {
  let words = everyWords(rule);
  if (words === null) return null;
  if (rule.months.length > 0 && rule.frequency !== "YEARLY") words = messages.inMonths(words, months(rule));
  if (rule.afterCompletion) words = messages.afterCompletion(words);
  if (rule.until !== null) words = messages.until(words, rule.until);
  return rule.count === null ? words : messages.times(words, rule.count);
}

function periodWords({ frequency, interval }: Rule): string {
  switch (frequency) {
    case "DAILY":
      return messages.everyDays(interval);
    case "WEEKLY":
      return messages.everyWeeks(interval);
    case "MONTHLY":
      return messages.everyMonths(interval);
    case "YEARLY":
      return messages.everyYears(interval);
  }
}

function everyWords(rule: Rule): string | null {
  const { frequency, interval, weekdays, monthDays, positions } = rule;
  const period = periodWords(rule);
  const plain = weekdays.length + monthDays.length + positions.length === 0;
  if (plain && (frequency !== "YEARLY" || rule.months.length === 0)) return period;
  // A day of the month that must be a certain weekday, and a choice among such days, are rare.
  if (weekdays.length > 0 && monthDays.length > 0) return null;
  switch (frequency) {
    case "DAILY":
      if (interval > 1 || monthDays.length > 0 || positions.length > 0) return null;
      return messages.every(listed(weekdayNames(rule)));
    case "WEEKLY":
      return positions.length > 0 || monthDays.length > 0 ? null : weekly(rule, period);
    case "MONTHLY":
      return monthly(rule, period);
    case "YEARLY":
      return yearly(rule, period);
  }
}

function weekly(rule: Rule, period: string): string {
  const days = weekdayNames(rule);
  if (rule.interval === 1) return messages.every(listed(days));
  // A set such as the weekdays is not counted: "every 2nd weekday" would be another rule.
  if (rule.weekdays.length > 4) return messages.on(period, listed(days.map(messages.every)));
  if (days.length === 1 && rule.weekdays.length === 1) {
    return messages.every(messages.nth(messages.ordinal(rule.interval), days[0] ?? ""));
  }
  return messages.on(period, listed(days));
}

function monthly(rule: Rule, period: string): string | null {
  const days = daysOfMonth(rule);
  if (days === null) return null;
  const [only] = days;
  if (rule.interval === 1 && days.length === 1 && only !== undefined && rule.monthDays.length === 0) {
    return messages.everyInMonth(only.every);
  }
  return messages.on(period, listed(days.map(({ on }) => on)));
}

function yearly(rule: Rule, period: string): string | null {
  if (rule.months.length === 0) return null;
  const [day] = rule.monthDays;
  if (rule.weekdays.length + rule.monthDays.length + rule.positions.length === 0) {
    return messages.inMonths(period, months(rule));
  }
  if (rule.months.length === 1 && rule.monthDays.length === 1 && day !== undefined && day > 0) {
    return rule.positions.length > 0 ? null : messages.onDate(period, day, months(rule));
  }
  const days = daysOfMonth(rule);
  return days && messages.onInMonths(period, listed(days.map(({ on }) => on)), months(rule));
}

/** Which days of a month. */
function daysOfMonth(rule: Rule): Day[] | null {
  const { weekdays, monthDays, positions } = rule;
  if (positions.length > 0) {
    if (monthDays.length > 0 || weekdays.length === 0 || weekdays.some(({ nth }) => nth !== null))
      return null;
    return positions.map((position) => nthOf(position, listed(weekdayNames(rule), "disjunction")));
  }
  if (monthDays.length > 0) return monthDays.map(dayOfMonth);
  if (weekdays.every(({ nth }) => nth === null)) return weekdayNames(rule).map(each);
  return weekdays.map(({ nth, weekday }) =>
    nth === null ? each(weekdayName(weekday)) : nthOf(nth, weekdayName(weekday)),
  );
}

function each(day: string): Day {
  return { every: day, on: messages.every(day) };
}

function nthOf(n: number, day: string): Day {
  return { every: messages.nth(ordinal(n), day), on: messages.theNth(ordinal(n), day) };
}

function dayOfMonth(day: number): Day {
  const words = day < 0 ? messages.theNthDayFromEnd(ordinal(day)) : messages.theNthDay(ordinal(day));
  return { every: words, on: words };
}

/** The weekdays of a rule, a well-known set of them by its name. */
function weekdayNames({ weekdays }: Rule): string[] {
  const set = [...new Set(weekdays.map(({ weekday }) => weekday))].sort((a, b) => a - b).join("");
  if (set === "0123456") return [messages.anyDay];
  if (set === "01234") return [messages.weekday];
  if (set === "56") return [messages.weekendDay];
  return weekdays.map(({ weekday }) => weekdayName(weekday));
}

/** The first of January 2024 was a Monday. */
function weekdayName(weekday: number): string {
  return date(new Date(Date.UTC(2024, 0, 1 + weekday)), { weekday: "long", timeZone: "UTC" });
}

function months(rule: Rule): string {
  const name = (month: number) =>
    date(new Date(Date.UTC(2024, month - 1)), { month: "long", timeZone: "UTC" });
  return listed(rule.months.map(name));
}

/** "1st", "22nd"; from the end "last", "2nd to last". */
function ordinal(n: number): string {
  if (n === -1) return messages.last;
  return n < 0 ? messages.toLast(messages.ordinal(-n)) : messages.ordinal(n);
}
