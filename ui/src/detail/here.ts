/** What every part of the pane needs to know: the task, and how it is changed. */
import { createContext, useContext } from "react";
import type { CivilDate } from "../dates/civil";
import type { Applied } from "../ipc/bindings/Applied";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import type { Actions } from "../tasks/useActions";

export type Here = {
  task: Task;
  today: CivilDate;
  overview: Overview | null;
  actions: Actions;
  /** Does something to tasks, and shows how it left them; what goes wrong is said in the pane. */
  change: (run: () => Promise<Applied>) => Promise<Applied | null>;
  /** Takes tasks as an action left them. */
  put: (tasks: readonly Task[]) => void;
  /** Shows another task in the pane. */
  onOpen: (task: string) => void;
  /** The person wants to go where a link goes. */
  onLink: (address: string) => void;
};

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error("outside of the detail pane");
  return here;
}
