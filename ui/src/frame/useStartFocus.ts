/** At the start the list has the keyboard, unless the person has put it somewhere already. */
import { useEffect, useRef } from "react";
import type { Place } from "../tasks/places";
import type { Frame } from "./useFrame";

/** `shown`: there is something to see. `detail` is the task whose details are shown: its row is the one. */
export function useStartFocus(
  { column, toList }: Frame,
  shown: boolean,
  place: Place,
  detail: string | null,
): void {
  const given = useRef(false);
  useEffect(() => {
    if (!shown || given.current) return;
    given.current = true;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    if (detail !== null && column.current?.shows(detail) === true) column.current.reveal(detail, place);
    else toList();
  }, [shown, column, toList, place, detail]);
}
