/** The detail pane over a host that keeps tasks in memory, for tests. */
import { render } from "@testing-library/react";
import { vi } from "vitest";
import type { Activity } from "../ipc/bindings/Activity";
import type { Changed } from "../ipc/bindings/Changed";
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import type { Actions } from "../tasks/useActions";

type Call = { name: string; args: Record<string, unknown> };

export class Host {
  tasks: Task[] = [];
  activity: Activity[] = [];
  calls: Call[] = [];
  /** What the next changes are answered with, in place of being done. */
  failure: Failure | null = null;

  /** All calls of a command. */
  all(name: string): Record<string, unknown>[] {
    return this.calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  answer(name: string, args: Record<string, unknown>): unknown {
    this.calls.push({ name, args });
    const ids = (args["ids"] ?? []) as string[];
    const named = () => this.tasks.filter(({ id }) => ids.includes(id));
    switch (name) {
      case "rows":
        return named();
      case "view_ids":
        return bytesOf(this.tasks.filter(({ parent }) => parent !== null).map(({ id }) => id));
      case "next_dues":
        return [];
      case "activity": {
        const { before = Infinity, limit } = args["query"] as { before?: number; limit: number };
        return this.activity.filter(({ seq }) => seq < before).slice(0, limit);
      }
    }
    if (this.failure) throw Object.assign(new Error(), this.failure);
    if (name === "edit_tasks") {
      const { add_tags, remove_tags, ...rest } = args["patch"] as TaskPatch;
      this.change(ids, (task) => ({
        ...task,
        ...(rest as Partial<Task>),
        tags: [...task.tags, ...(add_tags ?? [])].filter((tag) => !remove_tags?.includes(tag)),
      }));
    }
    return { group: "group", tasks: named() };
  }

  change(ids: readonly string[], how: (task: Task) => Task): void {
    this.tasks = this.tasks.map((task) => (ids.includes(task.id) ? how(task) : task));
  }
}

export function bytesOf(ids: readonly string[]): ArrayBuffer {
  const hex = ids.map((id) => id.replaceAll("-", "")).join("");
  return Uint8Array.from(hex.match(/../gu) ?? [], (digits) => parseInt(digits, 16)).buffer;
}

/** What stands in for the host's door, and tells of changes. */
export const door = {
  host: new Host(),
  listeners: new Set<(changed: Changed) => void>(),
  call: (name: string, args: Record<string, unknown> = {}) =>
    Promise.resolve().then(() => door.host.answer(name, args)),
  channel: (receive: unknown) => receive,
};

/** Somebody else changed something. */
export function changedElsewhere(tasks: string[]): void {
  for (const listener of door.listeners) listener({ seq: 1, tasks, lists: [], filters: [] });
}

export const changes = {
  onChanged: (listener: (changed: Changed) => void) => {
    door.listeners.add(listener);
    return () => door.listeners.delete(listener);
  },
};

export function begin(...tasks: Task[]): Host {
  door.host = new Host();
  door.host.tasks = tasks;
  return door.host;
}

/** Actions of which a test looks at what was said and undone. */
export function actionsFor(): Actions & { said: string[] } {
  const said: string[] = [];
  const applied = () => Promise.resolve({ group: "group", tasks: [] });
  return {
    said,
    complete: vi.fn(applied),
    remove: vi.fn(applied),
    restore: vi.fn(applied),
    completeAll: applied,
    removeAll: applied,
    restoreAll: applied,
    edit: applied,
    place: applied,
    skip: applied,
    duplicate: applied,
    change: applied,
    undo: vi.fn(() => Promise.resolve()),
    redo: () => Promise.resolve(),
    say: (message) => said.push(message),
  };
}

export { render };
