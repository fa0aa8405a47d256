/** At the start the list has the keyboard, unless the person has put it somewhere already. */
import { useCallback, useRef } from "react";
import type { Place } from "../tasks/places";
import type { Frame } from "./useFrame";

/**
 * Gives it to the list; to be called when there is something to see, and once only does something. `detail` is the
 * task whose details are shown: its row is the one.
 */
export function useStartFocus({ column, toList }: Frame, place: Place, detail: string | null): () => void {
  const given = useRef(false);
  return useCallback(() => {
    if (given.current) return;
    given.current = true;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    if (detail !== null && column.current?.shows(detail) === true) column.current.reveal(detail, place);
    else toList();
  }, [column, toList, place, detail]);
}
