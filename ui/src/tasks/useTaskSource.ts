import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { CivilDate } from "../dates/civil";
import { onChanged } from "../ipc/changes";
import { call } from "../ipc/host";
import { groupKey } from "./groups";
import { Ids } from "./ids";
import { placeKey, type TaskPlace, viewOf } from "./places";
import { type Reader, type Snapshot, TaskSource } from "./source";

/** Hits shown of a search. */
export const SEARCH_LIMIT = 200;

function readerOf(place: TaskPlace, words: string, today: CivilDate): Reader {
  const rows = (ids: string[]) => call("rows", { ids });
  const progress = (ids: readonly string[]) => call("progress", { ids });
  if (place.kind === "search") {
    return {
      rows,
      progress,
      keyOf: () => "open",
      load: () => {
        const search = { text: words, order: "newest", limit: SEARCH_LIMIT } as const;
        const first = words === "" ? Promise.resolve([]) : call("search", { search });
        return { first, ids: first.then((found) => Ids.of(found.map(({ id }) => id))) };
      },
    };
  }
  const view = viewOf(place);
  return {
    rows,
    progress,
    keyOf: (task) => groupKey(task, place.kind, today),
    load: () => ({
      first: call("view", { view }).then(({ first }) => first),
      ids: call("view_ids", { view }).then((bytes) => new Ids(bytes)),
    }),
  };
}

/** The tasks of a place, kept current while it is shown. `words` are what is searched. */
export function useTaskSource(place: TaskPlace, words: string, today: CivilDate): [TaskSource, Snapshot] {
  const key = placeKey(place);
  // A place is its key; a new object for the same place is no reason to load it again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const source = useMemo(() => new TaskSource(readerOf(place, "", today)), [key, today]);
  useEffect(() => {
    source.refresh();
    const leave = onChanged((changed) => source.refresh(changed.tasks));
    return () => {
      leave();
      source.stop();
    };
  }, [source]);
  useEffect(() => {
    if (key === "search") source.readFrom(readerOf({ kind: "search" }, words, today));
  }, [source, key, words, today]);
  const snapshot = useSyncExternalStore(source.subscribe, source.snapshot);
  return [source, snapshot];
}
