/** What the ids in the activity are called. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { CivilDate } from "../dates/civil";
import type { Activity } from "../ipc/bindings/Activity";
import type { Overview } from "../ipc/bindings/Overview";
import { call } from "../ipc/host";
import { namedTasks, type Names } from "./words";

/** Tasks asked for in one call. */
const BATCH = 500;

export function useNames(entries: readonly Activity[], overview: Overview | null, today: CivilDate): Names {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const missing = namedTasks(entries).filter((id) => !asked.current.has(id));
    for (const id of missing) asked.current.add(id);
    for (let from = 0; from < missing.length; from += BATCH) {
      void call("rows", { ids: missing.slice(from, from + BATCH) })
        .then((tasks) =>
          setTitles((now) => new Map([...now, ...tasks.map(({ id, title }) => [id, title] as const)])),
        )
        .catch(() => undefined); // they are then called nothing
    }
  }, [entries]);
  return useMemo(() => {
    const lists = new Map((overview?.lists ?? []).map(({ list }) => [list.id, list.name]));
    return { today, list: (id) => lists.get(id), task: (id) => titles.get(id) };
  }, [overview, today, titles]);
}
