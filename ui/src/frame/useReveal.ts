/**
 * Shows what was named elsewhere, as `task:UUID`, `list:UUID` or `tag:NAME`, at its place in the list; says `gone` of a
 * task that isn't there any more.
 */
import { call } from "../ipc/host";
import { chatText } from "../messages/chat";
import { mentioned, placeOf } from "../tasks/mentioned";
import type { Frame } from "./useFrame";
import type { PlaceState } from "./usePlace";

export function useReveal(
  { column, pane, toList }: Frame,
  { place, go }: PlaceState,
  say: (message: string) => void,
): (entity: string, gone?: string) => Promise<void> {
  return async (entity, gone = chatText.notFound) => {
    const what = mentioned(entity);
    if (what === null) return;
    pane.uncover();
    if (what.kind !== "task") {
      go(what);
      setTimeout(toList);
      return;
    }
    let at = place;
    if (column.current?.shows(what.id) !== true) {
      const [task] = await call("rows", { ids: [what.id] }).catch(() => []);
      if (task === undefined) {
        say(gone);
        return;
      }
      at = placeOf(task);
      go(at);
    }
    column.current?.reveal(what.id, at);
  };
}
