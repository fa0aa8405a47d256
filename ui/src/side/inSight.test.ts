import { expect, it } from "vitest";
import type { Overview } from "../ipc/bindings/Overview";
import { inSight } from "./inSight";

const some = <T>(count: number): T[] => Array.from({ length: count }, (_, at) => ({ at }) as T);
const overview = (lists: number, filters: number, tags: number): Overview => ({
  inbox: 1,
  today: 2,
  overdue: 0,
  upcoming: 3,
  someday: 4,
  open: 9,
  lists: some(lists),
  filters: some(filters),
  tags: some(tags),
});
const counts = (found: Overview | null) => [found?.lists.length, found?.filters.length, found?.tags.length];

it("ends where the window does", () => {
  expect(inSight(null, 560)).toBeNull();
  expect(counts(inSight(overview(3, 2, 4), 560))).toEqual([3, 2, 4]);
  expect(counts(inSight(overview(15, 10, 40), 560))).toEqual([15, 5, 0]);
  expect(counts(inSight(overview(60, 10, 40), 560))).toEqual([20, 0, 0]);
  expect(inSight(overview(60, 10, 40), 560)?.today).toBe(2);
});
