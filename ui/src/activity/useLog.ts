import { useEffect, useMemo, useSyncExternalStore } from "react";
import { onChanged } from "../ipc/changes";
import { ActivitySource, type Log } from "./source";

/** The activity of a task, or all of it, kept current while it is shown. */
export function useLog(task: string | null, page: number): [ActivitySource, Log] {
  const source = useMemo(() => new ActivitySource(task === null ? {} : { task }, page), [task, page]);
  useEffect(() => {
    source.refresh();
    const leave = onChanged(() => source.refresh());
    return () => {
      leave();
      source.stop();
    };
  }, [source]);
  return [source, useSyncExternalStore(source.subscribe, source.snapshot)];
}
