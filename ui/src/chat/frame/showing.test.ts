import { describe, expect, it } from "vitest";
import type { ChatStart } from "../../ipc/bindings/ChatStart";
import type { Rollback } from "../../ipc/bindings/Rollback";
import type { Why } from "../way";
import { type ChatKitShowing, type Event, type FrameEvent, next as nextOf, type Showing } from "./showing";

const page = { address: "http://localhost:7400/chat", origin: "http://localhost:7400" };
const told: ChatStart = {
  settings: { told: true, built_in: false, answers: { from: "device" } },
  rollback: null,
  page,
};
const untold: ChatStart = { ...told, settings: { ...told.settings, told: false } };
const hostedStart: ChatStart = {
  ...told,
  settings: { ...told.settings, answers: { from: "openai", workflow: "wf_1" } },
};
const rolledBack = (by: Rollback): ChatStart => ({ ...told, rollback: by });
const failure = { code: "sign_in", message: "Sign in again." } as const;

/** What happens to what is shown; in its frame, where it happens in one. */
type Happening = Event | FrameEvent;
const next = (now: Showing, event: Happening): Showing => {
  switch (event.type) {
    case "hello":
    case "ready":
    case "failed":
    case "late":
    case "busy":
    case "refused":
    case "minted":
      return nextOf(now, { type: "in_frame", load: now.at === "chatkit" ? now.load : 0, event });
    default:
      return nextOf(now, event);
  }
};

const closed: Showing = { at: "closed" };
const after = (from: Showing, ...events: Happening[]): Showing => events.reduce(next, from);
const started = (start: ChatStart): Happening => ({ type: "started", start });
const failed = (reason: Extract<FrameEvent, { type: "failed" }>["reason"], online = true): FrameEvent => ({
  type: "failed",
  reason,
  detail: "It said so.",
  online,
});

function chatKit(start: ChatStart, ...events: Happening[]): ChatKitShowing {
  const now = after(closed, { type: "opened" }, started(start), ...events);
  if (now.at !== "chatkit") throw new Error(`it is at ${now.at}`);
  return now;
}
const loading = () => chatKit(told);
const starting = () => chatKit(told, { type: "hello" });
const ready = () => chatKit(told, { type: "hello" }, { type: "ready" });

function why(now: Showing): Why {
  if (now.at !== "panel") throw new Error(`it is at ${now.at}`);
  return now.why;
}

describe("before anything is shown", () => {
  it("asks the host when it is opened, and not before", () => {
    expect(next(closed, started(told))).toBe(closed);
    expect(next(closed, { type: "again" })).toBe(closed);
    expect(next(closed, { type: "opened" })).toEqual({ at: "asking" });
  });

  it("tells first what ChatKit sends", () => {
    expect(after(closed, { type: "opened" }, started(untold))).toEqual({ at: "telling", start: untold });
  });

  it("opens ChatKit once the person has chosen it", () => {
    const now = after(closed, { type: "opened" }, started(untold), started(told));
    expect(now).toMatchObject({ at: "chatkit", step: "loading", api: "device", trouble: null, busy: false });
  });

  it("is the built-in panel once the person has chosen that", () => {
    const chosen = {
      ...untold,
      settings: { ...untold.settings, built_in: true },
      rollback: "setting" as const,
    };
    const now = after(closed, { type: "opened" }, started(untold), started(chosen));
    expect(why(now)).toEqual({ kind: "rollback", by: "setting" });
  });

  it("is the built-in panel when the host knows no way", () => {
    const asking = next(closed, { type: "opened" });
    expect(next(asking, { type: "not_started" })).toEqual({
      at: "panel",
      start: null,
      why: { kind: "no_page" },
      cut: false,
    });
    expect(why(next(asking, started({ ...untold, page: null })))).toEqual({ kind: "no_page" });
  });

  it.each(["environment", "setting", "backend", "rollout"] as const)(
    "is the built-in panel for a rollback by %s, without a word about ChatKit",
    (by) => {
      const now = after(closed, { type: "opened" }, started({ ...untold, rollback: by }));
      expect(why(now)).toEqual({ kind: "rollback", by });
    },
  );
});

describe("on the way to ChatKit", () => {
  it("goes from the page to ChatKit, step by step", () => {
    expect(loading().step).toBe("loading");
    expect(starting().step).toBe("starting");
    expect(ready().step).toBe("ready");
    const early = loading();
    expect(next(early, { type: "ready" })).toBe(early);
  });

  it("gives up a page that says nothing, and one that says nothing more", () => {
    expect(why(next(loading(), { type: "late" }))).toEqual({ kind: "not_loaded" });
    expect(why(next(starting(), { type: "late" }))).toEqual({ kind: "never_ready" });
    const there = ready();
    expect(next(there, { type: "late" })).toBe(there);
  });

  it.each([
    ["script", { kind: "script" }],
    ["never_ready", { kind: "never_ready" }],
    ["unmounted", { kind: "unmounted" }],
    ["fatal", { kind: "fatal", detail: "It said so." }],
  ] as const)("is the built-in panel after %s, at every step", (reason, kind) => {
    for (const now of [loading(), starting(), ready()]) expect(why(next(now, failed(reason)))).toEqual(kind);
  });

  it("knows a missing script from a missing network", () => {
    expect(why(next(starting(), failed("script", false)))).toEqual({ kind: "offline" });
  });

  it("gives up a page that begins anew by itself", () => {
    expect(why(next(ready(), { type: "hello" }))).toEqual({ kind: "unmounted" });
  });

  it("remembers that an answer was cut", () => {
    const busy = next(ready(), { type: "busy", busy: true });
    expect(next(busy, failed("unmounted"))).toMatchObject({ at: "panel", cut: true });
    expect(next(next(busy, { type: "busy", busy: false }), failed("unmounted"))).toMatchObject({
      cut: false,
    });
    expect(next(busy, { type: "looked", start: rolledBack("backend") })).toMatchObject({ cut: true });
  });
});

describe("on the way back", () => {
  const panel = () => next(starting(), failed("script", false));

  it("tries again only when the person says so", () => {
    const now = panel();
    for (const event of [
      { type: "opened" },
      { type: "looked", start: told },
      { type: "hello" },
      { type: "ready" },
      { type: "late" },
      { type: "busy", busy: true },
      failed("fatal"),
      { type: "refused", failure },
      { type: "minted" },
      { type: "not_started" },
    ] satisfies Happening[])
      expect(next(now, event)).toBe(now);
    expect(next(now, { type: "again" })).toEqual({ at: "asking" });
  });

  it("offers it once when the network is back", () => {
    const offered = next(panel(), { type: "online" });
    expect(why(offered)).toEqual({ kind: "back_online" });
    expect(next(offered, { type: "online" })).toBe(offered);
    const blocked = next(starting(), failed("script"));
    expect(next(blocked, { type: "online" })).toBe(blocked);
  });

  it("loads another frame for another attempt", () => {
    const first = loading();
    const second = after(first, failed("script"), { type: "again" }, started(told));
    expect(second).toMatchObject({ at: "chatkit", step: "loading" });
    expect((second as ChatKitShowing).load).not.toBe(first.load);
  });

  it("follows the rollback switch, there and back", () => {
    const rolled = next(ready(), { type: "looked", start: rolledBack("backend") });
    expect(why(rolled)).toEqual({ kind: "rollback", by: "backend" });
    expect(next(rolled, { type: "looked", start: rolledBack("backend") })).toMatchObject({
      why: why(rolled),
    });
    expect(why(next(rolled, { type: "looked", start: rolledBack("rollout") }))).toEqual({
      kind: "rollback",
      by: "rollout",
    });
    expect(next(rolled, { type: "looked", start: told })).toMatchObject({ at: "chatkit", step: "loading" });
    const there = ready();
    expect(next(there, { type: "looked", start: told })).toBe(there);
  });

  it("keeps the frame through settings that don't concern it, and loads anew for others", () => {
    const there = ready();
    const same = next(there, started({ ...told, settings: { ...told.settings } }));
    expect(same).toMatchObject({ at: "chatkit", step: "ready", load: there.load });
    const hosted = next(there, started(hostedStart));
    expect(hosted).toMatchObject({ at: "chatkit", step: "loading", api: "hosted" });
    expect((hosted as ChatKitShowing).load).not.toBe(there.load);
    expect(why(next(there, started(rolledBack("setting"))))).toEqual({ kind: "rollback", by: "setting" });
    expect(why(next(there, started({ ...told, page: null })))).toEqual({ kind: "no_page" });
  });
});

describe("hosted ChatKit", () => {
  const hosted = (...events: Happening[]) => chatKit(hostedStart, { type: "hello" }, ...events);

  it("gives way to this computer when it gets no first session, and says why", () => {
    for (const now of [hosted(), hosted({ type: "ready" })]) {
      const device = next(now, { type: "refused", failure });
      expect(device).toMatchObject({ at: "chatkit", step: "loading", api: "device", trouble: failure });
      expect((device as ChatKitShowing).load).not.toBe(now.load);
    }
    // What the frame that was given up says of it comes too late.
    const given = hosted();
    const device = next(given, { type: "refused", failure });
    expect(nextOf(device, { type: "in_frame", load: given.load, event: failed("no_session") })).toBe(device);
    expect(next(hosted(), failed("no_session"))).toMatchObject({
      api: "device",
      trouble: { message: "It said so." },
    });
  });

  it("stays, with the reason, when a later session fails, until one is got", () => {
    const there = hosted({ type: "ready" }, { type: "minted" });
    const troubled = next(there, { type: "refused", failure });
    expect(troubled).toEqual({ ...there, trouble: failure });
    expect(next(troubled, { type: "minted" })).toEqual(there);
    expect(next(there, { type: "minted" })).toBe(there);
  });

  it("is tried again by the person alone", () => {
    const device = after(hosted(), { type: "refused", failure }, { type: "hello" }, { type: "ready" });
    expect(next(device, { type: "looked", start: hostedStart })).toBe(device);
    expect(after(device, { type: "again" }, started(hostedStart))).toMatchObject({
      api: "hosted",
      trouble: null,
    });
  });

  it("is not talked about by a page that this computer serves", () => {
    const there = ready();
    expect(next(there, { type: "refused", failure })).toBe(there);
    expect(next(there, { type: "minted" })).toBe(there);
    expect(why(next(there, failed("no_session")))).toEqual({ kind: "fatal", detail: "" });
  });
});
