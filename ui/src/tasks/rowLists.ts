/** What a row says of its list. */
import { listColours } from "../design/colours";
import type { Overview } from "../ipc/bindings/Overview";
import type { RowList } from "./TaskRow";

/** The lists by their ids. */
export function rowLists(overview: Overview | null): ReadonlyMap<string, RowList> {
  const colours = listColours(overview);
  return new Map(
    (overview?.lists ?? []).map(({ list: { id, name } }) => [
      id,
      { name, colour: colours.get(id) ?? "grey" },
    ]),
  );
}
