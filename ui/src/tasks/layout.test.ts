import { expect, it } from "vitest";
import type { Group } from "./groups";
import { layOut } from "./layout";

const groups: Group[] = [
  { key: "earlier", start: 0, end: 2 },
  { key: "today", start: 2, end: 5 },
  { key: "done", start: 5, end: 6 },
];

it("puts headings and tasks under each other", () => {
  const layout = layOut(groups, new Set());
  expect(layout.count).toBe(9);
  const lines = Array.from({ length: layout.count }, (_, line) => layout.at(line));
  expect(lines.map((line) => (line?.kind === "task" ? line.place : line?.group.key))).toEqual([
    "earlier",
    0,
    1,
    "today",
    2,
    3,
    4,
    "done",
    5,
  ]);
  expect(layout.at(9)).toBeUndefined();
  expect(layout.at(-1)).toBeUndefined();
});

it("finds the line of a task and of a heading", () => {
  const layout = layOut(groups, new Set(["today"]));
  expect(layout.count).toBe(6);
  expect(layout.lineOf(1)).toBe(2);
  expect(layout.lineOf(3)).toBeUndefined();
  expect(layout.lineOf(5)).toBe(5);
  expect(layout.headingOf("today")).toBe(3);
});

it("heads nothing that needs no name", () => {
  expect(layOut([{ key: "open", start: 0, end: 3 }], new Set(["open"])).count).toBe(3);
  const only = layOut([{ key: "today", start: 0, end: 3 }], new Set(["today"]));
  expect(only.count).toBe(3);
  expect(only.headingOf("today")).toBeUndefined();
});

it("leaves out what is folded away", () => {
  const layout = layOut([{ key: "open", start: 0, end: 8 }], new Set(), [
    [1, 3],
    [6, 8],
  ]);
  expect(layout.count).toBe(4);
  expect([0, 1, 2, 3].map((line) => layout.at(line))).toMatchObject([0, 3, 4, 5].map((place) => ({ place })));
  expect(layout.lineOf(2)).toBeUndefined();
  expect(layout.lineOf(4)).toBe(2);
  expect(layout.lineOf(7)).toBeUndefined();
  expect(layout.shown).toEqual([
    [0, 1],
    [3, 6],
  ]);
});
