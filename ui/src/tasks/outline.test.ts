import { describe, expect, it } from "vitest";
import { endOfTree, lastBelow, type RowAt, siblingAfter, siblingBefore } from "./outline";
import { task } from "./sample.test-data";

// a, b (b1 (b11), b2), c
const rows = [
  task({ id: "a" }),
  task({ id: "b" }),
  task({ id: "b1", parent: "b" }),
  task({ id: "b11", parent: "b1" }),
  task({ id: "b2", parent: "b" }),
  task({ id: "c" }),
];
const rowAt: RowAt = (place) => rows[place] ?? null;

describe("an outline", () => {
  it("knows where the tree of a task ends", () => {
    expect(endOfTree(0, rowAt)).toEqual({ found: 1 });
    expect(endOfTree(1, rowAt)).toEqual({ found: 5 });
    expect(endOfTree(2, rowAt)).toEqual({ found: 4 });
    expect(endOfTree(5, rowAt)).toEqual({ found: 6 });
  });

  it("knows the siblings before and after", () => {
    expect(siblingBefore(5, rowAt)).toEqual({ found: 1 });
    expect(siblingBefore(4, rowAt)).toEqual({ found: 2 });
    expect(siblingBefore(2, rowAt)).toEqual({ found: null });
    expect(siblingBefore(0, rowAt)).toEqual({ found: null });
    expect(siblingAfter(1, rowAt)).toEqual({ found: 5 });
    expect(siblingAfter(2, rowAt)).toEqual({ found: 4 });
    expect(siblingAfter(4, rowAt)).toEqual({ found: null });
  });

  it("knows the last subtask", () => {
    expect(lastBelow(1, rowAt)).toEqual({ found: 4 });
    expect(lastBelow(0, rowAt)).toEqual({ found: null });
  });

  it("asks for a row that it needs", () => {
    expect(endOfTree(1, (place) => (place === 3 ? undefined : rowAt(place)))).toEqual({ load: 3 });
    expect(siblingBefore(5, (place) => (place === 4 ? undefined : rowAt(place)))).toEqual({ load: 4 });
  });
});
