/** Where a dragged task would stand: sums with pixels and levels, nothing of the page. */
import type { Beside } from "../../ipc/bindings/Beside";

/** A row of the outline, as far as dropping needs it. */
export type DropRow = { id: string; parent: string | null; depth: number };

/** What dropping changes: beside which task it stands, or below which as its first. */
export type Landing = { beside: Beside } | { below: string };

/** Pixels by which one level is further in. */
export const STEP = 32;

/** The gap nearest to a height among lines of which each begins and ends somewhere: before which of them. */
export function gapAt(
  y: number,
  lines: readonly { index: number; start: number; end: number }[],
): number | null {
  for (const { index, start, end } of lines) if (y < (start + end) / 2) return index;
  const last = lines.at(-1);
  return last === undefined ? null : last.index + 1;
}

/** The level that is meant by how far in the pointer is, as deep as it may be between two rows. */
export function depthAt(inset: number, above: DropRow | null, below: DropRow | null): number {
  const deepest = above === null ? 0 : above.depth + 1;
  const highest = below === null ? 0 : Math.min(below.depth, deepest);
  return Math.max(highest, Math.min(deepest, Math.floor(inset / STEP)));
}

/**
 * Where a task lands between two rows at a level. `ancestors` are the rows above the gap's upper row, from its own to
 * the outermost, each with its depth.
 */
export function landing(
  above: DropRow | null,
  below: DropRow | null,
  depth: number,
  ancestors: readonly DropRow[],
): Landing | null {
  if (
    below !== null &&
    below.depth === depth &&
    (above === null || below.parent === above.id || above.depth < depth)
  )
    return { beside: { kind: "before", id: below.id } };
  if (above === null) return null;
  if (depth > above.depth) return { below: above.id };
  const beside = [above, ...ancestors].find((row) => row.depth === depth);
  return beside ? { beside: { kind: "after", id: beside.id } } : null;
}

/** How fast the list scrolls by itself while something is held at its edge, in pixels for a frame. */
export function edgeSpeed(y: number, top: number, bottom: number): number {
  const EDGE = 48;
  const FASTEST = 18;
  if (y < top + EDGE) return -Math.ceil(FASTEST * Math.min(1, (top + EDGE - y) / EDGE));
  if (y > bottom - EDGE) return Math.ceil(FASTEST * Math.min(1, (y - bottom + EDGE) / EDGE));
  return 0;
}
