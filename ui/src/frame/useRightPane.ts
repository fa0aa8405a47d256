/** The right pane: which of its contents is shown, beside the list or, in a narrow window, over it. */
import { useCallback, useState } from "react";
import { remember, remembered } from "../storage/remember";

export type Pane = "chat";

export type RightPane = {
  /** What is shown now; null is nothing. */
  shown: Pane | null;
  show: (pane: Pane | null) => void;
  /** Takes away what lies over the list; what stands beside it stays. */
  uncover: () => void;
};

export function useRightPane(narrow: boolean): RightPane {
  const [beside, setBeside] = useState<Pane | null>(() => (remembered("pane") === "none" ? null : "chat"));
  // A window that grows brings back what stood beside the list; one that shrinks doesn't cover the list by itself.
  const [over, setOver] = useState<Pane | null>(null);
  const show = useCallback(
    (pane: Pane | null) => {
      if (narrow) setOver(pane);
      else {
        setBeside(pane);
        remember("pane", pane ?? "none");
      }
    },
    [narrow],
  );
  return { shown: narrow ? over : beside, show, uncover: useCallback(() => setOver(null), []) };
}
