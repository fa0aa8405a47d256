import { describe, expect, it } from "vitest";
import { PROTOCOL, type ToPage } from "../chat/bridge/messages";
import { type Framed, frameHost } from "./frameHost";

const WINDOWS = ["tauri://localhost", "http://tauri.localhost"];

/** A window with a parent that takes messages for one origin, as browsers deliver them. */
function framed(parentOrigin: string, ancestorOrigins?: string[]) {
  const heard: unknown[] = [];
  const events = new EventTarget();
  const parent = {
    postMessage: (message: unknown, target: string) => {
      if (target === "tauri://localhost" && !parentOrigin.startsWith("tauri:"))
        throw new SyntaxError("Invalid target origin");
      if (target === parentOrigin) heard.push(message);
    },
  };
  const self = {
    parent,
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    location: ancestorOrigins ? { ancestorOrigins } : {},
  } as unknown as Framed;
  const say = (data: unknown, origin = parentOrigin, source: unknown = parent) =>
    events.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
  return { self, heard, say };
}

const focus: ToPage = { type: "focus" };

describe("the page in a frame", () => {
  it.each(WINDOWS)("says hello to a window at %s, whatever the others think of it", (origin) => {
    const { self, heard } = framed(origin);
    frameHost(self, WINDOWS).send({ type: "hello", protocol: PROTOCOL });
    expect(heard).toEqual([{ type: "hello", protocol: PROTOCOL }]);
  });

  it("says nothing to a window of another origin", () => {
    const { self, heard } = framed("https://elsewhere.example", ["https://elsewhere.example"]);
    frameHost(self, WINDOWS).send({ type: "hello", protocol: PROTOCOL });
    expect(heard).toEqual([]);
  });

  it("hears its parent alone, at one of its origins alone", () => {
    const { self, say } = framed("http://tauri.localhost");
    const heard: ToPage[] = [];
    const leave = frameHost(self, WINDOWS).onMessage((message) => heard.push(message));
    say(focus, "https://elsewhere.example");
    say(focus, "http://tauri.localhost:81");
    say(focus, "http://tauri.localhost", {});
    say(focus, "http://tauri.localhost", null);
    expect(heard).toEqual([]);
    say(focus);
    expect(heard).toEqual([focus]);
    leave();
    say(focus);
    expect(heard).toHaveLength(1);
  });

  it("drops what is no message of the window", () => {
    const { self, say } = framed("http://tauri.localhost");
    const heard: ToPage[] = [];
    frameHost(self, WINDOWS).onMessage((message) => heard.push(message));
    for (const data of [
      null,
      "focus",
      { type: "eval", code: "1" },
      { type: "focus", extra: true },
      { type: "thread", thread: 7 },
      { type: "start", api: { kind: "device" }, thread: null },
    ])
      say(data);
    expect(heard).toEqual([]);
  });

  it("sends what the window would drop to nobody", () => {
    const { self, heard } = framed("http://tauri.localhost");
    const host = frameHost(self, WINDOWS);
    host.send({ type: "open", entity: "x".repeat(201) });
    host.send({ type: "busy", busy: true });
    expect(heard).toEqual([{ type: "busy", busy: true }]);
  });
});
