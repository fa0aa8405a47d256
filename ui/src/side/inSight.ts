/** What of the side list is in sight when the window opens: the first frame is drawn without the rest. */
import type { Overview } from "../ipc/bindings/Overview";

/** The least height of a row, in pixels. */
const ROW = 28;

/** An overview that ends where a window of this height does, give or take a few rows. */
export function inSight(overview: Overview | null, height: number): Overview | null {
  if (overview === null) return null;
  const rows = Math.ceil(height / ROW);
  const { lists, filters, tags } = overview;
  const left = Math.max(0, rows - lists.length);
  return {
    ...overview,
    lists: lists.slice(0, rows),
    filters: filters.slice(0, left),
    tags: tags.slice(0, Math.max(0, left - filters.length)),
  };
}
