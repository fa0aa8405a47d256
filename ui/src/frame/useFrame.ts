/** The parts of the window, and what opens, closes or covers what. */
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { ChatHandle } from "../chat/ChatPane";
import { useMedia } from "../design/useMedia";
import type { ColumnHandle } from "../tasks/ListColumn";
import { useFrameFocus } from "./useFrameFocus";
import { type Pane, type RightPane, useRightPane } from "./useRightPane";

export type Frame = {
  column: RefObject<ColumnHandle | null>;
  side: RefObject<HTMLDivElement | null>;
  chat: RefObject<ChatHandle | null>;
  pane: RightPane;
  /** The right pane lies over the list. */
  narrow: boolean;
  /** The side list does, too. */
  tight: boolean;
  sideOver: boolean;
  sheet: boolean;
  setSheet: (open: boolean) => void;
  /** Gives the keyboard to the list. */
  toList: () => void;
  /** Opens or closes the right pane, with the keyboard. */
  setPane: (pane: Pane | null) => void;
  /** Opens or closes the side list where it lies over the list. */
  setSide: (open: boolean) => void;
  /** Nothing lies over the list any more. */
  uncover: () => void;
  closeSide: () => void;
};

export function useFrame(): Frame {
  const narrow = useMedia("(max-width: 959.98px)");
  const tight = useMedia("(max-width: 719.98px)");
  const [sideOver, setSideOver] = useState(false);
  const [sheet, setSheet] = useState(false);
  const column = useRef<ColumnHandle>(null);
  const side = useRef<HTMLDivElement>(null);
  const chat = useRef<ChatHandle>(null);
  const pane = useRightPane(narrow);
  const toList = useCallback(() => column.current?.list(), []);
  const focus = useFrameFocus(toList);
  const closeSide = useCallback(() => setSideOver(false), []);
  const { show, uncover: uncoverPane } = pane;

  const setPane = useCallback(
    (to: Pane | null) => {
      if (to !== null) {
        focus.take();
        // Not whenever the pane appears: a window that grows brings it back by itself.
        setTimeout(() => chat.current?.focus());
      } else focus.giveBack();
      if (narrow) setSideOver(false);
      show(to);
    },
    [focus, narrow, show],
  );
  const setSide = useCallback(
    (open: boolean) => {
      if (open) {
        focus.take();
        setTimeout(() => side.current?.querySelector<HTMLElement>("[aria-current]")?.focus());
      } else focus.giveBack();
      uncoverPane();
      setSideOver(open);
    },
    [focus, uncoverPane],
  );
  const uncover = useCallback(() => {
    setSheet(false);
    setSideOver(false);
    uncoverPane();
  }, [uncoverPane]);

  return useMemo(
    () => ({
      column,
      side,
      chat,
      pane,
      narrow,
      tight,
      sideOver,
      sheet,
      setSheet,
      toList,
      setPane,
      setSide,
      uncover,
      closeSide,
    }),
    [pane, narrow, tight, sideOver, sheet, toList, setPane, setSide, uncover, closeSide],
  );
}
