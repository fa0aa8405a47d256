/** A column of rows is one stop of Tab; in it one walks by the arrow keys. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";

const ROWS = "[data-side]";

/** Rows are elements with `data-side`, each with a text of its own, and `tabIndex` -1 otherwise. */
export function useRoving(box: RefObject<HTMLElement | null>) {
  const last = useRef<string | null>(null);
  const rows = () => [...(box.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])];

  const settle = () => {
    const all = rows();
    const stop =
      all.find((row) => row.dataset["side"] === last.current) ??
      all.find((row) => row.hasAttribute("aria-current")) ??
      all[0];
    for (const row of all) row.tabIndex = row === stop ? 0 : -1;
  };
  useLayoutEffect(settle);

  return {
    onFocus: (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>(ROWS);
      if (!row) return;
      last.current = row.dataset["side"] ?? null;
      settle();
    },
    onBlur: (event: FocusEvent) => {
      // Who comes back comes to where one is.
      if (box.current?.contains(event.relatedTarget) !== true) last.current = null;
      settle();
    },
    onKeyDown: (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.defaultPrevented || target.closest("input") || box.current?.contains(target) !== true) return;
      const all = rows();
      const here = target.closest<HTMLElement>(`${ROWS}, [data-of]`);
      const key = here?.dataset["of"] ?? here?.dataset["side"];
      const at = all.findIndex((row) => row.dataset["side"] === key);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      all[Math.min(all.length - 1, Math.max(0, to))]?.focus();
    },
  };
}
