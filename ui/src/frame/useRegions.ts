/** The parts of the window, walked through by F6: side list, list, right pane. */
import { useEffect, useState } from "react";
import { useCommandTable } from "../keys/registry";

const REGIONS = "nav.side, main, aside.pane";
/** Who takes the keyboard in a region where nobody had it yet. */
const FIRST = [
  '[data-side][tabindex="0"]',
  '[role="row"][tabindex="0"]',
  "textarea",
  "iframe",
  "input",
  "button",
];

const inReach = (element: Element) => element.closest("[hidden], [inert]") === null;

/** Who had the keyboard last in each region. */
type Last = Map<Element, HTMLElement>;

function step(by: 1 | -1, last: Last): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(inReach);
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const from = here < 0 ? (by === 1 ? -1 : 0) : here;
  const region = regions[(from + by + regions.length) % regions.length];
  if (!region) return;
  const before = last.get(region);
  const known = before !== undefined && region.contains(before) && inReach(before) ? [before] : [];
  const first = FIRST.flatMap((selector) => [...region.querySelectorAll<HTMLElement>(selector)]);
  for (const target of [...known, ...first.filter(inReach), region]) {
    target.focus();
    if (document.activeElement === target) return;
  }
}

/** The keyboard goes to the next part, or the one before, where it was there last. */
export function useRegions(): void {
  const [last] = useState<Last>(() => new Map());
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const target = event.target as HTMLElement;
      const region = target.closest(REGIONS);
      if (region !== null) last.set(region, target);
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [last]);
  useCommandTable({ next_region: () => step(1, last), previous_region: () => step(-1, last) });
}
