/** A component in a file of its own. Once that is there, it is like any other. */
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from "react";
import type { File } from "./file";
import { holdKeys } from "./keysAhead";

/** `meanwhile` keeps its place until it is there; nothing, if not said. */
export type Later<P> = ComponentType<P & { meanwhile?: ReactNode }>;

/** `opens`: it takes the keyboard, so keys that are pressed meanwhile wait for it. */
export function part<M, P extends object>(
  of: File<M>,
  pick: (module: M) => ComponentType<P>,
  { opens = false } = {},
): Later<P> {
  return function Part({ meanwhile = null, ...props }) {
    const module = useSyncExternalStore(of.subscribe, of.now);
    const waits = opens && module === null;
    useEffect(() => (waits ? holdKeys() : undefined), [waits]);
    if (module === null) return meanwhile;
    const It = pick(module);
    return <It {...(props as unknown as P)} />;
  };
}
