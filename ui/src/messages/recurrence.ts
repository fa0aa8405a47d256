/** How a task comes again, in English; the same words as the command and the assistant use. */

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

const UNITS = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" } as const;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const rules = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** "every 2nd Friday", "every 3 days after completion, 5 times"; null for a rule that has no words here. */
export function recurrenceWords(rule: Rule): string | null {
  const every = everyWords(rule);
  if (every === null) return null;
  const months =
    rule.months.length > 0 && rule.frequency !== "YEARLY" ? ` in ${listed(rule.months.map(month))}` : "";
  const after = rule.afterCompletion ? " after completion" : "";
  const until = rule.until === null ? "" : `, until ${rule.until}`;
  return `${every}${months}${after}${until}${times(rule.count)}`;
}

function everyWords(rule: Rule): string | null {
  const { frequency, interval, weekdays, monthDays, positions } = rule;
  const period = interval === 1 ? `every ${UNITS[frequency]}` : `every ${interval} ${UNITS[frequency]}s`;
  const plain = weekdays.length + monthDays.length + positions.length === 0;
  if (plain && (frequency !== "YEARLY" || rule.months.length === 0)) return period;
  // A day of the month that must be a certain weekday, and a choice among such days, are rare.
  if (weekdays.length > 0 && monthDays.length > 0) return null;
  switch (frequency) {
    case "DAILY":
      if (interval > 1 || monthDays.length > 0 || positions.length > 0) return null;
      return `every ${listed(weekdayNames(rule))}`;
    case "WEEKLY":
      return positions.length > 0 || monthDays.length > 0 ? null : weekly(rule, period);
    case "MONTHLY":
      return monthly(rule, period);
    case "YEARLY":
      return yearly(rule, period);
  }
}

function weekly(rule: Rule, period: string): string | null {
  const days = weekdayNames(rule);
  if (rule.interval === 1) return `every ${listed(days)}`;
  // A set such as the weekdays is not counted: "every 2nd weekday" would be another rule.
  if (rule.weekdays.length > 4) return `${period} on ${listed(days.map((day) => `every ${day}`))}`;
  if (days.length === 1 && rule.weekdays.length === 1)
    return `every ${ordinal(rule.interval)} ${days[0] ?? ""}`;
  return `${period} on ${listed(days)}`;
}

function monthly(rule: Rule, period: string): string | null {
  const days = daysOfMonth(rule);
  if (days === null) return null;
  const [only] = days;
  if (rule.interval === 1 && days.length === 1 && only !== undefined && rule.monthDays.length === 0) {
    return `every ${only.replace(/^(?:the|every) /, "")} of the month`;
  }
  return `${period} on ${listed(days)}`;
}

function yearly(rule: Rule, period: string): string | null {
  if (rule.months.length === 0) return null;
  const months = listed(rule.months.map(month));
  const [day] = rule.monthDays;
  if (rule.weekdays.length + rule.monthDays.length + rule.positions.length === 0)
    return `${period} in ${months}`;
  if (rule.months.length === 1 && rule.monthDays.length === 1 && day !== undefined && day > 0) {
    return rule.positions.length > 0 ? null : `${period} on ${day} ${months}`;
  }
  const days = daysOfMonth(rule);
  return days && `${period} on ${listed(days)} of ${months}`;
}

/** Which days of a month, each with its article. */
function daysOfMonth(rule: Rule): string[] | null {
  const { weekdays, monthDays, positions } = rule;
  if (positions.length > 0) {
    if (monthDays.length > 0 || weekdays.length === 0 || weekdays.some(({ nth }) => nth !== null))
      return null;
    return positions.map((position) => `the ${ordinal(position)} ${listed(weekdayNames(rule), "or")}`);
  }
  if (monthDays.length > 0) {
    return monthDays.map((day) => (day < 0 ? `the ${ordinal(day)} day` : `the ${ordinal(day)}`));
  }
  if (weekdays.every(({ nth }) => nth === null)) return weekdayNames(rule).map((day) => `every ${day}`);
  return weekdays.map(({ nth, weekday }) =>
    nth === null ? `every ${dayName(weekday)}` : `the ${ordinal(nth)} ${dayName(weekday)}`,
  );
}

/** The weekdays of a rule, a well-known set of them by its name. */
function weekdayNames({ weekdays }: Rule): string[] {
  const set = [...new Set(weekdays.map(({ weekday }) => weekday))].sort((a, b) => a - b).join("");
  if (set === "0123456") return ["day"];
  if (set === "01234") return ["weekday"];
  if (set === "56") return ["weekend day"];
  return weekdays.map(({ weekday }) => dayName(weekday));
}

const dayName = (weekday: number) => WEEKDAYS[weekday] ?? "";
const month = (number: number) => MONTHS[number - 1] ?? "";

/** "1st", "22nd"; from the end "last", "2nd to last". */
function ordinal(n: number): string {
  if (n === -1) return "last";
  if (n < 0) return `${ordinal(-n)} to last`;
  return `${n}${ENDINGS[rules.select(n)] ?? "th"}`;
}

function times(count: number | null): string {
  if (count === null) return "";
  if (count === 1) return ", once";
  return count === 2 ? ", twice" : `, ${count} times`;
}

/** "a", "a and b", "a, b and c". */
function listed(words: readonly string[], and = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1) ?? ""}`;
}
