import { describe, expect, it } from "vitest";
import { depthAt, type DropRow, edgeSpeed, gapAt, landing } from "./geometry";
import { dropOf, dropOnDay, readDrop } from "./targets";

const row = (id: string, depth = 0, parent: string | null = null): DropRow => ({ id, depth, parent });

describe("where a dragged task lands", () => {
  it("is the nearest gap", () => {
    const lines = [
      { index: 4, start: 160, end: 200 },
      { index: 5, start: 200, end: 240 },
    ];
    expect(gapAt(100, lines)).toBe(4);
    expect(gapAt(185, lines)).toBe(5);
    expect(gapAt(239, lines)).toBe(6);
    expect(gapAt(10, [])).toBeNull();
  });

  it("is as deep as the pointer is in, but no deeper than below the row above", () => {
    expect(depthAt(0, row("a"), row("b"))).toBe(0);
    expect(depthAt(40, row("a"), row("b"))).toBe(1);
    expect(depthAt(400, row("a"), row("b"))).toBe(1);
    expect(depthAt(400, null, row("b"))).toBe(0);
    // Between a task and its subtask it can only be a subtask.
    expect(depthAt(-10, row("a"), row("a1", 1, "a"))).toBe(1);
  });

  it("is before, after or below a task", () => {
    expect(landing(null, row("a"), 0, [])).toEqual({ beside: { kind: "before", id: "a" } });
    expect(landing(row("a"), row("b"), 0, [])).toEqual({ beside: { kind: "after", id: "a" } });
    expect(landing(row("a"), row("b"), 1, [])).toEqual({ below: "a" });
    expect(landing(row("a"), row("a1", 1, "a"), 1, [])).toEqual({ beside: { kind: "before", id: "a1" } });
    expect(landing(row("a1", 1, "a"), row("b"), 0, [row("a")])).toEqual({
      beside: { kind: "after", id: "a" },
    });
    expect(landing(row("a1", 1, "a"), null, 1, [row("a")])).toEqual({ beside: { kind: "after", id: "a1" } });
    expect(landing(null, null, 0, [])).toBeNull();
  });

  it("scrolls faster the nearer the edge", () => {
    expect(edgeSpeed(300, 100, 500)).toBe(0);
    expect(edgeSpeed(140, 100, 500)).toBeGreaterThan(edgeSpeed(104, 100, 500));
    expect(edgeSpeed(99, 100, 500)).toBe(-18);
    expect(edgeSpeed(520, 100, 500)).toBe(18);
  });
});

it("reads the marks that it writes", () => {
  expect(readDrop(dropOf({ kind: "list", id: "l1" }) ?? "")).toEqual({ kind: "list", id: "l1" });
  expect(readDrop(dropOf({ kind: "tag", name: "a:b" }) ?? "")).toEqual({ kind: "tag", name: "a:b" });
  expect(readDrop(dropOf({ kind: "trash" }) ?? "")).toEqual({ kind: "trash" });
  expect(readDrop(dropOnDay("2026-11-22"))).toEqual({ kind: "day", day: "2026-11-22" });
  expect(dropOf({ kind: "completed" })).toBeUndefined();
  expect(readDrop("elsewhere")).toBeNull();
});
