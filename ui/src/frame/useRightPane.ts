/** The right pane: which of its contents is shown, beside the list or, in a narrow window, over it. */
import { useCallback, useMemo, useState } from "react";
import { remember, remembered } from "../storage/remember";

export type Pane = "chat" | "detail";

export type RightPane = {
  /** What is shown now; null is nothing. */
  shown: Pane | null;
  show: (pane: Pane | null) => void;
  /** Puts the chat in the place of what is shown, or what was shown back in its place; gives back which it is then. */
  swap: () => Pane | null;
  /** Takes away what lies over the list; what stands beside it stays. */
  uncover: () => void;
};

function rememberedPane(): Pane | null {
  const pane = remembered("pane");
  if (pane === "none") return null;
  return pane === "detail" ? "detail" : "chat";
}

export function useRightPane(narrow: boolean): RightPane {
  const [beside, setBeside] = useState(rememberedPane);
  // A window that grows brings back what stood beside the list; one that shrinks doesn't cover the list by itself.
  const [over, setOver] = useState<Pane | null>(null);
  const [under, setUnder] = useState<Pane | null>(null); // what the chat took the place of
  const shown = narrow ? over : beside;
  const show = useCallback(
    (pane: Pane | null) => {
      setUnder(null);
      if (narrow) setOver(pane);
      else {
        setBeside(pane);
        remember("pane", pane ?? "none");
      }
    },
    [narrow],
  );
  const swap = useCallback(() => {
    if (shown === "chat") {
      show(under);
      return under;
    }
    show("chat");
    setUnder(shown);
    return "chat";
  }, [shown, under, show]);
  const uncover = useCallback(() => setOver(null), []);
  return useMemo(() => ({ shown, show, swap, uncover }), [shown, show, swap, uncover]);
}
