/** The one keeper of unsaved texts of this window, and who hears of what it saved. */
import type { Task } from "../ipc/bindings/Task";
import { call } from "../ipc/host";
import { Drafts } from "./drafts";

const listeners = new Set<(tasks: readonly Task[]) => void>();

export const drafts = new Drafts(async (task, patch) => {
  const { tasks } = await call("edit_tasks", { ids: [task], patch });
  for (const listener of listeners) listener(tasks);
});

/** Hears of tasks as saving left them, until the returned function is called. */
export function onSaved(listener: (tasks: readonly Task[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// The window is being left: what is typed is saved, not when its debounce is over.
window.addEventListener("blur", () => drafts.saveAll());
window.addEventListener("pagehide", () => drafts.saveAll());
document.addEventListener("visibilitychange", () => drafts.saveAll());
