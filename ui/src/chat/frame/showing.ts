/** What the chat pane shows, and how that changes. Nothing in here starts anything: see useShowing. */
import type { ChatPage } from "../../ipc/bindings/ChatPage";
import type { ChatStart } from "../../ipc/bindings/ChatStart";
import type { Failure } from "../../ipc/bindings/Failure";
import type { FromPage } from "../bridge/messages";
import type { Why } from "../way";

export type ChatKitShowing = {
  at: "chatkit";
  start: ChatStart;
  page: ChatPage;
  /** Which load of the page this is; each is a frame of its own. */
  load: number;
  /** Waiting for the page; waiting for ChatKit; there. */
  step: "loading" | "starting" | "ready";
  /** Who answers: this computer, or hosted ChatKit. */
  api: "device" | "hosted";
  /** Hosted ChatKit has had a session. */
  minted: boolean;
  /** Why hosted ChatKit has no session. Where it never had one, this computer answers meanwhile. */
  trouble: Failure | null;
  /** An answer is under way. */
  busy: boolean;
};

export type Showing =
  /** The chat was not opened yet, so nothing is known of it. */
  | { at: "closed" }
  /** The host is asked how the chat begins. */
  | { at: "asking" }
  /** The person is told what ChatKit sends, before anything is fetched. */
  | { at: "telling"; start: ChatStart }
  | ChatKitShowing
  /** The built-in panel. `cut` says that ChatKit went in the middle of an answer. */
  | { at: "panel"; start: ChatStart | null; why: Why; cut: boolean };

/** What happens in a frame, or doesn't in time. */
export type FrameEvent =
  /** The page in the frame is there. */
  | { type: "hello" }
  | { type: "ready" }
  /** The page gave up; `online` says whether there is a network. */
  | {
      type: "failed";
      reason: Extract<FromPage, { type: "failed" }>["reason"];
      detail: string;
      online: boolean;
    }
  /** The frame was waited for long enough. */
  | { type: "late" }
  | { type: "busy"; busy: boolean }
  /** Hosted ChatKit was refused a session, or got one. */
  | { type: "refused"; failure: Failure }
  | { type: "minted" };

export type Event =
  | { type: "opened" }
  /** The host said how the chat begins, since it was asked to, or set up anew. */
  | { type: "started"; start: ChatStart }
  /** The host was asked again, on the side. */
  | { type: "looked"; start: ChatStart }
  | { type: "not_started" }
  /** In the frame of this load. */
  | { type: "in_frame"; load: number; event: FrameEvent }
  /** The person wants ChatKit tried again. */
  | { type: "again" }
  /** The network is back. */
  | { type: "online" };

/** What is shown after an event. An event that makes no sense at a place changes nothing there. */
export function next(now: Showing, event: Event): Showing {
  switch (event.type) {
    case "opened":
      return now.at === "closed" ? { at: "asking" } : now;
    case "started":
      return started(now, event.start);
    case "looked":
      return looked(now, event.start);
    case "not_started":
      return now.at === "asking" ? { at: "panel", start: null, why: { kind: "no_page" }, cut: false } : now;
    case "again":
      return now.at === "panel" || now.at === "chatkit" ? { at: "asking" } : now;
    case "online":
      return now.at === "panel" && now.why.kind === "offline"
        ? { ...now, why: { kind: "back_online" } }
        : now;
    case "in_frame":
      // A frame that is being replaced may have something to say yet.
      return now.at === "chatkit" && now.load === event.load ? inFrame(now, event.event) : now;
  }
}

let loads = 0;

/** Where the chat goes from what the host says. */
function begin(start: ChatStart, cut: boolean): Showing {
  const { settings, rollback, page } = start;
  if (rollback !== null) return { at: "panel", start, why: { kind: "rollback", by: rollback }, cut };
  if (page === null) return { at: "panel", start, why: { kind: "no_page" }, cut };
  if (!settings.told) return { at: "telling", start };
  return load(start, page, settings.answers.from === "device" ? "device" : "hosted", null);
}

function load(
  start: ChatStart,
  page: ChatPage,
  api: ChatKitShowing["api"],
  trouble: Failure | null,
): ChatKitShowing {
  loads += 1;
  return {
    at: "chatkit",
    start,
    page,
    load: loads,
    step: "loading",
    api,
    minted: false,
    trouble,
    busy: false,
  };
}

function started(now: Showing, start: ChatStart): Showing {
  if (now.at === "closed") return now;
  if (now.at === "chatkit" && sameWay(now.start, start)) return { ...now, start };
  return begin(start, now.at === "chatkit" && now.busy);
}

/** Whether a frame that was loaded for the one does for the other. */
function sameWay(one: ChatStart, other: ChatStart): boolean {
  const way = ({ settings, rollback, page }: ChatStart) =>
    JSON.stringify([settings.told, settings.answers, rollback, page?.address]);
  return way(one) === way(other);
}

/** A look on the side puts a rollback into force, or ends it; it never tries again what has failed. */
function looked(now: Showing, start: ChatStart): Showing {
  if (now.at === "chatkit") {
    return start.rollback === null ? now : begin(start, now.busy);
  }
  if (now.at === "panel" && now.why.kind === "rollback") {
    return now.why.by === start.rollback ? { ...now, start } : begin(start, false);
  }
  return now;
}

function inFrame(now: ChatKitShowing, event: FrameEvent): Showing {
  const panel = (why: Why): Showing => ({ at: "panel", start: now.start, why, cut: now.busy });
  switch (event.type) {
    case "hello":
      // A page that begins anew by itself has lost what it showed.
      return now.step === "loading" ? { ...now, step: "starting" } : panel({ kind: "unmounted" });
    case "ready":
      return now.step === "starting" ? { ...now, step: "ready" } : now;
    case "late":
      if (now.step === "loading") return panel({ kind: "not_loaded" });
      return now.step === "starting" ? panel({ kind: "never_ready" }) : now;
    case "busy":
      return { ...now, busy: event.busy };
    case "minted":
      if (now.api !== "hosted" || (now.minted && now.trouble === null)) return now;
      return { ...now, minted: true, trouble: null };
    case "refused":
      if (now.api !== "hosted") return now;
      return now.minted
        ? { ...now, trouble: event.failure }
        : load(now.start, now.page, "device", event.failure);
    case "failed":
      return failed(now, event, panel);
  }
}

function failed(
  now: ChatKitShowing,
  { reason, detail, online }: Extract<FrameEvent, { type: "failed" }>,
  panel: (why: Why) => Showing,
): Showing {
  switch (reason) {
    case "script":
      return panel({ kind: online ? "script" : "offline" });
    case "never_ready":
    case "unmounted":
      return panel({ kind: reason });
    case "fatal":
      return panel({ kind: "fatal", detail });
    case "no_session":
      // Hosted alone asks for sessions; the page that serves this computer has no business saying so.
      if (now.api !== "hosted") return panel({ kind: "fatal", detail: "" });
      return load(now.start, now.page, "device", { code: "unavailable", message: detail });
  }
}
