import { beforeEach, expect, it, vi } from "vitest";
import { task } from "../tasks/sample.test-data";
import { readDuration, reader, readReminder, wordsOf } from "./fields";

const host = vi.hoisted(() => ({ due: null as string | null }));
vi.mock("../ipc/host", () => ({ call: () => Promise.resolve(host.due) }));
beforeEach(() => {
  host.due = null;
});

it.each([
  ["20 min", 20],
  ["20", 20],
  ["1 h 30 min", 90],
  ["1h30", 90],
  ["1.5 hours", 90],
  ["1:30", 90],
  ["for 2 days", 2880],
  ["about 45 minutes", 45],
  ["soon", null],
  ["0", null],
  ["", null],
  ["1 hour ago", null],
])("reads “%s” as %s minutes", (words, minutes) => {
  expect(readDuration(words)).toBe(minutes);
});

it("reads a reminder as time before, or as a time", async () => {
  expect(await readReminder("10 min before")).toBe("-10");
  expect(await readReminder("1 day")).toBe("-1440");
  expect(await readReminder("when it is due")).toBe("-0");
  host.due = "2026-11-22T18:00";
  expect(await readReminder("tomorrow 18:00")).toBe("2026-11-22T18:00");
  host.due = "2026-11-22";
  await expect(readReminder("tomorrow")).rejects.toMatchObject({ code: "invalid_input" });
  host.due = null;
  await expect(readReminder("never")).rejects.toThrow("“never” is no time");
});

it("writes a field in words that are read back", () => {
  const laptops = task({
    id: "a",
    due: "2026-11-21T10:00",
    duration: 90,
    recurrence: "FREQ=WEEKLY;BYDAY=FR",
    start: "someday",
    deadline: "2026-12-05",
  });
  const words = (field: Parameters<typeof wordsOf>[0]) => wordsOf(field, laptops, "2026-11-21");
  expect(words("due")).toBe("today 10:00");
  expect(words("duration")).toBe("1 h 30 min");
  expect(readDuration(words("duration"))).toBe(90);
  expect(words("recurrence")).toBe("every Friday");
  expect(words("start")).toBe("someday");
  expect(words("deadline")).toBe("5 Dec");
});

it("clears a field without words, and refuses a task without a title", async () => {
  expect(await reader("due", true)(" ")).toEqual({ due: null });
  expect(await reader("due", true)("friday")).toEqual({ due: "friday", following: true });
  expect(await reader("duration")("")).toEqual({ duration: null });
  expect(() => reader("title")("  ")).toThrow("A task needs a title.");
  expect(() => reader("duration")("soon")).toThrow("“soon” is no duration.");
  expect(await reader("tags")("@phone town, phone")).toEqual({ add_tags: ["phone", "town"] });
});
