import { expect, it } from "vitest";
import { describeRecurrence } from "./recurrence";

// The words are those that the host has for the same rules.
it.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=DAILY;INTERVAL=3", "every 3 days"],
  ["FREQ=DAILY;INTERVAL=3;FROM=COMPLETION", "every 3 days after completion"],
  ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday"],
  ["FREQ=DAILY;BYMONTH=7,8", "every day in July and August"],
  ["FREQ=WEEKLY", "every week"],
  ["FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"],
  ["FREQ=WEEKLY;BYDAY=FR", "every Friday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2nd Friday"],
  ["FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270131", "every Monday, Wednesday and Friday, until 31 January 2027"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "every 2 weeks on Monday and Friday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU", "every 2 weeks on Monday and Friday"],
  ["FREQ=WEEKLY;BYDAY=SA,SU", "every weekend day"],
  ["FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR", "every 3 weeks on every weekday"],
  ["FREQ=WEEKLY;BYDAY=MO;COUNT=2;FROM=COMPLETION", "every Monday after completion, twice"],
  ["FREQ=MONTHLY", "every month"],
  ["FREQ=MONTHLY;INTERVAL=3;COUNT=1", "every 3 months, once"],
  ["FREQ=MONTHLY;BYMONTHDAY=1", "every month on the 1st"],
  ["FREQ=MONTHLY;BYMONTHDAY=11,22,23", "every month on the 11th, the 22nd and the 23rd"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"],
  ["FREQ=MONTHLY;BYMONTHDAY=15,-2", "every month on the 15th and the 2nd to last day"],
  ["FREQ=MONTHLY;BYDAY=2FR", "every 2nd Friday of the month"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "every last Friday of the month"],
  ["FREQ=MONTHLY;BYDAY=1MO,-1FR", "every month on the 1st Monday and the last Friday"],
  ["FREQ=MONTHLY;INTERVAL=2;BYDAY=2FR", "every 2 months on the 2nd Friday"],
  ["FREQ=MONTHLY;BYDAY=MO", "every Monday of the month"],
  ["FREQ=MONTHLY;INTERVAL=2;BYDAY=MO", "every 2 months on every Monday"],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5", "every last weekday of the month, 5 times"],
  ["FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "every 3rd Tuesday, Wednesday or Thursday of the month"],
  ["FREQ=YEARLY", "every year"],
  ["FREQ=YEARLY;INTERVAL=2;BYMONTH=1", "every 2 years in January"],
  ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", "every year on 25 December"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "every year on the last day of February"],
  ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the 4th Thursday of November"],
  ["FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1", "every year on the 1st of March and September"],
])("says %s as %s", (rule, words) => {
  expect(describeRecurrence(rule, "en-GB")).toBe(words);
});

it.each([
  "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
  "FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
  "FREQ=YEARLY;BYDAY=20MO",
  "FREQ=HOURLY",
  "FREQ=WEEKLY;BYDAY=XX",
  "FREQ=WEEKLY;BYHOUR=9",
  "BYDAY=MO",
  "",
])("has no words for %s", (rule) => {
  expect(describeRecurrence(rule)).toBeNull();
});
