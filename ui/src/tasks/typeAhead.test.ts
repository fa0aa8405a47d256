import { expect, it } from "vitest";
import { begins, nextOf } from "./typeAhead";

it("finds the first letters of a title or a word, whatever their case and accents", () => {
  expect(begins("Call the dentist", "ca")).toBe(true);
  expect(begins("Call the dentist", "DEN")).toBe(true);
  expect(begins("Call the dentist", "the d")).toBe(true);
  expect(begins("Über den Zaun", "ub")).toBe(true);
  expect(begins("Call the dentist", "all")).toBe(false);
  expect(begins("Call the dentist", "  ")).toBe(false);
  expect(begins("lala land", "la")).toBe(true);
});

it("goes on to the next match and around", () => {
  expect(nextOf([2, 8, 5], 5, 1, true)).toBe(5);
  expect(nextOf([2, 8, 5], 5, 1, false)).toBe(8);
  expect(nextOf([2, 8, 5], 8, 1, false)).toBe(2);
  expect(nextOf([2, 8, 5], 2, -1, false)).toBe(8);
  expect(nextOf([2], 2, 1, false)).toBe(2);
  expect(nextOf([], 2, 1, true)).toBeNull();
});
