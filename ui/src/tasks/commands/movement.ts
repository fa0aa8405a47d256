/** Moving along the list, and selecting. */
import { runsBetween } from "../ranges";
import { Selection } from "../selection";
import type { ListContext, Runs } from "./context";

export function movement(list: ListContext): Runs {
  const { lines, activeLine, selection, snapshot } = list;
  const { layout } = lines;
  const last = layout.count - 1;
  const move = (line: number) => {
    list.select(selection.from(null));
    list.go(Math.min(last, Math.max(0, line)));
  };
  return {
    up: () => move(activeLine - 1),
    down: () => move(activeLine + 1),
    first: () => move(0),
    last: () => move(last),
    page_up: () => move(activeLine - list.page()),
    page_down: () => move(activeLine + list.page()),
    find: list.find,
    select_up: () => extend(list, -1),
    select_down: () => extend(list, 1),
    select_all:
      layout.shown.length === 0
        ? null
        : () => list.select(Selection.of(snapshot.ids, layout.shown, selection.anchor)),
  };
}

/** The next line in a direction that is a task's. */
function taskLine({ lines: { layout } }: ListContext, from: number, direction: 1 | -1): number | null {
  for (let line = from + direction; ; line += direction) {
    const found = layout.at(line);
    if (!found) return null;
    if (found.kind === "task") return line;
  }
}

function extend(list: ListContext, direction: 1 | -1): void {
  const next = taskLine(list, list.activeLine, direction);
  if (next === null) return;
  selectTo(list, next);
  list.go(next);
}

/** Selects from where the range begins up to a line. */
export function selectTo(list: ListContext, line: number): void {
  const { lines, active, selection, snapshot } = list;
  const { ids } = snapshot;
  const to = lines.layout.at(line);
  if (to?.kind !== "task") return;
  const began = selection.anchor === null ? undefined : ids.placeOf(selection.anchor);
  const from = began ?? (active?.kind === "task" ? active.place : to.place);
  const anchor = ids.at(from) ?? null;
  list.select(Selection.of(ids, runsBetween(from, to.place, lines.layout.shown), anchor));
}
