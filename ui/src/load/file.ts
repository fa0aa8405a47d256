/** Files of the page that are loaded when something in them is first needed, or before that while nothing else is to do. */

export type File<M> = {
  /** What is in it; null until it is there. Throws what went wrong with it. */
  now: () => M | null;
  /** Loads it, once. */
  load: () => Promise<unknown>;
  /** Loads it, and calls back when it is there or can't be. Gives back what ends that. */
  subscribe: (changed: () => void) => () => void;
};

/** Those that are loaded before they are needed, in the order in which they were named. */
const ahead: File<unknown>[] = [];

/** A file by what imports it. One that is `rarely` needed is not loaded before it is. */
export function file<M>(open: () => Promise<M>, { rarely = false } = {}): File<M> {
  let state: { at: "unread" | "loading" } | { at: "there"; module: M } | { at: "failed"; why: unknown } = {
    at: "unread",
  };
  const waiting = new Set<() => void>();
  const settle = (to: typeof state) => {
    state = to;
    for (const each of [...waiting]) each();
  };
  let loading: Promise<void> | null = null;
  const load = () =>
    (loading ??= open().then(
      (module) => settle({ at: "there", module }),
      (why: unknown) => settle({ at: "failed", why }),
    ));
  const made: File<M> = {
    now: () => {
      if (state.at === "failed") throw state.why;
      return state.at === "there" ? state.module : null;
    },
    load,
    subscribe: (changed) => {
      waiting.add(changed);
      void load();
      return () => void waiting.delete(changed);
    },
  };
  if (!rarely) ahead.push(made);
  return made;
}

/** How long is waited where the engine doesn't say when it is idle, in milliseconds. */
const PAUSE = 50;

/** Resolves when there is nothing else to do. WebKit doesn't say when that is. */
function idle(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: 1000 });
    else setTimeout(done, PAUSE);
  });
}

/** Loads all files that may be needed, one after the other; also those that are named meanwhile. */
export async function loadAhead(): Promise<void> {
  for (let at = 0; at < ahead.length; at += 1) {
    await idle();
    await ahead[at]?.load();
  }
}
