import { describe, expect, it } from "vitest";
import { readDue } from "../dates/civil";
import { allLate, dayOf, dayOfPlace, findGroups, groupKey, type GroupKey } from "./groups";
import { task } from "./sample.test-data";

const TODAY = "2026-11-21";
const DONE = "2026-11-21T09:00:00Z";

describe("the group of a task", () => {
  it("splits Today into earlier days, today and done", () => {
    expect(groupKey(task({ id: "a", due: "2026-11-20" }), "today", TODAY)).toBe("earlier");
    expect(groupKey(task({ id: "a", due: "2026-11-21T10:00" }), "today", TODAY)).toBe("today");
    expect(groupKey(task({ id: "a", start: TODAY }), "today", TODAY)).toBe("today");
    expect(groupKey(task({ id: "a", start: "2026-11-20", due: "2026-12-01" }), "today", TODAY)).toBe(
      "earlier",
    );
    expect(groupKey(task({ id: "a", due: "2026-11-20", completed_at: DONE }), "today", TODAY)).toBe("done");
  });

  it("goes by the earlier of begin and due, on this computer's calendar", () => {
    expect(dayOf({ start: "2026-11-25", due: "2026-11-27T09:00" })).toBe("2026-11-25");
    expect(dayOf({ start: "2026-11-25", due: "2026-11-24" })).toBe("2026-11-24");
    expect(dayOf({ start: "someday", due: "2026-11-24" })).toBe("2026-11-24");
    expect(dayOf({ start: "2026-11-25", due: null })).toBe("2026-11-25");
    expect(dayOf({ start: "someday", due: null })).toBeNull();
    // Half past eleven in the evening at the one end of the world is another day here.
    const far = { start: null, due: "2026-11-24T23:30[Pacific/Pago_Pago]" };
    expect(dayOf(far)).toBe(readDue(far.due)?.date);
  });

  it("keeps groups whole in the order of the host", () => {
    // By day, then priority: what was to be begun stands among what is late.
    const order = [
      task({ id: "a", start: "2026-11-18" }),
      task({ id: "b", due: "2026-11-19" }),
      task({ id: "c", start: "2026-11-20", due: "2026-11-21" }),
      task({ id: "d", due: "2026-11-20T18:00" }),
      task({ id: "e", start: "2026-11-21", due: "2026-11-30" }),
      task({ id: "f", due: "2026-11-21T08:00" }),
      task({ id: "g", due: "2026-11-19", completed_at: DONE }),
    ];
    const keys = order.map((each) => groupKey(each, "today", TODAY));
    expect(settle(keys).groups.map(({ key, start, end }) => [key, start, end])).toEqual([
      ["earlier", 0, 4],
      ["today", 4, 6],
      ["done", 6, 7],
    ]);
  });

  it("tells whether the earlier ones are all late", () => {
    const late = task({ id: "a", start: "2026-11-10", due: "2026-11-20" });
    expect(allLate([late, task({ id: "b", due: "2026-11-01" })], TODAY)).toBe(true);
    expect(allLate([late, task({ id: "b", start: "2026-11-20" })], TODAY)).toBe(false);
    expect(allLate([late, task({ id: "b", start: "2026-11-20", due: TODAY })], TODAY)).toBe(false);
    // What begins today, or is done, is not among them.
    expect(allLate([late, task({ id: "b", start: TODAY })], TODAY)).toBe(true);
    expect(allLate([late, task({ id: "b", start: "2026-11-20", completed_at: DONE })], TODAY)).toBe(true);
  });

  it("splits Upcoming by day and leaves the trash whole", () => {
    expect(groupKey(task({ id: "a", start: "2026-11-24", due: "2026-11-25" }), "upcoming", TODAY)).toBe(
      "2026-11-24",
    );
    expect(groupKey(task({ id: "a", due: "2026-11-25T10:00" }), "upcoming", TODAY)).toBe("2026-11-25");
    expect(groupKey(task({ id: "a", completed_at: DONE }), "trash", TODAY)).toBe("open");
    expect(groupKey(task({ id: "a", completed_at: DONE }), "inbox", TODAY)).toBe("done");
    // A filter that shows what is done has it in its place.
    expect(groupKey(task({ id: "a", completed_at: DONE }), "filter", TODAY)).toBe("open");
  });

  it("knows which day a place names", () => {
    expect(dayOfPlace("today", "today", TODAY)).toBe(TODAY);
    expect(dayOfPlace("earlier", "today", TODAY)).toBeNull();
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
    const keys: GroupKey[] = ["earlier", "earlier", "today", "earlier", "done"];
    expect(settle(keys).groups).toEqual([
      { key: "earlier", start: 0, end: 2 },
      { key: "today", start: 2, end: 3 },
      { key: "earlier", start: 3, end: 4 },
      { key: "done", start: 4, end: 5 },
    ]);
  });

  it("has no groups without tasks", () => {
    expect(findGroups(0, () => undefined)).toEqual({ groups: [], ask: [] });
  });

  it("finds the borders of 100,000 tasks with a handful of rows", () => {
    const keys = [...repeat("earlier", 33_333), ...repeat("today", 1), ...repeat("done", 66_666)];
    const { groups, rows } = settle(keys);
    expect(groups).toEqual([
      { key: "earlier", start: 0, end: 33_333 },
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
