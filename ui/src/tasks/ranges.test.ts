import { expect, it } from "vitest";
import { runsBetween } from "./ranges";

it("takes what is shown between two places, in either direction", () => {
  const shown = [
    [0, 4],
    [6, 9],
  ] as const;
  expect(runsBetween(2, 7, shown)).toEqual([
    [2, 4],
    [6, 8],
  ]);
  expect(runsBetween(7, 2, shown)).toEqual(runsBetween(2, 7, shown));
  expect(runsBetween(3, 3, shown)).toEqual([[3, 4]]);
  expect(runsBetween(4, 5, shown)).toEqual([]);
});
