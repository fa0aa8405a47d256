import { expect, it } from "vitest";
import { entry } from "./sample.test-data";
import { canTakeBack, daysOf, doneAgain, groupsOf, isTakenBack } from "./groups";

it("puts what goes back together where its latest entry stands", () => {
  const entries = [
    entry(5, { group: "turn" }),
    entry(4, { group: "mine" }),
    entry(3, { group: "turn" }),
    entry(2, { group: "turn", undone: true }),
  ];
  const groups = groupsOf(entries);
  expect(groups.map(({ id, entries: all }) => [id, all.map(({ seq }) => seq)])).toEqual([
    ["turn", [5, 3, 2]],
    ["mine", [4]],
  ]);
  expect(groups.map(isTakenBack)).toEqual([false, false]);
});

it("sets groups under the days of this computer", () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).toISOString();
  const days = daysOf(
    groupsOf([
      entry(4, { group: "a", at: at(21, 0) }),
      entry(3, { group: "b", at: at(20, 23) }),
      entry(2, { group: "c", at: at(20, 1) }),
    ]),
  );
  expect(days.map(({ date, groups }) => [date, groups.map(({ id }) => id)])).toEqual([
    ["2026-11-21", ["a"]],
    ["2026-11-20", ["b", "c"]],
  ]);
});

it("takes back neither an undo nor what is gone for good", () => {
  const can = (part: Parameters<typeof entry>[1]) => groupsOf([entry(1, part)]).some(canTakeBack);
  expect(can({})).toBe(true);
  expect(can({ undone: true })).toBe(false);
  expect(can({ deed: "reversed", reverses: 3 })).toBe(false);
  expect(can({ deed: "purged" })).toBe(false);
});

it("tells redo from undo by how the change stands", () => {
  const undo = (seq: number) => entry(seq, { deed: "reversed", reverses: 1 });
  expect([...doneAgain([undo(4), undo(3), undo(2), entry(1, { undone: true })])]).toEqual([3]);
  expect([...doneAgain([undo(3), undo(2), entry(1, {})])]).toEqual([3]);
  expect([...doneAgain([undo(3)])]).toEqual([]);
});
