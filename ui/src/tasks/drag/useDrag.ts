/**
 * Dragging rows with the pointer: over the list, where they have an order, and over whatever takes tasks (`data-drop`).
 * Pointer events alone: the drag and drop of the system is not the same in every window. All of it has keys, too.
 */
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from "react";
import { edgeSpeed, type Landing } from "./geometry";
import { type DropTarget, readDrop } from "./targets";

/** Where among the lines it would go: at which height, how far in. */
export type Gap = { y: number; depth: number; landing: Landing };

export type Dragging = {
  ids: readonly string[];
  x: number;
  y: number;
  gap: Gap | null;
};

type Options = {
  scroller: RefObject<HTMLElement | null>;
  /** The tasks that go along when a row is dragged; empty where it can't be. */
  take: (line: number) => readonly string[];
  /** The gap under the pointer, `x` from where it was pressed, `y` from the top of all lines; null for none. */
  gapAt: (x: number, y: number, ids: readonly string[]) => Gap | null;
  onDrop: (ids: readonly string[], on: DropTarget | Landing) => void;
};

/** Pixels that a press may move and still be a click. */
const SLACK = 5;
const OVER = "data-drop-over";

export function useDrag({ scroller, take, gapAt, onDrop }: Options) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const latest = useRef({ take, gapAt, onDrop });
  useEffect(() => {
    latest.current = { take, gapAt, onDrop };
  });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: ReactPointerEvent) => {
    const pressed = event.target as HTMLElement;
    const row = pressed.closest<HTMLElement>('[role="row"][data-index]');
    const touch = event.pointerType === "touch"; // a finger scrolls
    if (event.button !== 0 || touch || !row || pressed.closest("button, input, textarea, .edit, .add-below"))
      return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const line = Number(row.dataset["index"]);
    const began = { x: event.clientX, y: event.clientY };
    let ids: readonly string[] | null = null;
    let at = began;
    let frame = 0;
    let over: HTMLElement | null = null;
    let gap: Gap | null = null;

    const mark = (element: HTMLElement | null) => {
      if (over === element) return;
      over?.removeAttribute(OVER);
      over = element;
      over?.setAttribute(OVER, "");
    };
    const look = () => {
      const list = scroller.current;
      if (!ids || !list) return;
      const under = document.elementFromPoint(at.x, at.y);
      const target = under?.closest<HTMLElement>("[data-drop]") ?? null;
      const box = list.getBoundingClientRect();
      const inside = under !== null && list.contains(under);
      gap = inside ? latest.current.gapAt(at.x - began.x, at.y - box.top + list.scrollTop, ids) : null;
      mark(gap === null ? target : null);
      setDragging({ ids, ...at, gap });
    };
    const scroll = () => {
      const list = scroller.current;
      if (list && ids) {
        const box = list.getBoundingClientRect();
        const beside = at.x < box.left || at.x > box.right;
        const speed = beside ? 0 : edgeSpeed(at.y, box.top, box.bottom);
        if (speed !== 0) {
          list.scrollTop += speed;
          look();
        }
      }
      frame = requestAnimationFrame(scroll);
    };
    const move = (moved: PointerEvent) => {
      at = { x: moved.clientX, y: moved.clientY };
      if (ids === null) {
        if (Math.hypot(at.x - began.x, at.y - began.y) < SLACK) return;
        ids = latest.current.take(line);
        if (ids.length === 0) {
          end();
          return;
        }
        frame = requestAnimationFrame(scroll);
        document.documentElement.dataset["dragging"] = "";
      }
      moved.preventDefault();
      look();
    };
    const up = () => {
      const target = over?.dataset["drop"];
      const dropped = ids;
      const landing = gap?.landing ?? (target === undefined ? null : readDrop(target));
      end();
      if (!dropped) return;
      // The click that follows would let the selection go.
      const swallow = (click: MouseEvent) => click.stopPropagation();
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      if (landing) latest.current.onDrop(dropped, landing);
    };
    const key = (pressedKey: KeyboardEvent) => {
      if (pressedKey.key !== "Escape" || ids === null) return;
      pressedKey.preventDefault();
      pressedKey.stopPropagation();
      end();
    };
    const end = () => {
      cancelAnimationFrame(frame);
      mark(null);
      setDragging(null);
      delete document.documentElement.dataset["dragging"];
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", end);
      window.removeEventListener("blur", end);
      window.removeEventListener("keydown", key, true);
      stop.current = null;
    };
    stop.current?.();
    stop.current = end;
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", end);
    window.addEventListener("blur", end);
    window.addEventListener("keydown", key, true);
  };
  return { dragging, onPointerDown };
}
