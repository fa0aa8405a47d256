/** The parts of the window, and what opens, closes or covers what. */
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { ChatHandle } from "../chat/ChatPane";
import type { DetailHandle } from "../detail/DetailPane";
import { useMedia } from "../design/useMedia";
import type { ColumnHandle } from "../tasks/ListColumn";
import { useFrameFocus } from "./useFrameFocus";
import { type Pane, type RightPane, useRightPane } from "./useRightPane";

export type Frame = {
  column: RefObject<ColumnHandle | null>;
  side: RefObject<HTMLDivElement | null>;
  chat: RefObject<ChatHandle | null>;
  details: RefObject<DetailHandle | null>;
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
  /** Opens the chat in the place of what is shown, or closes it again. */
  swapChat: () => void;
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
  const details = useRef<DetailHandle>(null);
  const pane = useRightPane(narrow);
  const toList = useCallback(() => column.current?.list(), []);
  const focus = useFrameFocus(toList);
  const closeSide = useCallback(() => setSideOver(false), []);
  const { show, uncover: uncoverPane } = pane;

  const { shown, swap } = pane;
  const follow = useCallback(
    (to: Pane | null) => {
      if (narrow) setSideOver(false);
      if (to === null) {
        // The list follows what the details showed, so its row is where the keyboard came from.
        if (shown === "detail") setTimeout(toList);
        else focus.giveBack();
        return;
      }
      if (shown === null) focus.take();
      // Not whenever the pane appears: a window that grows brings it back by itself.
      setTimeout(() => (to === "chat" ? chat : details).current?.focus());
    },
    [focus, narrow, shown, toList],
  );
  const setPane = useCallback(
    (to: Pane | null) => {
      follow(to);
      show(to);
    },
    [follow, show],
  );
  const swapChat = useCallback(() => follow(swap()), [follow, swap]);
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
      details,
      pane,
      narrow,
      tight,
      sideOver,
      sheet,
      setSheet,
      toList,
      setPane,
      swapChat,
      setSide,
      uncover,
      closeSide,
    }),
    [pane, narrow, tight, sideOver, sheet, toList, setPane, swapChat, setSide, uncover, closeSide],
  );
}
