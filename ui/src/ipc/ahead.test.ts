import { beforeEach, expect, it, vi } from "vitest";

const far = vi.hoisted(() => ({
  asked: [] as string[],
  answers: new Map<string, () => Promise<unknown>>(),
}));
vi.mock("./host", () => ({
  call: (name: string) => {
    far.asked.push(name);
    return far.answers.get(name)?.() ?? Promise.resolve(`the ${name}`);
  },
  channel: () => null,
}));

beforeEach(() => {
  far.asked.length = 0;
  far.answers.clear();
  vi.resetModules();
});

it("has what was asked until the window is drawn", async () => {
  const { ahead, askAhead, forgetAhead } = await import("./ahead");
  const asking = askAhead();
  // In one go, and the changes with them: what changes later is heard of.
  expect(far.asked).toEqual(["watch", "status", "settings", "overview", "view"]);
  expect(ahead("view")).toBeUndefined();
  await asking;
  expect([ahead("status"), ahead("overview"), ahead("view")]).toEqual([
    "the status",
    "the overview",
    "the view",
  ]);
  forgetAhead();
  expect(ahead("view")).toBeUndefined();
});

it("leaves out what fails", async () => {
  far.answers.set("view", () => Promise.reject(new Error("the profile is held")));
  const { ahead, askAhead } = await import("./ahead");
  await askAhead();
  expect([ahead("status"), ahead("view")]).toEqual(["the status", undefined]);
});

it("waits for half a second, and takes nothing that comes later", async () => {
  vi.useFakeTimers();
  let answer: (view: unknown) => void = () => undefined;
  far.answers.set("view", () => new Promise((done) => (answer = done)));
  const { ahead, askAhead } = await import("./ahead");
  const asking = askAhead();
  await vi.advanceTimersByTimeAsync(500);
  await asking;
  expect(ahead("status")).toBe("the status");
  answer("an old view");
  await vi.advanceTimersByTimeAsync(10);
  expect(ahead("view")).toBeUndefined();
  vi.useRealTimers();
});
