import type { Task } from "../ipc/bindings/Task";

/** A task for tests; what matters to a test is named in it. */
export function task(part: Partial<Task> & { id: string }): Task {
  return {
    short_id: part.id,
    title: part.id,
    notes: "",
    list: null,
    parent: null,
    start: null,
    due: null,
    deadline: null,
    duration: null,
    recurrence: null,
    occurrence: null,
    reminders: [],
    priority: "p4",
    tags: [],
    completed_at: null,
    deleted_at: null,
    created_at: "2026-11-01T08:00:00Z",
    created_by: { kind: "person" },
    ...part,
  };
}

/** The id of a test's nth task; later ones are greater, as with ids that are made one after the other. */
export function idOf(n: number): string {
  return `019aa000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}
