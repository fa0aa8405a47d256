/** How tasks stand below each other in a view that has each subtask after what it is below. */
import type { Task } from "../ipc/bindings/Task";

/** The row at a place: undefined where it isn't loaded, null past the ends. */
export type RowAt = (place: number) => Task | null | undefined;

/** What a walk found; a number is a place whose row must be loaded first. */
export type Found<T> = { found: T } | { load: number };

/** The first place after a task and all that is below it. */
export function endOfTree(place: number, rowAt: RowAt): Found<number> {
  const root = rowAt(place);
  if (root === undefined) return { load: place };
  if (root === null) return { found: place };
  const inside = new Set([root.id]);
  for (let at = place + 1; ; at += 1) {
    const row = rowAt(at);
    if (row === undefined) return { load: at };
    if (row === null || row.parent === null || !inside.has(row.parent)) return { found: at };
    inside.add(row.id);
  }
}

/** The sibling before a task, by its place; null for the first. */
export function siblingBefore(place: number, rowAt: RowAt): Found<number | null> {
  const task = rowAt(place);
  if (task === undefined) return { load: place };
  if (task === null) return { found: null };
  for (let at = place - 1; ; at -= 1) {
    const row = rowAt(at);
    if (row === undefined) return { load: at };
    if (row === null || row.id === task.parent) return { found: null };
    if (row.parent === task.parent) return { found: at };
  }
}

/** The sibling after a task, by its place; null for the last. */
export function siblingAfter(place: number, rowAt: RowAt): Found<number | null> {
  const task = rowAt(place);
  const end = endOfTree(place, rowAt);
  if ("load" in end) return end;
  const row = rowAt(end.found);
  if (row === undefined) return { load: end.found };
  return { found: row !== null && task && row.parent === task.parent ? end.found : null };
}

/** The last of a task's own subtasks, by its place; null where it has none. */
export function lastBelow(place: number, rowAt: RowAt): Found<number | null> {
  const task = rowAt(place);
  const end = endOfTree(place, rowAt);
  if ("load" in end) return end;
  for (let at = end.found - 1; at > place; at -= 1) if (rowAt(at)?.parent === task?.id) return { found: at };
  return { found: null };
}
