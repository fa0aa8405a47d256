/** What a click in the list does: it goes to a row, selects with Ctrl and Shift, and opens the menu. */
import type { MouseEvent } from "react";
import type { Point } from "../TaskMenu";
import type { ListContext } from "./context";
import { selectTo } from "./movement";

type Options = {
  list: ListContext;
  /** Makes a line the one that the keys act on, without scrolling to it. */
  setActive: (line: number) => void;
  /** Somebody is at work in the list. */
  onWork: () => void;
  openMenu: (line: number, at?: Point) => void;
};

/** Parts of a row that answer for themselves. */
const OWN = "button, .edit, .add-below";

function lineUnder({ target }: MouseEvent): number {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return Number(row?.dataset["index"] ?? -1);
}

export function pointer({ list, setActive, onWork, openMenu }: Options) {
  const { lines, snapshot, selection, active } = list;
  const { ids } = snapshot;
  return {
    onClick: (event: MouseEvent) => {
      const line = lineUnder(event);
      const at = lines.layout.at(line);
      if (at?.kind !== "task" || (event.target as Element).closest(OWN)) return;
      if (event.shiftKey) selectTo(list, line);
      else if (event.ctrlKey || event.metaKey) {
        // The row that was clicked before looked selected already.
        const begun =
          selection.count === 0 && selection.anchor !== null && active?.kind === "task"
            ? selection.toggle(ids.placeOf(selection.anchor, active.place) ?? -1)
            : selection;
        list.select(begun.toggle(at.place));
      } else list.select(selection.from(ids.at(at.place) ?? null));
      onWork();
      setActive(line);
    },
    onContextMenu: (event: MouseEvent) => {
      const line = lineUnder(event);
      const at = lines.layout.at(line);
      if (at?.kind !== "task" || (event.target as Element).closest(".edit, .add-below")) return;
      event.preventDefault();
      if (!selection.has(at.place)) list.select(selection.from(ids.at(at.place) ?? null));
      list.go(line);
      openMenu(line, event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined);
    },
  };
}
