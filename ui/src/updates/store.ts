/** How it stands with updates: one state for the whole window, asked for anew whenever the host says so. */
import { useSyncExternalStore } from "react";
import type { Release } from "../ipc/bindings/Release";
import type { Step } from "../ipc/bindings/Step";
import type { UpdateState } from "../ipc/bindings/UpdateState";
import { call } from "../ipc/host";

let now: UpdateState | null = null;
let asked = 0;
let known = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks, and takes over the answer unless a later question has been answered by then. Rejects with a `Failure`. */
export async function askUpdates(question: () => Promise<UpdateState>): Promise<void> {
  asked += 1;
  const turn = asked;
  const answer = await question();
  if (turn < known) return;
  known = turn;
  now = answer;
  for (const listener of listeners) listener();
}

/** Asks how it stands now. Where there is no answer, what was known holds. */
export function lookAtUpdates(): void {
  askUpdates(() => call("update_state")).catch(() => undefined);
}

/** The state; null until it is known. */
export function useUpdates(): UpdateState | null {
  return useSyncExternalStore(subscribe, () => now);
}

/** The version that a step speaks of. */
export function releaseOf(step: Step): Release | null {
  return "release" in step ? step.release : null;
}
