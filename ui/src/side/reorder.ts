/** Lists in another order: by keys, by dragging, and before the host has answered. */

/** After which list one stands when it is put at a place among the others; null is at the top. */
export function placeAfter(ids: readonly string[], id: string, to: number): string | null {
  const others = ids.filter((each) => each !== id);
  return others[Math.min(to, others.length) - 1] ?? null;
}

/** The ids with one of them after another; null is at the top. */
export function moved(ids: readonly string[], id: string, after: string | null): string[] {
  const others = ids.filter((each) => each !== id);
  const at = after === null ? 0 : others.indexOf(after) + 1;
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** Before which row something is dropped, by the middle of each row; the number of rows is at the end. */
export function dropPlace(middles: readonly number[], pointer: number): number {
  const at = middles.findIndex((middle) => pointer < middle);
  return at < 0 ? middles.length : at;
}
