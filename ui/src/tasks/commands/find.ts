/** Going to the row whose title begins as typed. */
import { findPlaces } from "../findPlaces";
import { nextOf } from "../typeAhead";
import type { ListContext } from "./context";

/** Finds the line: the nearest from here on, or the next one in a direction; null where there is none. */
export async function lineOfMatch(
  list: ListContext,
  typed: string,
  on: 1 | -1 | null,
): Promise<number | null> {
  const { snapshot, source, active, lines } = list;
  const places = await findPlaces(typed, snapshot.ids, snapshot.tasks, source);
  const here = active?.kind === "task" ? active.place : -1;
  const shown = places.filter((place) => lines.layout.lineOf(place) !== undefined);
  const to = nextOf(shown, here, on ?? 1, on === null);
  return to === null ? null : (lines.layout.lineOf(to) ?? null);
}
