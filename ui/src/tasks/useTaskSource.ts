import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from "react";
import type { CivilDate } from "../dates/civil";
import { ahead, FIRST_VIEW } from "../ipc/ahead";
import { onChanged } from "../ipc/changes";
import { call } from "../ipc/host";
import { groupKey } from "./groups";
import type { SearchOrder } from "../ipc/bindings/SearchOrder";
import type { Task } from "../ipc/bindings/Task";
import { Ids } from "./ids";
import { placeKey, type TaskPlace, viewOf } from "./places";
import { type Reader, type Snapshot, TaskSource } from "./source";

/** Hits shown of a search. */
export const SEARCH_LIMIT = 200;

/** What is searched, and which hits come first. */
export type Searched = { words: string; order: SearchOrder };
const NOTHING: Searched = { words: "", order: "newest" };

/** What is done below what is open. */
function openFirst(found: readonly Task[]): Task[] {
  const isOpen = ({ completed_at }: Task) => completed_at === null;
  return [...found.filter(isOpen), ...found.filter((task) => !isOpen(task))];
}

/** Whether a new task is the last of the open ones at a place: the Inbox and lists are in the order of adding. */
function isNewestOf(place: TaskPlace, { parent, list }: Task): boolean {
  if (parent !== null) return false;
  return place.kind === "list" ? list === place.id : place.kind === "inbox" && list === null;
}

function readerOf(place: TaskPlace, { words, order }: Searched, today: CivilDate): Reader {
  const rows = (ids: string[]) => call("rows", { ids });
  const progress = (ids: readonly string[]) => call("progress", { ids });
  if (place.kind === "search") {
    return {
      rows,
      progress,
      keyOf: ({ completed_at }) => (completed_at === null ? "open" : "completed"),
      endsWith: () => false,
      load: () => {
        const search = { text: words, order, limit: SEARCH_LIMIT };
        const first = words === "" ? Promise.resolve([]) : call("search", { search }).then(openFirst);
        return { first, ids: first.then((found) => Ids.of(found.map(({ id }) => id))) };
      },
    };
  }
  const view = viewOf(place);
  return {
    rows,
    progress,
    keyOf: (task) => groupKey(task, place.kind, today),
    endsWith: (task) => isNewestOf(place, task),
    load: () => ({
      first: call("view", { view }).then(({ first }) => first),
      ids: call("view_ids", { view }).then((bytes) => new Ids(bytes)),
    }),
  };
}

/** What is known of a place already: of the window's first, at its start. */
function firstRowsOf(place: TaskPlace): readonly Task[] {
  return place.kind === FIRST_VIEW.kind ? (ahead("view")?.first ?? []) : [];
}

/** The tasks of a place, kept current while it is shown. */
export function useTaskSource(
  place: TaskPlace,
  { words, order }: Searched,
  today: CivilDate,
): [TaskSource, Snapshot] {
  const key = placeKey(place);
  const source = useMemo(
    () => new TaskSource(readerOf(place, NOTHING, today), firstRowsOf(place)),
    // A place is its key; a new object for the same place is no reason to load it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, today],
  );
  // Before the frame is drawn that waits for it.
  useLayoutEffect(() => {
    source.begin();
    const leave = onChanged((changed) => source.refresh(changed.tasks));
    return () => {
      leave();
      source.stop();
    };
  }, [source]);
  useEffect(() => {
    if (key === "search") source.readFrom(readerOf({ kind: "search" }, { words, order }, today));
  }, [source, key, words, order, today]);
  const snapshot = useSyncExternalStore(source.subscribe, source.snapshot);
  return [source, snapshot];
}
