import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Coalesced } from "./coalesce";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("gathers what is asked in a moment", async () => {
  const runs: string[][] = [];
  const refresh = new Coalesced<string>((asked) => {
    runs.push(asked);
    return Promise.resolve();
  });
  refresh.ask("a");
  refresh.ask("b");
  expect(runs).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(runs).toEqual([["a", "b"]]);
});

it("runs one at a time, and again for what came meanwhile", async () => {
  const runs: string[][] = [];
  let finish = () => {};
  const refresh = new Coalesced<string>((asked) => {
    runs.push(asked);
    return new Promise((resolve) => (finish = resolve));
  });
  refresh.ask("a");
  await vi.advanceTimersByTimeAsync(50);
  refresh.ask("b");
  refresh.ask("c");
  await vi.advanceTimersByTimeAsync(50);
  expect(runs).toEqual([["a"]]);
  finish();
  await vi.advanceTimersByTimeAsync(500);
  expect(runs).toEqual([["a"], ["b", "c"]]);
});

it("waits while it is held, then stops when told", async () => {
  const runs: string[][] = [];
  const refresh = new Coalesced<string>((asked) => {
    runs.push(asked);
    return Promise.resolve();
  });
  refresh.ask("a");
  refresh.hold(300);
  await vi.advanceTimersByTimeAsync(200);
  expect(runs).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(runs).toEqual([["a"]]);
  refresh.ask("b");
  refresh.stop();
  await vi.advanceTimersByTimeAsync(500);
  expect(runs).toEqual([["a"]]);
});
