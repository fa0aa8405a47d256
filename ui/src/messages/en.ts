/** What the window says; what only the chat says is in `chat.ts`. */
import { number } from "./format";
import { messages } from "./generated/window";

/** "20 min", "1 h 30 min", or "1 hour 30 minutes" in full. */
function lasting(
  minutes: number,
  hoursText: (count: number) => string,
  minutesText: (count: number) => string,
): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return minutesText(rest);
  if (rest === 0) return hoursText(hours);
  return messages.hoursAndMinutes(hoursText(hours), minutesText(rest));
}

const joined = (parts: readonly string[]) =>
  parts.length === 0 ? "" : parts.reduce((words, more) => messages.join(words, more));

export const text = Object.assign(messages, {
  unexpected: (detail: string) =>
    detail === "" ? messages.somethingWrong : messages.somethingWrongBecause(detail),
  number: (count: number) => number(count),
  results: (count: number, limit: number) =>
    count >= limit ? messages.firstTasks(count) : messages.tasks(count),
  joined,
  priority: (priority: string) => messages.priorityOf(priority.slice(1)),
  priorityLetters: (priority: string) => priority.toUpperCase(),
  repeats: (rule: string | null) => (rule === null ? messages.repeatsSomehow : messages.repeatsBy(rule)),
  takes: (minutes: number) => messages.takesTime(lasting(minutes, messages.hours, messages.minutes)),
  lasting: (minutes: number) => lasting(minutes, messages.hoursShort, messages.minutesShort),
  stayed: (titles: string[]) => messages.leftAlone(joined(titles.map(messages.quoted)), titles.length),
});
