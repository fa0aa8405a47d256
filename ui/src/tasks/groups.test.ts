import { describe, expect, it } from "vitest";
import { dayOfPlace, findGroups, groupKey, type GroupKey } from "./groups";
import { task } from "./sample.test-data";

const TODAY = "2026-11-21";
const DONE = "2026-11-21T09:00:00Z";

describe("the group of a task", () => {
  it("splits Today into overdue, today and done", () => {
    expect(groupKey(task({ id: "a", due: "2026-11-20" }), "today", TODAY)).toBe("overdue");
    expect(groupKey(task({ id: "a", due: "2026-11-21T10:00" }), "today", TODAY)).toBe("today");
    expect(groupKey(task({ id: "a", due: "2026-11-20", completed_at: DONE }), "today", TODAY)).toBe("done");
  });

  it("splits Upcoming by day and leaves the trash whole", () => {
    expect(groupKey(task({ id: "a", due: "2026-11-25T10:00" }), "upcoming", TODAY)).toBe("2026-11-25");
    expect(groupKey(task({ id: "a", completed_at: DONE }), "trash", TODAY)).toBe("open");
    expect(groupKey(task({ id: "a", completed_at: DONE }), "inbox", TODAY)).toBe("done");
  });

  it("knows which day a place names", () => {
    expect(dayOfPlace("overdue", "today", TODAY)).toBe(TODAY);
    expect(dayOfPlace("2026-11-25", "upcoming", TODAY)).toBe("2026-11-25");
    expect(dayOfPlace("done", "inbox", TODAY)).toBeNull();
  });
});

/** Asks until nothing is left to ask, like the source does; counts the rounds and the rows. */
function settle(keys: readonly GroupKey[]) {
  const loaded = new Set<number>();
  let rounds = 0;
  for (;;) {
    const { groups, ask } = findGroups(keys.length, (place) => (loaded.has(place) ? keys[place] : undefined));
    if (ask.length === 0) return { groups, rounds, rows: loaded.size };
    expect(ask.length).toBeLessThanOrEqual(500);
    for (const place of ask) {
      expect(loaded.has(place)).toBe(false);
      loaded.add(place);
    }
    rounds += 1;
    expect(rounds).toBeLessThan(60);
  }
}

const repeat = (key: GroupKey, times: number) => Array.from({ length: times }, () => key);

describe("cutting a view into groups", () => {
  it("cuts a short view exactly, in whatever order it is", () => {
    const keys: GroupKey[] = ["overdue", "overdue", "today", "overdue", "done"];
    expect(settle(keys).groups).toEqual([
      { key: "overdue", start: 0, end: 2 },
      { key: "today", start: 2, end: 3 },
      { key: "overdue", start: 3, end: 4 },
      { key: "done", start: 4, end: 5 },
    ]);
  });

  it("has no groups without tasks", () => {
    expect(findGroups(0, () => undefined)).toEqual({ groups: [], ask: [] });
  });

  it("finds the borders of 100,000 tasks with a handful of rows", () => {
    const keys = [...repeat("overdue", 33_333), ...repeat("today", 1), ...repeat("done", 66_666)];
    const { groups, rows } = settle(keys);
    expect(groups).toEqual([
      { key: "overdue", start: 0, end: 33_333 },
      { key: "today", start: 33_333, end: 33_334 },
      { key: "done", start: 33_334, end: 100_000 },
    ]);
    expect(rows).toBeLessThan(2000);
  });

  it("finds every day of a long Upcoming", () => {
    const days = Array.from({ length: 365 }, (_, day) => {
      const date = new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
      return repeat(date as GroupKey, 1 + ((day * 37) % 500));
    });
    const keys = days.flat();
    const { groups } = settle(keys);
    expect(groups).toHaveLength(365);
    expect(groups.every(({ key, start, end }) => keys[start] === key && keys[end - 1] === key)).toBe(true);
    expect(groups.at(-1)?.end).toBe(keys.length);
  });

  it("does not ask for a row that is gone", () => {
    const { groups, ask } = findGroups(3, (place) => (place === 1 ? null : "today"));
    expect(ask).toEqual([]);
    expect(groups).toEqual([{ key: "today", start: 0, end: 3 }]);
  });
});
