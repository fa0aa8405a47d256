import { describe, expect, it } from "vitest";
import { match } from "./match";

/** The title with what was matched in brackets. */
function shown(query: string, title: string): string | null {
  const found = match(query, title);
  if (found === null) return null;
  return [...found.ranges]
    .reverse()
    .reduce(
      (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      title,
    );
}
const better = (query: string, good: string, bad: string) => {
  const [one, other] = [match(query, good), match(query, bad)];
  return one !== null && (other === null || one.score > other.score);
};

describe("what fits", () => {
  it.each([
    ["resch", "Reschedule to tomorrow", "[Resch]edule to tomorrow"],
    ["rtt", "Reschedule to tomorrow", "[R]eschedule [t]o [t]omorrow"],
    ["restom", "Reschedule to tomorrow", "[Res]chedule to [tom]orrow"],
    ["tom resch", "Reschedule to tomorrow", "[Resch]edule to [tom]orrow"],
    ["EMPFANG", "Zum Empfang", "Zum [Empfang]"],
    ["kuche", "Die Küche", "Die [Küche]"],
    ["@ph", "@phone", "[@ph]one"],
    ["ph", "@phone", "@[ph]one"],
    ["医", "去看医生", "去看[医]生"],
    ["", "Today", "Today"],
  ])("%s in %s", (query, title, expected) => {
    expect(shown(query, title)).toBe(expected);
  });

  it.each([
    ["schedule", "Reschedule"],
    ["xyz", "Reschedule to tomorrow"],
    ["resch x", "Reschedule to tomorrow"],
    ["tomorroww", "Reschedule to tomorrow"],
  ])("not %s in %s", (query, title) => {
    expect(match(query, title)).toBeNull();
  });
});

it("puts first what begins so, in one piece, and is short", () => {
  expect(better("to", "Today", "Move to the trash")).toBe(true);
  expect(better("res", "Reschedule", "Remind every Sunday")).toBe(true);
  expect(better("work", "Work", "Workshop")).toBe(true);
  expect(better("in", "Inbox", "Open in a list")).toBe(true);
});

it("stays quick where every word begins alike", () => {
  const began = performance.now();
  expect(match("a".repeat(20), "a ".repeat(100))).not.toBeNull();
  expect(match(`${"a".repeat(20)}b`, "a ".repeat(100))).toBeNull();
  expect(performance.now() - began).toBeLessThan(2000);
});
