/** What floats over the list: the bar of the selected, the popover that changes tasks, their menu. */
import type { RefObject } from "react";
import type { CivilDate } from "../dates/civil";
import type { Overview } from "../ipc/bindings/Overview";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import type { CommandId } from "../keys/commands";
import { useCommands } from "../keys/registry";
import { text } from "../messages/en";
import { menuText } from "../messages/menu";
import { isOrdered, type ListContext, type Runs, targets } from "./commands/context";
import { file } from "../load/file";
import { part } from "../load/part";
import { TaskPicker } from "./pickers/later";
import type { PickerKind } from "./pickers/TaskPicker";
import type { Point } from "./TaskMenu";

const BulkBar = part(
  file(() => import("./BulkBar")),
  (bar) => bar.BulkBar,
);
const TaskMenu = part(
  file(() => import("./TaskMenu")),
  (menu) => menu.TaskMenu,
  { opens: true },
);

/** A popover that is open, beside what, for which tasks. */
export type Picking = { kind: PickerKind; ids: readonly string[]; anchor: { current: Element | null } };

/** Loaded tasks that a popover for many is shown the values of. */
const SAMPLE = 200;

type Props = {
  list: ListContext;
  runs: Runs;
  run: (id: CommandId) => boolean;
  overview: Overview | null;
  today: CivilDate;
  bar: RefObject<HTMLDivElement | null>;
  picking: Picking | null;
  setPicking: (picking: Picking | null) => void;
  menu: Point | null;
  closeMenu: () => void;
  /** Brings the keyboard back to the rows. */
  toRows: () => void;
};

export function ListFloats(props: Props) {
  const { list, runs, run, overview, today, bar, picking, setPicking, menu, closeMenu, toRows } = props;
  const { place, selection, snapshot, actions, task } = list;
  const commands = useCommands();
  const picked = picking?.ids.slice(0, SAMPLE).flatMap((id) => snapshot.tasks.get(id) ?? []) ?? [];
  const can = (id: CommandId) => {
    // Where the order isn't the person's, the menu offers none.
    if ((id === "move_up" || id === "move_down") && !isOrdered(place)) return false;
    return id in runs ? runs[id] !== null : commands.can(id);
  };
  return (
    <>
      {selection.count > 0 && (
        <div ref={bar} className="bulk-at">
          <BulkBar
            count={selection.count}
            trash={place.kind === "trash"}
            onComplete={() => runs.complete?.()}
            onRestore={() => runs.restore?.()}
            onDelete={() => runs.delete?.()}
            onPick={(kind, beside) => setPicking({ kind, ids: targets(list), anchor: { current: beside } })}
            onClose={() => {
              list.select(selection.from(null));
              toRows();
            }}
            onBack={toRows}
          />
        </div>
      )}
      {picking && (
        <TaskPicker
          kind={picking.kind}
          tasks={picked}
          count={picking.ids.length}
          overview={overview}
          today={today}
          anchor={picking.anchor}
          onPatch={(patch: TaskPatch, words) =>
            void list.follow(picking.ids, actions.edit(picking.ids, patch, words))
          }
          onClose={() => {
            setPicking(null);
            toRows();
          }}
        />
      )}
      {menu && (
        <TaskMenu
          at={menu}
          label={
            selection.count > 0 ? menuText.ofMany(selection.count) : menuText.of(task?.title ?? text.untitled)
          }
          can={can}
          onRun={(id) => {
            // The keyboard comes back first; what opens next takes it from there.
            setTimeout(() => run(id));
          }}
          onClose={() => {
            closeMenu();
            toRows();
          }}
        />
      )}
    </>
  );
}
