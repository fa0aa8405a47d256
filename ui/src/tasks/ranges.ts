/** Ranges of what has a line: what Shift and an arrow select. */
import type { Run } from "./selection";

/** The runs from one place to another, both included, in either direction, of what is shown. */
export function runsBetween(one: number, other: number, shown: readonly Run[]): Run[] {
  const first = Math.min(one, other);
  const end = Math.max(one, other) + 1;
  return shown.flatMap(([from, to]): Run[] => {
    const run: Run = [Math.max(from, first), Math.min(to, end)];
    return run[0] < run[1] ? [run] : [];
  });
}
