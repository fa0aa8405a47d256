/** What the assistant's turns tell the window, in ChatKit's client effects. */
import * as v from "valibot";

const changed = v.object({
  name: v.literal("tasks.changed"),
  data: v.object({ group: v.pipe(v.string(), v.uuid()) }),
});

/** The group of a turn that changed tasks; `null` for any other effect. */
export function changedGroup(effect: { name: string; data: Record<string, unknown> }): string | null {
  const read = v.safeParse(changed, effect);
  return read.success ? read.output.data.group : null;
}
