/** The far side of the list, for tests: some tasks, and what it is asked. */
import type { Task } from "../ipc/bindings/Task";

import { idOf, task } from "./sample.test-data";

type Call = { name: string; args: Record<string, unknown> };

/** The calls that change tasks. */
const CHANGES: ReadonlySet<string> = new Set([
  "add_subtask",
  "delete_tasks",
  "duplicate_tasks",
  "edit_tasks",
  "end_recurrence",
  "place_tasks",
  "restore_tasks",
  "skip_occurrence",
]);

export class ListHost {
  tasks: Task[] = [];
  calls: Call[] = [];
  #groups = 0;

  of(name: string): Record<string, unknown>[] {
    return this.calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  answer(name: string, args: Record<string, unknown> = {}): unknown {
    this.calls.push({ name, args });
    const ids = [...((args["ids"] ?? []) as string[])];
    const named = () => this.tasks.filter(({ id }) => ids.includes(id));
    switch (name) {
      case "view":
        return { first: this.tasks, seq: 1 };
      case "view_ids":
        return bytesOf(this.tasks.map(({ id }) => id));
      case "rows":
        return named();
      case "progress":
      case "search":
        return [];
      case "read_quick_add":
        return { spans: [] };
      case "undo":
        return {
          group: args["group"] ?? `g${this.#groups}`,
          summary: "Took it back.",
          restored: [],
          stayed: [],
        };
      case "read_due":
      case "read_reminder":
        return null;
      case "empty_trash": {
        const gone = this.tasks.length;
        this.tasks = [];
        return gone;
      }
      case "complete_tasks": {
        const completed_at = args["completed"] === true ? "2026-11-21T09:00:00Z" : null;
        this.tasks = this.tasks.map((task) => (ids.includes(task.id) ? { ...task, completed_at } : task));
        break;
      }
      case "add_task": {
        const added = task({ id: idOf(900 + this.#groups), title: String(args["text"]) });
        this.tasks = [...this.tasks, added];
        ids.push(added.id);
        break;
      }
      case "edit_tasks":
      case "place_tasks":
      case "delete_tasks":
      case "restore_tasks":
        break;
      default:
        // What only looks makes no group.
        if (!CHANGES.has(name)) return null;
    }
    // What goes on with an earlier call is of its group.
    if (args["group"] === undefined) this.#groups += 1;
    return { group: args["group"] ?? `g${this.#groups}`, tasks: named() };
  }
}

function bytesOf(ids: readonly string[]): ArrayBuffer {
  const digits = ids.map((id) => id.replaceAll("-", "")).join("");
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes.buffer;
}
