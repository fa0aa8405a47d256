/** Small things of this window that outlive it: which pane was open. Nothing depends on them. */

export type Remembered = "pane" | "pane.task" | "chat.thread" | "chat.hosted_thread";

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
