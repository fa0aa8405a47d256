/** The lines of a snapshot: which are folded away, which line a key stands on, and which rows are where. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { type Group } from "./groups";
import { layOut, type Layout, type Line } from "./layout";
import { endOfTree, type Found, type RowAt } from "./outline";
import type { Run } from "./selection";
import type { Snapshot, TaskSource } from "./source";

/** Rows loaded at once where a walk along the outline needs one that isn't there. */
const STEP = 200;

export const headingKey = (group: Group) => `heading:${group.key}`;

export type Lines = {
  layout: Layout;
  /** The id of a line's task, or the key of its heading; empty where there is no such line. */
  keyOf: (line: Line | undefined) => string;
  /** The line of a key; `near` is where it was last. */
  lineOf: (key: string, near?: number) => number | undefined;
  rowAt: RowAt;
  /** Walks along the outline, and loads the rows that the walk needs. */
  walk: <T>(step: (rowAt: RowAt) => Found<T>) => Promise<T>;
  folded: ReadonlySet<string>;
  /** Folds the subtasks of a task away, or shows them. */
  fold: (id: string, shut: boolean) => void;
};

export function useLines(source: TaskSource, snapshot: Snapshot, closed: ReadonlySet<string>): Lines {
  const { ids, groups, tasks } = snapshot;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const hidden = useHidden(source, snapshot, folded);
  const layout = useMemo(() => layOut(groups, closed, hidden), [groups, closed, hidden]);

  const rowAt = useCallback<RowAt>(
    (place) => {
      const id = ids.at(place);
      return id === undefined ? null : tasks.get(id);
    },
    [ids, tasks],
  );
  const walk = useCallback(
    async <T>(step: (rowAt: RowAt) => Found<T>): Promise<T> => walkAlong(source, rowAt, ids, step),
    [source, rowAt, ids],
  );
  const keyOf = useCallback(
    (line: Line | undefined): string =>
      line === undefined ? "" : line.kind === "heading" ? headingKey(line.group) : (ids.at(line.place) ?? ""),
    [ids],
  );
  const lineOf = useCallback(
    (key: string, near = -1): number | undefined => {
      if (key === "") return undefined;
      const last = layout.at(near);
      if (last && keyOf(last) === key) return near;
      const heading = groups.find((group) => headingKey(group) === key);
      if (heading) return layout.headingOf(heading.key);
      const at = ids.placeOf(key);
      return at === undefined ? undefined : layout.lineOf(at);
    },
    [groups, layout, ids, keyOf],
  );
  const fold = useCallback((id: string, shut: boolean) => {
    setFolded((now) => {
      const next = new Set(now);
      if (shut) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return { layout, keyOf, lineOf, rowAt, walk, folded, fold };
}

async function walkAlong<T>(
  source: TaskSource,
  rowAt: RowAt,
  ids: Snapshot["ids"],
  step: (rowAt: RowAt) => Found<T>,
): Promise<T> {
  // A row that can't be loaded is as good as the end.
  const missing = new Set<number>();
  const seen: RowAt = (place) => rowAt(place) ?? (missing.has(place) ? null : rowAt(place));
  for (;;) {
    const found = step(seen);
    if ("found" in found) return found.found;
    await source.ensure(ids.slice(found.load - STEP / 2, found.load + STEP / 2));
    if (rowAt(found.load) === undefined) missing.add(found.load);
  }
}

const NOTHING = "[]";

/** The places of all that is below folded tasks, in order. */
function useHidden(source: TaskSource, snapshot: Snapshot, folded: ReadonlySet<string>): readonly Run[] {
  const { ids, tasks } = snapshot;
  const runs: Run[] = [];
  let load: number | null = null;
  const rowAt: RowAt = (place) => {
    const id = ids.at(place);
    return id === undefined ? null : tasks.get(id);
  };
  const places = folded.size === 0 ? [] : [...ids.placesOf(folded).values()].sort((a, b) => a - b);
  for (const place of places) {
    if (place < (runs.at(-1)?.[1] ?? 0)) continue; // folded away itself
    const end = endOfTree(place, rowAt);
    if ("load" in end) load = end.load;
    const until = "load" in end ? end.load : end.found;
    if (until > place + 1) runs.push([place + 1, until]);
  }
  // Rows further down may be missing: until they are loaded what is above them is folded away.
  useEffect(() => {
    if (load !== null) void source.ensure(ids.slice(load, load + STEP));
  }, [source, ids, load]);
  // The same runs are the same to whoever lays out by them.
  const text = places.length === 0 ? NOTHING : JSON.stringify(runs);
  return useMemo(() => JSON.parse(text) as Run[], [text]);
}
