/** Dragging rows to another place among their siblings, by the pointer. */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { dropPlace, placeAfter } from "./reorder";

/** So far, in pixels, a press is still a click. */
const STILL = 5;

export type Drag = {
  /** What is dragged, and before which row it would land. */
  dragged: { id: string; before: number } | null;
  onPointerDown: (id: string) => (event: PointerEvent) => void;
};

/** `box` holds the rows as elements with `data-order`, in the order of `ids`. */
export function useDragOrder(
  box: RefObject<HTMLElement | null>,
  ids: readonly string[],
  onPlace: (id: string, after: string | null) => void,
): Drag {
  const [dragged, setDragged] = useState<Drag["dragged"]>(null);
  const latest = useRef({ ids, onPlace });
  useEffect(() => {
    latest.current = { ids, onPlace };
  });
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  const onPointerDown = (id: string) => (down: PointerEvent) => {
    if (down.button !== 0 || down.pointerType === "touch") return;
    let before: number | null = null;
    const move = (event: globalThis.PointerEvent) => {
      if (before === null && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < STILL)
        return;
      const rows = box.current?.querySelectorAll("[data-order]") ?? [];
      const middles = [...rows].map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return top + height / 2;
      });
      before = dropPlace(middles, event.clientY);
      setDragged({ id, before });
    };
    const drop = () => {
      stop();
      if (before === null) return;
      // The press that ends a drag is no click.
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      const { ids, onPlace } = latest.current;
      const from = ids.indexOf(id);
      const to = before > from ? before - 1 : before;
      if (to !== from) onPlace(id, placeAfter(ids, id, to));
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || before === null) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    const stop = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", stop);
      window.removeEventListener("keydown", key, { capture: true });
      setDragged(null);
    };
    end.current();
    end.current = stop;
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", stop);
    window.addEventListener("keydown", key, { capture: true });
  };
  return { dragged, onPointerDown };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
