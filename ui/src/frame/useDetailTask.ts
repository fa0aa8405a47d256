/** Which task the detail pane shows: the one that was opened, then whichever the person goes to in the list. */
import { useCallback, useMemo, useRef, useState } from "react";
import { remember, remembered } from "../storage/remember";
import type { Frame } from "./useFrame";

export type DetailTask = {
  task: string | null;
  /** The person is at this task in the list. */
  follow: (task: string) => void;
  /** Opens a task in the pane, with the keyboard. */
  open: (task: string) => void;
  /** Opens the task at which the person is in the list, or the one that was open last. */
  openActive: () => void;
};

export function useDetailTask({ pane: { shown }, setPane }: Frame): DetailTask {
  const [task, setTask] = useState(() => remembered("pane.task"));
  const active = useRef<string | null>(null);
  const choose = useCallback((to: string) => {
    setTask(to);
    remember("pane.task", to);
  }, []);
  const follow = useCallback(
    (to: string) => {
      active.current = to;
      if (shown === "detail") choose(to);
    },
    [shown, choose],
  );
  const open = useCallback(
    (to: string) => {
      choose(to);
      setPane("detail");
    },
    [choose, setPane],
  );
  const openActive = useCallback(() => {
    if (active.current !== null) choose(active.current);
    setPane("detail");
  }, [choose, setPane]);
  return useMemo(() => ({ task, follow, open, openActive }), [task, follow, open, openActive]);
}
