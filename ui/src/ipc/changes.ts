/** Changes by anybody: one stream from the host, listened to by whatever shows something. */
import type { Changed } from "./bindings/Changed";
import { call, channel } from "./host";

const listeners = new Set<(changed: Changed) => void>();
let watching = false;

/** Starts the stream; once for the life of the page. */
export async function startWatching(): Promise<void> {
  if (watching) return;
  watching = true;
  const on_change = channel<Changed>((changed) => {
    for (const listener of listeners) listener(changed);
  });
  try {
    await call("watch", { on_change });
  } catch (thrown) {
    watching = false;
    throw thrown;
  }
}

/** Listens until the returned function is called. */
export function onChanged(listener: (changed: Changed) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
