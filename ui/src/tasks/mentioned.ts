/** Tasks, lists and tags by the ids under which the chat mentions them. */
import type { Task } from "../ipc/bindings/Task";
import type { Place } from "./places";

export type Mentioned =
  { kind: "task"; id: string } | { kind: "list"; id: string } | { kind: "tag"; name: string };

/** What an id such as `task:UUID`, `list:UUID` or `tag:NAME` names; `null` where it names nothing. */
export function mentioned(entity: string): Mentioned | null {
  const colon = entity.indexOf(":");
  const kind = entity.slice(0, colon);
  const rest = entity.slice(colon + 1);
  if (colon < 0 || rest === "") return null;
  if (kind === "task" || kind === "list") return { kind, id: rest };
  return kind === "tag" ? { kind, name: rest } : null;
}

/** Where a task is to be seen. */
export function placeOf(task: Task): Place {
  if (task.deleted_at !== null) return { kind: "trash" };
  if (task.completed_at !== null) return { kind: "completed" };
  return task.list === null ? { kind: "inbox" } : { kind: "list", id: task.list };
}
