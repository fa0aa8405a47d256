import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "../ipc/bindings/Task";
import { task } from "./sample.test-data";
import { type Reader, TaskSource } from "./source";

/** A table of tasks that counts what is asked of it; answers can be kept back. */
function table(tasks: Task[]) {
  const asked = { ids: 0, rows: [] as string[][] };
  let gate: Promise<void> | null = null;
  const reader: Reader = {
    keyOf: (each) => (each.completed_at === null ? "open" : "done"),
    ids: () => {
      asked.ids += 1;
      return Promise.resolve({ ids: tasks.map(({ id }) => id), first: tasks.slice(0, 100) });
    },
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
  };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => task({ id: `t${String(n)}` }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(100);

describe("a view's tasks", () => {
  it("shows the first rows with the ids, and loads others when they are looked at", async () => {
    const { reader, asked } = table(many(1000));
    const source = new TaskSource(reader);
    source.refresh();
    await settle();
    expect(source.snapshot().state).toBe("ready");
    expect(source.snapshot().ids).toHaveLength(1000);
    expect(source.snapshot().tasks.has("t0")).toBe(true);
    expect(source.snapshot().tasks.has("t300")).toBe(false);
    asked.rows.length = 0;
    source.look(["t300", "t301"]);
    await settle();
    expect(source.snapshot().tasks.get("t300")?.title).toBe("t300");
    expect(asked.rows).toHaveLength(1);
    expect(asked.rows[0]).toContain("t301");
    // Neighbours come along, and nothing else does.
    expect(source.snapshot().tasks.has("t340")).toBe(true);
    expect(source.snapshot().tasks.has("t500")).toBe(false);
    source.look(["t300", "t301"]);
    await settle();
    expect(asked.rows.filter((ids) => ids.includes("t300"))).toHaveLength(1);
  });

  it("asks once for many changes, and only for rows in sight", async () => {
    const { reader, asked } = table(many(50));
    const source = new TaskSource(reader);
    source.refresh();
    await settle();
    source.look(["t1", "t2"]);
    asked.rows.length = 0;
    for (let n = 0; n < 20; n += 1) source.refresh([`t${String(n)}`]);
    await settle();
    expect(asked.ids).toBe(2);
    expect(asked.rows).toEqual([["t1", "t2"]]);
  });

  it("never lets a late answer hide a newer one", async () => {
    const data = table(many(200));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    let open = () => {};
    data.hold(new Promise<void>((resolve) => (open = resolve)));
    source.look(["t150"]);
    source.put([task({ id: "t150", title: "newer" })]);
    data.hold(null);
    open();
    await settle();
    expect(source.snapshot().tasks.get("t150")?.title).toBe("newer");
  });

  it("leaves a completed task in its place until the order is asked for", async () => {
    const data = table(many(3));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    const done = task({ id: "t0", completed_at: "2026-11-21T09:00:00Z" });
    source.hold(700);
    source.put([done]);
    data.tasks.splice(0, 3, task({ id: "t1" }), task({ id: "t2" }), done);
    source.refresh(["t0"]);
    await settle();
    expect(source.snapshot().ids[0]).toBe("t0");
    expect(source.snapshot().tasks.get("t0")?.completed_at).not.toBeNull();
    await vi.advanceTimersByTimeAsync(700);
    expect(source.snapshot().ids.at(-1)).toBe("t0");
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
    expect(source.snapshot().ids).toEqual(["t0", "t1", "t2"]);
    source.pause(false);
    await settle();
    expect(source.snapshot().ids).toEqual(["t2", "t1", "t0"]);
  });

  it("shows what it had when a refresh fails, and says so", async () => {
    const data = table(many(3));
    const source = new TaskSource(data.reader);
    source.refresh();
    await settle();
    const failure = { code: "busy", message: "Another process is writing." };
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the host rejects with its own shape
    source.readFrom({ ...data.reader, ids: () => Promise.reject(failure) });
    await settle();
    expect(source.snapshot()).toMatchObject({ state: "ready", failure });
    expect(source.snapshot().ids).toHaveLength(3);
  });
});
