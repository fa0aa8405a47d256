/** Whether what people do can be saved, as far as the last commands have shown. */
import type { Code } from "./bindings/Code";
import { failureOf } from "./failure";

export type Health = "well" | Extract<Code, "disk_full" | "read_only">;

const WRITES = /^(add|edit|complete|delete|restore|place|skip|end|undo|redo|save|empty|remove)(_|$)/;

let health: Health = "well";
const listeners = new Set<() => void>();

function become(now: Health): void {
  if (health === now) return;
  health = now;
  for (const listener of listeners) listener();
}

/** A command was carried out: one that writes shows that there is room again. */
export function noteWorked(command: string): void {
  if (WRITES.test(command)) become("well");
}

/** A command failed. */
export function noteFailed(thrown: unknown): void {
  const { code } = failureOf(thrown);
  if (code === "disk_full" || code === "read_only") become(code);
}

export function healthNow(): Health {
  return health;
}

export function onHealth(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
