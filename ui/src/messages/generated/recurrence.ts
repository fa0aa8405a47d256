/** English, written from messages/en/recurrence.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural, ordinal } = pluralsOf("en");

export const messages = area("recurrence", {
  everyDays: (count: number) => plural(count, { "=1": "every day", other: `every ${number(count)} days` }),
  everyWeeks: (count: number) => plural(count, { "=1": "every week", other: `every ${number(count)} weeks` }),
  everyMonths: (count: number) =>
    plural(count, { "=1": "every month", other: `every ${number(count)} months` }),
  everyYears: (count: number) => plural(count, { "=1": "every year", other: `every ${number(count)} years` }),
  every: (days: string) => `every ${days}`,
  everyInMonth: (days: string) => `every ${days} of the month`,
  on: (period: string, days: string) => `${period} on ${days}`,
  onInMonths: (period: string, days: string, months: string) => `${period} on ${days} of ${months}`,
  onDate: (period: string, day: number, month: string) => `${period} on ${number(day)} ${month}`,
  inMonths: (period: string, months: string) => `${period} in ${months}`,
  afterCompletion: (every: string) => `${every} after completion`,
  until: (every: string, date: string) => `${every}, until ${date}`,
  times: (every: string, count: number) =>
    `${every}, ${plural(count, { "=1": "once", "=2": "twice", other: `${number(count)} times` })}`,
  anyDay: "day",
  weekday: "weekday",
  weekendDay: "weekend day",
  ordinal: (position: number) =>
    ordinal(position, {
      one: `${number(position)}st`,
      two: `${number(position)}nd`,
      few: `${number(position)}rd`,
      other: `${number(position)}th`,
    }),
  last: "last",
  toLast: (ordinal: string) => `${ordinal} to last`,
  nth: (ordinal: string, day: string) => `${ordinal} ${day}`,
  theNth: (ordinal: string, day: string) => `the ${ordinal} ${day}`,
  theNthDay: (ordinal: string) => `the ${ordinal}`,
  theNthDayFromEnd: (ordinal: string) => `the ${ordinal} day`,
});
