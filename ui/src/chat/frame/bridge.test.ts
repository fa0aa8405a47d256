import { describe, expect, it } from "vitest";
import type { FromPage } from "../bridge/messages";
import { listen, tell } from "./bridge";

const ORIGIN = "http://localhost:7400";

function bridge() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const heard: FromPage[] = [];
  const leave = listen(window, frame, ORIGIN, (message) => heard.push(message));
  const say = (data: unknown, origin = ORIGIN, source: MessageEventSource | null = frame.contentWindow) =>
    window.dispatchEvent(new MessageEvent("message", { data, origin, source }));
  return { frame, heard, leave, say };
}

const busy = { type: "busy", busy: true };

describe("the window", () => {
  it("hears the page in its frame, until it stops listening", () => {
    const { heard, leave, say } = bridge();
    say(busy);
    leave();
    say(busy);
    expect(heard).toEqual([busy]);
  });

  it("hears nobody else", () => {
    const { frame, heard, say } = bridge();
    const other = document.createElement("iframe");
    document.body.append(other);
    say(busy, ORIGIN, other.contentWindow);
    say(busy, ORIGIN, window);
    say(busy, ORIGIN, null);
    say(busy, "http://localhost:7401");
    say(busy, "https://localhost:7400");
    say(busy, "http://localhost:7400.example");
    say(busy, "null");
    frame.remove();
    say(busy, ORIGIN, null);
    expect(heard).toEqual([]);
  });

  it("drops what doesn't fit the schema, field for field", () => {
    const { heard, say } = bridge();
    const round: Record<string, unknown> = { type: "effect", name: "x", data: {} };
    round["data"] = round;
    for (const data of [
      undefined,
      null,
      7,
      "ready",
      [busy],
      {},
      { type: "invoke", cmd: "delete_tasks" },
      { type: "busy" },
      { type: "busy", busy: "yes" },
      { type: "busy", busy: true, more: 1 },
      { type: "failed", reason: "bored", detail: "" },
      { type: "open", entity: "x".repeat(201) },
      { type: "secret", call: 0, current: null },
      { type: "secret", call: 1.5, current: null },
      { type: "tool", call: 1, name: "add_task", params: "x" },
      { type: "key", key: "k", ctrlKey: true },
      { type: "busy", busy: true, big: 1n },
      round,
    ])
      say(data);
    expect(heard).toEqual([]);
  });

  it("drops what is too long, wherever the length hides", () => {
    const { heard, say } = bridge();
    const effect = (length: number) => ({ type: "effect", name: "x", data: { words: "x".repeat(length) } });
    say(effect(200_000));
    say(effect(2000));
    expect(heard).toEqual([effect(2000)]);
  });

  it("speaks to the page at its origin alone", () => {
    const { frame } = bridge();
    const said: unknown[] = [];
    const page = { postMessage: (...args: unknown[]) => said.push(args) };
    Object.defineProperty(frame, "contentWindow", { value: page });
    tell(frame, ORIGIN, { type: "focus" });
    expect(said).toEqual([[{ type: "focus" }, ORIGIN]]);
  });
});
