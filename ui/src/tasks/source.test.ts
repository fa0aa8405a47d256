import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "../ipc/bindings/Task";
import { Ids } from "./ids";
import { idOf, task } from "./sample.test-data";
import { type Reader, TaskSource } from "./source";

/** A table of tasks that counts what is asked of it; answers can be kept back. */
function table(tasks: Task[]) {
  const asked = { ids: 0, rows: [] as string[][] };
  let gate: Promise<void> | null = null;
  let idGate: Promise<void> | null = null;
  const reader: Reader = {
    keyOf: (each) => (each.completed_at === null ? "open" : "done"),
    endsWith: (each) => each.list === null,
    load: () => {
      asked.ids += 1;
      const ids = Ids.of(tasks.map(({ id }) => id));
      return {
        first: Promise.resolve(tasks.slice(0, 100)),
        ids: (idGate ?? Promise.resolve()).then(() => ids),
      };
    },
    progress: () => Promise.resolve([]),
    rows: async (ids) => {
      asked.rows.push(ids);
      const answer = tasks.filter(({ id }) => ids.includes(id));
      if (gate) await gate;
      return answer;
    },
  };
  return {
    reader,
    asked,
    tasks,
    hold: (until: Promise<void> | null) => {
      gate = until;
    },
    holdIds: (until: Promise<void> | null) => {
      idGate = until;
    },
  };
}

const order = (source: TaskSource) => source.snapshot().ids.slice(0, Infinity);
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => task({ id: idOf(n), title: `t${String(n)}` }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(100);

describe("a view's tasks", () => {
  it("shows rows that are known before they are asked for, then what the host has by now", async () => {
    const { reader, tasks } = table(many(3));
    const source = new TaskSource(reader, tasks.slice(0, 2));
    expect(source.snapshot()).toMatchObject({ state: "ready", whole: false });
    expect(order(source)).toEqual([idOf(0), idOf(1)]);
    tasks.shift();
    source.begin();
    await settle();
    expect(order(source)).toEqual([idOf(1), idOf(2)]);
    expect(source.snapshot().whole).toBe(true);
  });

  it("shows the first rows with the ids, and loads others when they are looked at", async () => {
    const { reader, asked } = table(many(1000));
    const source = new TaskSource(reader);
    source.refresh();
    await settle();
    expect(source.snapshot().state).toBe("ready");
    expect(source.snapshot().ids).toHaveLength(1000);
    expect(source.snapshot().tasks.has(idOf(0))).toBe(true);
    expect(source.snapshot().tasks.has(idOf(300))).toBe(false);
    asked.rows.length = 0;
    source.look([idOf(300), idOf(301)]);
    await settle();
    expect(source.snapshot().tasks.get(idOf(300))?.title).toBe("t300");
    expect(asked.rows).toHaveLength(1);
    expect(asked.rows[0]).toContain(idOf(301));
    // Neighbours come along, and nothing else does.
    expect(source.snapshot().tasks.has(idOf(340))).toBe(true);
    expect(source.snapshot().tasks.has(idOf(500))).toBe(false);
    source.look([idOf(300), idOf(301)]);
    await settle();
    expect(asked.rows.filter((ids) => ids.includes(idOf(300)))).toHaveLength(1);
  });

  it("shows the first rows while the ids are under way", async () => {
    const data = table(many(1000));
    let open = () => {};
    data.holdIds(new Promise<void>((resolve) => (open = resolve)));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    expect(source.snapshot()).toMatchObject({ state: "ready", whole: false });
    expect(source.snapshot().ids).toHaveLength(100);
    expect(source.snapshot().groups).toEqual([{ key: "open", start: 0, end: 100 }]);
    open();
    await settle();
    expect(source.snapshot()).toMatchObject({ state: "ready", whole: true });
    expect(source.snapshot().ids).toHaveLength(1000);
  });

  it("never shortens to the first rows what it has shown whole", async () => {
    const data = table(many(1000));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    const lengths = new Set<number>();
    source.subscribe(() => lengths.add(source.snapshot().ids.length));
    let open = () => {};
    data.holdIds(new Promise<void>((resolve) => (open = resolve)));
    data.tasks.pop();
    source.refresh();
    await settle();
    open();
    await settle();
    expect(source.snapshot().ids).toHaveLength(999);
    expect([...lengths].every((length) => length >= 999)).toBe(true);
  });

  it("waits for the ids where there is no first row", async () => {
    const data = table([]);
    let open = () => {};
    data.holdIds(new Promise<void>((resolve) => (open = resolve)));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    expect(source.snapshot().state).toBe("loading");
    open();
    await settle();
    expect(source.snapshot()).toMatchObject({ state: "ready", whole: true });
  });

  it("leaves the first rows as they are when one is edited before the ids come", async () => {
    const data = table(many(1000));
    let open = () => {};
    data.holdIds(new Promise<void>((resolve) => (open = resolve)));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    source.pause(true);
    open();
    await settle();
    expect(source.snapshot().ids).toHaveLength(100);
    data.holdIds(null);
    source.pause(false);
    await settle();
    expect(source.snapshot().ids).toHaveLength(1000);
  });

  it("keeps the first rows when the ids fail, and says so", async () => {
    const data = table(many(200));
    const failure = { code: "busy", message: "Another process is writing." };
    let fail: (why: unknown) => void = () => {};
    data.holdIds(new Promise<void>((_, reject) => (fail = reject)));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    fail(failure);
    await settle();
    expect(source.snapshot()).toMatchObject({ state: "ready", whole: false, failure });
    expect(source.snapshot().ids).toHaveLength(100);
    data.holdIds(null);
    source.refresh();
    await settle();
    expect(source.snapshot()).toMatchObject({ whole: true, failure: null });
  });

  it("asks once for many changes, and only for rows in sight", async () => {
    const { reader, asked } = table(many(50));
    const source = new TaskSource(reader);
    source.refresh();
    await settle();
    source.look([idOf(1), idOf(2)]);
    asked.rows.length = 0;
    for (let n = 0; n < 20; n += 1) source.refresh([idOf(n)]);
    await settle();
    expect(asked.ids).toBe(2);
    expect(asked.rows).toEqual([[idOf(1), idOf(2)]]);
  });

  it("never lets a late answer hide a newer one", async () => {
    const data = table(many(200));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    let open = () => {};
    data.hold(new Promise<void>((resolve) => (open = resolve)));
    source.look([idOf(150)]);
    source.put([task({ id: idOf(150), title: "newer" })]);
    data.hold(null);
    open();
    await settle();
    expect(source.snapshot().tasks.get(idOf(150))?.title).toBe("newer");
  });

  it("leaves a completed task in its place until the order is asked for", async () => {
    const data = table(many(3));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    const done = task({ id: idOf(0), completed_at: "2026-11-21T09:00:00Z" });
    source.hold(700);
    source.put([done]);
    data.tasks.splice(0, 3, task({ id: idOf(1) }), task({ id: idOf(2) }), done);
    source.refresh([idOf(0)]);
    await settle();
    expect(source.snapshot().ids.at(0)).toBe(idOf(0));
    expect(source.snapshot().tasks.get(idOf(0))?.completed_at).not.toBeNull();
    await vi.advanceTimersByTimeAsync(700);
    expect(source.snapshot().ids.at(2)).toBe(idOf(0));
    expect(source.snapshot().groups).toEqual([
      { key: "open", start: 0, end: 2 },
      { key: "done", start: 2, end: 3 },
    ]);
  });

  it("keeps the order while something is edited", async () => {
    const data = table(many(3));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    source.pause(true);
    data.tasks.reverse();
    source.refresh();
    await settle();
    expect(order(source)).toEqual([idOf(0), idOf(1), idOf(2)]);
    source.pause(false);
    await settle();
    expect(order(source)).toEqual([idOf(2), idOf(1), idOf(0)]);
  });

  it("shows what it had when a refresh fails, and says so", async () => {
    const data = table(many(3));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    const failure = { code: "busy", message: "Another process is writing." };
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the host rejects with its own shape
    const refused = () => Promise.reject(failure);
    source.readFrom({ ...data.reader, load: () => ({ first: refused(), ids: refused() }) });
    await settle();
    expect(source.snapshot()).toMatchObject({ state: "ready", failure });
    expect(source.snapshot().ids).toHaveLength(3);
  });

  describe("a task that was just added", () => {
    const done = task({ id: idOf(8), title: "done", completed_at: "2026-11-21T09:00:00Z" });
    const fresh = task({ id: idOf(9), title: "fresh" });

    it("stands below the open ones before the view is asked for, and the view has the last word", async () => {
      const { reader, tasks } = table([...many(3), done]);
      const source = new TaskSource(reader);
      source.refresh();
      await settle();
      source.add(fresh);
      expect(order(source)).toEqual([idOf(0), idOf(1), idOf(2), fresh.id, done.id]);
      expect(source.snapshot().groups).toEqual([
        { key: "open", start: 0, end: 4 },
        { key: "done", start: 4, end: 5 },
      ]);
      expect(source.snapshot().tasks.get(fresh.id)).toEqual(fresh);
      tasks.unshift(fresh);
      await settle();
      expect(order(source)[0]).toBe(fresh.id);
    });

    it("is the first where there is none that is open", async () => {
      const { reader } = table([done]);
      const source = new TaskSource(reader);
      source.refresh();
      await settle();
      source.add(fresh);
      expect(order(source)).toEqual([fresh.id, done.id]);
      expect(source.snapshot().groups).toEqual([
        { key: "open", start: 0, end: 1 },
        { key: "done", start: 1, end: 2 },
      ]);
    });

    it("waits for the view where its place is not known, or the order has to stay", async () => {
      const { reader } = table(many(3));
      const source = new TaskSource(reader);
      source.refresh();
      await settle();
      source.add(task({ id: idOf(9), list: idOf(70) }));
      expect(order(source)).toHaveLength(3);
      source.pause(true);
      source.add(fresh);
      expect(order(source)).toHaveLength(3);
    });

    it("is not taken away by an order that was asked for before", async () => {
      const { reader, tasks, holdIds } = table(many(3));
      const source = new TaskSource(reader);
      source.refresh();
      await settle();
      let answer: (() => void) | undefined;
      holdIds(new Promise((resolve) => (answer = resolve)));
      source.refresh();
      await settle();
      source.add(fresh);
      tasks.push(fresh);
      const seen: number[] = [];
      source.subscribe(() => seen.push(source.snapshot().ids.length));
      holdIds(null);
      answer?.();
      await settle();
      expect(new Set(seen)).toEqual(new Set([4]));
      expect(order(source)[3]).toBe(fresh.id);
    });
  });
});
