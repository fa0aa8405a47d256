import { useEffect, useMemo, useSyncExternalStore } from "react";
import { onChanged } from "../ipc/changes";
import { onSaved } from "./saving";
import { type Detail, DetailSource } from "./source";

/** A task and what is around it, kept current while it is shown. */
export function useDetail(id: string): [DetailSource, Detail] {
  const source = useMemo(() => new DetailSource(id), [id]);
  useEffect(() => {
    source.refresh();
    const leaves = [onChanged(() => source.refresh()), onSaved((tasks) => source.put(tasks))];
    return () => {
      for (const leave of leaves) leave();
      source.stop();
    };
  }, [source]);
  return [source, useSyncExternalStore(source.subscribe, source.snapshot)];
}
