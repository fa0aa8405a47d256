/** What the commands of the list see and can do. */
import type { CivilDate } from "../../dates/civil";
import type { Applied } from "../../ipc/bindings/Applied";
import type { Task } from "../../ipc/bindings/Task";
import type { CommandId } from "../../keys/commands";
import type { Run } from "../../keys/registry";
import type { Line } from "../layout";
import type { PickerKind } from "../pickers/TaskPicker";
import type { TaskPlace } from "../places";
import type { Selection } from "../selection";
import type { Snapshot, TaskSource } from "../source";
import type { Actions } from "../useActions";
import type { Lines } from "../useLines";

/** The commands that somebody can carry out; null is one that can't be just now. */
export type Runs = Partial<Record<CommandId, Run | null>>;

export type ListContext = {
  place: TaskPlace;
  placeName: string;
  today: CivilDate;
  source: TaskSource;
  snapshot: Snapshot;
  lines: Lines;
  actions: Actions;
  closed: ReadonlySet<string>;
  setClosed: (group: string, closed: boolean) => void;
  /** The line that the keys act on, and its task where that is loaded. */
  activeLine: number;
  active: Line | undefined;
  task: Task | null;
  selection: Selection;
  /** Lines that fit into the window. */
  page: () => number;
  /** Brings the keyboard to a line. */
  go: (line: number) => void;
  select: (selection: Selection) => void;
  /** Opens a popover for tasks. */
  pick: (kind: PickerKind, ids: readonly string[]) => void;
  edit: (id: string) => void;
  addBelow: (id: string) => void;
  find: () => void;
  /** Does something that takes tasks out of their place; the keyboard goes on to the next row. */
  leave: (ids: readonly string[], act: Promise<Applied | null>) => Promise<void>;
  /** Does something after which the tasks may stand elsewhere; the keyboard goes along with them. */
  follow: (ids: readonly string[], act: Promise<Applied | null>) => Promise<void>;
};

/** The tasks that a command is for: the selected ones, else the one that the keyboard is on. */
export function targets({ selection, active, snapshot }: ListContext): string[] {
  if (selection.count > 0) return selection.list();
  const id = active?.kind === "task" ? snapshot.ids.at(active.place) : undefined;
  return id === undefined ? [] : [id];
}

/** Whether a command has something to act on, without listing it. */
export function hasTarget({ selection, active }: ListContext): boolean {
  return selection.count > 0 || active?.kind === "task";
}

/** Whether tasks stand at the place in the order that the person gave them. */
export function isOrdered(place: TaskPlace): boolean {
  return place.kind === "inbox" || place.kind === "list";
}
