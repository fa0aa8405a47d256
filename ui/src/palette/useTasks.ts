/** Tasks for the palette: found as one types, or used last. */
import { useEffect, useRef, useState } from "react";
import type { Task } from "../ipc/bindings/Task";
import { call } from "../ipc/host";

const LIMIT = 8;

/**
 * The tasks with these words, the newest first. One question is under way at a time; what was typed meanwhile is
 * asked next, the latest alone. Until the answer is there, what was found before stays.
 */
export function useFoundTasks(words: string): readonly Task[] {
  const [found, setFound] = useState<{ words: string; tasks: readonly Task[] }>({ words: "", tasks: [] });
  const wanted = useRef(words);
  const asking = useRef(false);
  useEffect(() => {
    wanted.current = words;
    if (asking.current || words === "") return;
    const ask = async () => {
      asking.current = true;
      for (let last = ""; wanted.current !== "" && wanted.current !== last;) {
        last = wanted.current;
        const search = { text: last, order: "newest", limit: LIMIT } as const;
        // What can't be searched finds nothing; commands and places work all the same.
        const tasks = await call("search", { search }).catch(() => []);
        setFound({ words: last, tasks });
      }
      asking.current = false;
    };
    void ask();
  }, [words]);
  useEffect(
    () => () => {
      wanted.current = "";
    },
    [],
  );
  return words === "" ? [] : found.tasks;
}

/** The tasks with these ids that are still there, in this order. */
export function useTasks(ids: readonly string[]): ReadonlyMap<string, Task> {
  const [tasks, setTasks] = useState<ReadonlyMap<string, Task>>(new Map());
  const asked = ids.join(" ");
  useEffect(() => {
    if (asked === "") return;
    let gone = false;
    void call("rows", { ids: asked.split(" ") })
      .catch(() => [])
      .then((rows) => {
        if (!gone)
          setTasks(new Map(rows.filter((row) => row.deleted_at === null).map((row) => [row.id, row])));
      });
    return () => {
      gone = true;
    };
  }, [asked]);
  return tasks;
}
