/** Small things of this window that outlive it, such as which chat was open. Nothing depends on them. */

export type Remembered =
  | "pane"
  /** The task whose details were shown. */
  | "pane.task"
  | "chat.thread"
  | "chat.hosted_thread"
  /** What was run from the palette last, the latest first, a line each. */
  | "palette.recent"
  /** Which groups of the side list are closed, a word each. */
  | "side.closed";

export function remembered(what: Remembered): string | null {
  try {
    return localStorage.getItem(what);
  } catch {
    return null; // storage switched off: then nothing is remembered
  }
}

export function remember(what: Remembered, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(what);
    else localStorage.setItem(what, value);
  } catch {
    // As above.
  }
}
