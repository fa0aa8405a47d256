/** What the middle column shows, and the way back from a search. */
import { useCallback, useEffect, useState } from "react";
import type { Overview } from "../ipc/bindings/Overview";
import { FIRST_VIEW } from "../ipc/ahead";
import { type Place, placeKey, placeNow } from "../tasks/places";

export type PlaceState = {
  place: Place;
  go: (to: Place) => void;
  /** Shows what was shown before the search. */
  leaveSearch: () => void;
};

/** `onGo` is told whenever another place is gone to. */
export function usePlace(overview: Overview | null, onGo: () => void): PlaceState {
  const [place, setPlace] = useState<Place>(FIRST_VIEW);
  const [cameFrom, setCameFrom] = useState<Place>(FIRST_VIEW);

  const go = useCallback(
    (to: Place) => {
      onGo();
      if (to.kind === "search") {
        setPlace((now) => {
          if (now.kind !== "search") setCameFrom(now);
          return to;
        });
      } else setPlace(to);
    },
    [onGo],
  );
  const leaveSearch = useCallback(() => setPlace(cameFrom), [cameFrom]);

  // A list that is gone has nothing to show any more; a filter shows what it is now.
  const now = overview === null ? place : placeNow(place, overview);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- follows what somebody else did to the data
    if (placeKey(now) !== placeKey(place)) go(now);
  }, [now, place, go]);

  return { place, go, leaveSearch };
}
