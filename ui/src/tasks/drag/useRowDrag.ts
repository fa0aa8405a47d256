/** Dragging the rows of a list: which go along, where they can be put, and what dropping does. */
import type { RefObject } from "react";
import { longDay } from "../../dates/labels";
import { movedTo, keepingTime, setAside } from "../../dates/picker/choice";
import { text } from "../../messages/en";
import { listText } from "../../messages/list";
import type { Overview } from "../../ipc/bindings/Overview";
import { isOrdered, type ListContext } from "../commands/context";
import { indentOf } from "../indent";
import * as said from "../pickers/said";
import { depthAt, type DropRow, gapAt, landing, type Landing, STEP } from "./geometry";
import type { DropTarget } from "./targets";
import { type Gap, useDrag } from "./useDrag";

type Lines = readonly { index: number; start: number; end: number }[];

export function useRowDrag(
  list: ListContext,
  scroller: RefObject<HTMLElement | null>,
  shown: Lines,
  overview: Overview | null,
) {
  const { place, lines, snapshot, selection, actions, today } = list;
  const { layout } = lines;
  const { tasks, ids: view } = snapshot;

  const dropRow = (line: number): DropRow | null => {
    const at = layout.at(line);
    const task =
      at?.kind === "task" && at.group.key === "open" ? tasks.get(view.at(at.place) ?? "") : undefined;
    return task ? { id: task.id, parent: task.parent, depth: indentOf(task, tasks)?.depth ?? 0 } : null;
  };
  const ancestors = (row: DropRow): DropRow[] => {
    const above: DropRow[] = [];
    for (let parent = tasks.get(row.parent ?? ""); parent; parent = tasks.get(parent.parent ?? "")) {
      above.push({ id: parent.id, parent: parent.parent, depth: row.depth - above.length - 1 });
    }
    return above;
  };

  const gap = (x: number, y: number, moved: readonly string[]): Gap | null => {
    if (!isOrdered(place)) return null;
    const goes = new Set(moved);
    const isMoved = (row: DropRow) => goes.has(row.id) || ancestors(row).some(({ id }) => goes.has(id));
    const line = gapAt(y, shown);
    if (line === null) return null;
    // What is dragged is no neighbour of itself.
    let up = line - 1;
    let down = line;
    for (let row = dropRow(up); row && isMoved(row); row = dropRow(up)) up -= 1;
    for (let row = dropRow(down); row && isMoved(row); row = dropRow(down)) down += 1;
    const above = dropRow(up);
    const below = dropRow(down);
    // As far in as it was, and as far as the pointer went since.
    const first = tasks.get(moved[0] ?? "");
    const own = first ? (indentOf(first, tasks)?.depth ?? 0) : 0;
    const depth = depthAt((own + 0.5) * STEP + (document.dir === "rtl" ? -x : x), above, below);
    const found = landing(above, below, depth, above ? ancestors(above) : []);
    const at = shown.find(({ index }) => index === line);
    const height = at?.start ?? shown.find(({ index }) => index === line - 1)?.end;
    return found && height !== undefined ? { y: height, depth, landing: found } : null;
  };

  const onDrop = (moved: readonly string[], on: DropTarget | Landing) => {
    const known = moved.flatMap((id) => tasks.get(id) ?? []);
    const who = { title: known[0]?.title ?? "", count: moved.length };
    if ("beside" in on) {
      const words = said.of(who, listText.reordered, listText.reorderedMany);
      void list.follow(moved, actions.place(moved, on.beside, words));
    } else if ("below" in on) {
      const parent = tasks.get(on.below)?.title ?? "";
      lines.fold(on.below, false);
      const words = said.of(
        who,
        (title) => listText.indented(title, parent),
        (count) => listText.indentedMany(count, parent),
      );
      void list.follow(moved, actions.edit(moved, { parent: on.below }, words));
    } else dropOn(on);

    function dropOn(target: DropTarget): void {
      switch (target.kind) {
        case "trash":
          void list.leave(
            moved,
            known[0] && moved.length === 1 ? actions.remove(known[0]) : actions.removeAll(moved),
          );
          return;
        case "tag":
          void list.follow(
            moved,
            actions.edit(
              moved,
              { add_tags: [target.name] },
              said.of(who, listText.tagged, listText.taggedMany),
            ),
          );
          return;
        case "inbox":
        case "list": {
          const id = target.kind === "list" ? target.id : null;
          const name = overview?.lists.find((each) => each.list.id === id)?.list.name ?? text.inbox;
          void list.follow(moved, actions.edit(moved, { list: id }, said.list(who, name)));
          return;
        }
        case "someday":
          void list.follow(moved, actions.edit(moved, setAside, said.due(who, setAside, null)));
          return;
        case "today":
        case "day": {
          const day = target.kind === "day" ? target.day : today;
          const patch = keepingTime(movedTo(day, known));
          void list.follow(moved, actions.edit(moved, patch, said.due(who, patch, longDay(day, today))));
        }
      }
    }
  };

  return useDrag({
    scroller,
    take: (line) => {
      const at = layout.at(line);
      if (place.kind === "trash" || at?.kind !== "task") return [];
      const id = view.at(at.place);
      if (id === undefined) return [];
      return selection.has(at.place) ? selection.list() : [id];
    },
    gapAt: gap,
    onDrop,
  });
}
