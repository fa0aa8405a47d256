import { expect, it } from "vitest";
import { readDuration } from "./duration";

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
