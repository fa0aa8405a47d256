import type { Task } from "../ipc/bindings/Task";

/** A task for tests; what matters to a test is named in it. */
export function task(part: Partial<Task> & { id: string }): Task {
  return {
    short_id: part.id,
    title: part.id,
    notes: "",
    list: null,
    due: null,
    priority: "p4",
    tags: [],
    completed_at: null,
    deleted_at: null,
    created_at: "2026-11-01T08:00:00Z",
    created_by: { kind: "person" },
    ...part,
  };
}
