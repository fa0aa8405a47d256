import type { Activity } from "../ipc/bindings/Activity";
import type { FieldChange } from "../ipc/bindings/FieldChange";

/** An entry for tests; what matters to a test is named in it. */
export function entry(seq: number, part: Partial<Activity> = {}): Activity {
  return {
    seq,
    group: `group-${String(seq)}`,
    actor: { kind: "person" },
    at: "2026-11-21T09:00:00Z",
    deed: "edited",
    subject: "Buy milk",
    count: 1,
    undone: false,
    reverses: null,
    fields: [],
    ...part,
  };
}

/** One field that was written, of a task called "task". */
export function wrote(
  field: string,
  old: unknown,
  now: unknown,
  part: Partial<FieldChange> = {},
): FieldChange {
  return { task: "task", occurrence: null, field, old, new: now, ...part };
}
