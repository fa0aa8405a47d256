/** How high a row is: the number that the style sheet has for the chosen density, for what lays rows out itself. */
import { useSyncExternalStore } from "react";

/** Comfortable; where no style sheet says otherwise. */
const USUAL = 40;

let known: number | null = null; // asking the style sheet anew for each render would cost

function rowHeight(): number {
  if (known === null) {
    const style = getComputedStyle(document.documentElement);
    known = Number.parseFloat(style.getPropertyValue("--h-row")) || USUAL;
  }
  return known;
}

function onDensity(changed: () => void): () => void {
  known = null;
  const watch = new MutationObserver(() => {
    known = null;
    changed();
  });
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-density"] });
  return () => watch.disconnect();
}

/** The height of a task's row, in pixels. */
export function useRowHeight(): number {
  return useSyncExternalStore(onDensity, rowHeight);
}
