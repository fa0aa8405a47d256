/** What choices are called. */
import type { Priority } from "../../ipc/bindings/Priority";
import { text } from "../../messages/en";

/** "Priority 1", or "No priority". */
export const priorityName = (priority: Priority) =>
  priority === "p4" ? text.noPriority : text.priority(priority);
