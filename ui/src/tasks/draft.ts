/** What a person changed of a task that is edited, and what of it is a change. */
import type { Priority } from "../ipc/bindings/Priority";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";

export type Draft = Pick<
  Task,
  "title" | "notes" | "due" | "start" | "recurrence" | "reminders" | "deadline" | "duration" | "tags"
> & {
  priority: Priority;
  /** The list by its id, or the name of one that is yet to be made; null is the Inbox. */
  list: string | null;
  /** The occurrences that follow move with the due date. */
  following: boolean;
};

/** The draft of a task as it is now. */
export function draftOf(task: Task): Draft {
  const { title, notes, due, start, recurrence, reminders, deadline, duration, tags, priority, list } = task;
  return {
    title,
    notes,
    due,
    start,
    recurrence,
    reminders,
    deadline,
    duration,
    tags,
    priority,
    list,
    following: false,
  };
}

/** The tags in a typed text: "@phone @town, home" are three. */
export function tagsIn(typed: string): string[] {
  return typed
    .split(/[\s,]+/u)
    .map((word) => word.replace(/^@+/u, ""))
    .filter((word) => word !== "");
}

/** A list of things after some were added and others removed. */
export function changed(
  now: readonly string[],
  add: readonly string[] | undefined,
  remove: readonly string[] | undefined,
): string[] {
  return [...new Set([...now, ...(add ?? [])])].filter((each) => !remove?.includes(each));
}

/** What changed from one draft to another; null when nothing did. */
export function patchOf(before: Draft, after: Draft): TaskPatch | null {
  const patch: TaskPatch = {};
  const title = after.title.trim();
  if (title !== before.title) patch.title = title;
  if (after.notes !== before.notes) patch.notes = after.notes;
  if (after.due !== before.due) patch.due = after.due;
  if (after.due !== before.due && after.due !== null && after.following) patch.following = true;
  if (after.start !== before.start) patch.start = after.start;
  if (after.recurrence !== before.recurrence) patch.recurrence = after.recurrence;
  if (after.deadline !== before.deadline) patch.deadline = after.deadline;
  if (after.duration !== before.duration) patch.duration = after.duration;
  if (after.list !== before.list) patch.list = after.list;
  if (after.priority !== before.priority) patch.priority = after.priority;
  const added = (of: "tags" | "reminders") => after[of].filter((each) => !before[of].includes(each));
  const removed = (of: "tags" | "reminders") => before[of].filter((each) => !after[of].includes(each));
  if (added("tags").length > 0) patch.add_tags = added("tags");
  if (removed("tags").length > 0) patch.remove_tags = removed("tags");
  if (added("reminders").length > 0) patch.add_reminders = added("reminders");
  if (removed("reminders").length > 0) patch.remove_reminders = removed("reminders");
  return Object.keys(patch).length === 0 ? null : patch;
}
