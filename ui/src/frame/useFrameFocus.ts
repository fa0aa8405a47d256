/** Where the keyboard goes back to when what opened over the list closes. */
import { useMemo, useRef } from "react";

export type FrameFocus = {
  /** Remembers who has the keyboard now. */
  take: () => void;
  /** Gives it back to them, or to the list where they are gone. */
  giveBack: () => void;
};

export function useFrameFocus(toList: () => void): FrameFocus {
  const backTo = useRef<HTMLElement | null>(null);
  const list = useRef(toList);
  return useMemo(
    () => ({
      take: () => {
        backTo.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      },
      giveBack: () => {
        const to = backTo.current;
        backTo.current = null;
        setTimeout(() => {
          if (to?.isConnected && to !== document.body) to.focus();
          else list.current();
        });
      },
    }),
    [],
  );
}
