import type { Task } from "../ipc/bindings/Task";

/** Levels that are indented; what is deeper stands below the third. */
const DEEPEST = 3;

/** How far in a subtask stands, and the title of what it is below; null where no parent is loaded. */
export function indentOf(
  task: Pick<Task, "parent">,
  loaded: ReadonlyMap<string, Task>,
): { depth: number; parent: string } | null {
  const parent = task.parent === null ? undefined : loaded.get(task.parent);
  if (!parent) return null;
  let depth = 1;
  for (let above = parent; depth < DEEPEST && above.parent !== null; depth += 1) {
    const next = loaded.get(above.parent);
    if (!next) break;
    above = next;
  }
  return { depth, parent: parent.title };
}
