/** Which way the chat is shown, and why it isn't ChatKit. */
import type { Rollback } from "../ipc/bindings/Rollback";

/** Why the built-in panel is shown where ChatKit could have been. */
export type Why =
  /** Somebody decided so: the person, the environment, the backend, or the rollout. */
  | { kind: "rollback"; by: Rollback }
  /** There is no loopback server, so there is no chat page. */
  | { kind: "no_page" }
  /** The chat page didn't load in its frame. */
  | { kind: "not_loaded" }
  /** ChatKit's script didn't load: no network, blocked, or an error in it. */
  | { kind: "script" }
  /** It didn't load, and there is no network. */
  | { kind: "offline" }
  /** There was no network; now there is. */
  | { kind: "back_online" }
  /** It loaded, but ChatKit never became ready. */
  | { kind: "never_ready" }
  /** ChatKit took itself off the page, as it does when it won't run here. */
  | { kind: "unmounted" }
  /** ChatKit reported an error that it doesn't come back from; `detail` in its own words, or empty. */
  | { kind: "fatal"; detail: string }
  /** Hosted ChatKit got no session; `message` says what happened and what to do. */
  | { kind: "no_session"; message: string };
