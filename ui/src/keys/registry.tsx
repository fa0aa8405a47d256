/** Who carries commands out at the moment. */
import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from "react";
import type { CommandId } from "./commands";

export type Run = () => void;

/** Runs commands that somebody can carry out now. */
export type Commands = {
  /** Runs it, and gives back whether anybody could. */
  run: (id: CommandId) => boolean;
  /** Whether anybody can. */
  can: (id: CommandId) => boolean;
};

type Registry = Commands & { add: (id: CommandId, run: () => Run | null) => () => void };

/** A registry of its own. The last one who says that they carry a command out does. */
export function registry(): Registry {
  const known = new Map<CommandId, (() => Run | null)[]>();
  const find = (id: CommandId): Run | null => {
    const all = known.get(id) ?? [];
    for (let at = all.length - 1; at >= 0; at -= 1) {
      const run = all[at]?.();
      if (run) return run;
    }
    return null;
  };
  return {
    run: (id) => {
      const run = find(id);
      run?.();
      return run !== null;
    },
    can: (id) => find(id) !== null,
    add: (id, run) => {
      const all = known.get(id) ?? [];
      known.set(id, [...all, run]);
      return () =>
        known.set(
          id,
          (known.get(id) ?? []).filter((each) => each !== run),
        );
    },
  };
}

const Context = createContext<Registry>(registry());

export function CommandProvider({ children }: { children: ReactNode }) {
  const own = useMemo(() => registry(), []);
  return <Context value={own}>{children}</Context>;
}

/** The commands that can be run from here. */
export function useCommands(): Commands {
  return useContext(Context);
}

/** Carries a command out for as long as the component is there; `null` says that it can't just now. */
export function useCommand(id: CommandId, run: Run | null): void {
  const all = useContext(Context);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => all.add(id, () => latest.current), [all, id]);
}

/** As `useCommand`, for several. Which ones they are must not change. */
export function useCommandTable(runs: Partial<Record<CommandId, Run | null>>): void {
  const all = useContext(Context);
  const latest = useRef(runs);
  useEffect(() => {
    latest.current = runs;
  });
  const ids = Object.keys(runs).join(" ");
  useEffect(() => {
    const ends = ids.split(" ").map((id) => {
      const command = id as CommandId;
      return all.add(command, () => latest.current[command] ?? null);
    });
    return () => ends.forEach((end) => end());
  }, [all, ids]);
}
