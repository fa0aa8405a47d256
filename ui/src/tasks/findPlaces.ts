/** The places of the tasks whose titles begin as typed: all of a short view, of a long one those that are found soon. */
import { call } from "../ipc/host";
import type { Task } from "../ipc/bindings/Task";
import type { Ids } from "./ids";
import type { TaskSource } from "./source";
import { begins } from "./typeAhead";

/** Rows up to which all are loaded and looked at. */
const SHORT = 2000;
/** Hits asked of the host in a longer view. */
const HITS = 500;

export async function findPlaces(
  typed: string,
  ids: Ids,
  tasks: ReadonlyMap<string, Task>,
  source: TaskSource,
): Promise<number[]> {
  const more: Task[] = [];
  if (ids.length <= SHORT) await source.ensure(ids.slice(0, ids.length));
  else {
    const search = { text: typed, order: "newest", limit: HITS } as const;
    // Without the host's hits there are those that are loaded.
    more.push(...(await call("search", { search }).catch(() => [])));
  }
  const found = [...tasks.values(), ...more].filter(({ title }) => begins(title, typed));
  return [...ids.placesOf(new Set(found.map(({ id }) => id))).values()];
}
