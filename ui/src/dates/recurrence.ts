/** Recurrence rules as a person reads them. */
import { locale as chosen } from "../messages/locale";
import { recurrenceWords, type Rule } from "../messages/recurrence";
import { fullDate } from "./labels";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function numbers(value: string): number[] | null {
  const found = value.split(",").map((each) => (/^[+-]?\d+$/.test(each) ? Number(each) : NaN));
  return found.some((each) => Number.isNaN(each)) ? null : found;
}

function weekdays(value: string): Rule["weekdays"] | null {
  const found: Rule["weekdays"] = [];
  for (const each of value.split(",")) {
    const match = /^([+-]?\d+)?([A-Z]{2})$/.exec(each);
    const weekday = WEEKDAYS.indexOf(match?.[2] ?? "");
    if (!match || weekday < 0) return null;
    found.push({ nth: match[1] === undefined ? null : Number(match[1]), weekday });
  }
  return found;
}

/** Reads the text of a rule; null where something in it is unknown here. */
function readRule(text: string, locale: string): Rule | null {
  let frequency: Rule["frequency"] | null = null;
  const rule: Omit<Rule, "frequency"> = {
    interval: 1,
    months: [],
    monthDays: [],
    weekdays: [],
    positions: [],
    afterCompletion: false,
    until: null,
    count: null,
  };
  for (const part of text.split(";")) {
    const [name, value = ""] = part.split("=");
    const list = numbers(value);
    if (name === "FREQ") {
      if (value !== "DAILY" && value !== "WEEKLY" && value !== "MONTHLY" && value !== "YEARLY") return null;
      frequency = value;
    } else if (name === "BYDAY") {
      const days = weekdays(value);
      if (!days) return null;
      rule.weekdays = days;
    } else if (name === "UNTIL") {
      const day = /^(\d{4})(\d\d)(\d\d)/.exec(value);
      if (!day) return null;
      rule.until = fullDate(day.slice(1, 4).join("-"), locale);
    } else if (name === "FROM" && value === "COMPLETION") rule.afterCompletion = true;
    else if (name === "INTERVAL" && list?.[0] !== undefined) rule.interval = list[0];
    else if (name === "COUNT" && list?.[0] !== undefined) rule.count = list[0];
    else if (name === "BYMONTH" && list) rule.months = list;
    else if (name === "BYMONTHDAY" && list) rule.monthDays = list;
    else if (name === "BYSETPOS" && list) rule.positions = list;
    // When weeks begin is said by nobody who says "every 2 weeks".
    else if (name !== "WKST") return null;
  }
  return frequency && { frequency, ...rule };
}

/** "every Friday", "every 3 days after completion"; null for a rule that is not put into words. */
export function describeRecurrence(text: string, locale = chosen()): string | null {
  const rule = readRule(text, locale);
  return rule && recurrenceWords(rule);
}
