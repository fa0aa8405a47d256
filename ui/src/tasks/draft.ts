/** What a person typed over a task, and what of it is a change. */
import { type CivilDate } from "../dates/civil";
import { dueWords } from "../dates/labels";
import type { Priority } from "../ipc/bindings/Priority";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";

export type Draft = {
  title: string;
  notes: string;
  /** Words: "tomorrow 9:00"; empty for none. */
  due: string;
  /** A list's name; empty for the Inbox. */
  list: string;
  priority: Priority;
  tags: string[];
  /** A tag that is being typed, with or without its @. */
  newTag: string;
};

/** The draft of a task as it is now. */
export function draftOf(task: Task, listName: string, today: CivilDate): Draft {
  return {
    title: task.title,
    notes: task.notes,
    due: task.due === null ? "" : dueWords(task.due, today),
    list: listName,
    priority: task.priority,
    tags: task.tags,
    newTag: "",
  };
}

/** The tags in a typed text: "@phone @town, home" are three. */
export function tagsIn(typed: string): string[] {
  return typed
    .split(/[\s,]+/u)
    .map((word) => word.replace(/^@+/u, ""))
    .filter((word) => word !== "");
}

/** What changed from one draft to another; null when nothing did. */
export function patchOf(before: Draft, after: Draft): TaskPatch | null {
  const patch: TaskPatch = {};
  const title = after.title.trim();
  if (title !== before.title) patch.title = title;
  if (after.notes !== before.notes) patch.notes = after.notes;
  const due = after.due.trim();
  if (due !== before.due) patch.due = due === "" ? null : due;
  const list = after.list.trim();
  if (list !== before.list) patch.list = list === "" ? null : list;
  if (after.priority !== before.priority) patch.priority = after.priority;
  const tags = [...after.tags, ...tagsIn(after.newTag)];
  const added = tags.filter((tag) => !before.tags.includes(tag));
  const removed = before.tags.filter((tag) => !tags.includes(tag));
  if (added.length > 0) patch.add_tags = [...new Set(added)];
  if (removed.length > 0) patch.remove_tags = removed;
  return Object.keys(patch).length === 0 ? null : patch;
}
