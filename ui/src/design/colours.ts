/** The colours of lists: their own, or one that the window gives them. */
import type { Colour } from "../ipc/bindings/Colour";
import type { Overview } from "../ipc/bindings/Overview";

/** What lists without a colour of their own get in turn: neighbours are well apart. */
const IN_TURN: readonly Colour[] = ["orange", "blue", "amber", "olive", "teal", "pink", "green", "grey"];

/** The colour of the list that was made as the nth, where it has none of its own. */
export const colourInTurn = (nth: number): Colour => IN_TURN[nth % IN_TURN.length] ?? "grey";

/** The colour of each list. Ids are in the order of making, so a new list changes no other's colour. */
export function listColours(overview: Overview | null): ReadonlyMap<string, Colour> {
  const lists = (overview?.lists ?? []).map(({ list }) => list).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(lists.map(({ id, colour }, at) => [id, colour ?? colourInTurn(at)]));
}
