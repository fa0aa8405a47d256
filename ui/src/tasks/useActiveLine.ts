/** The line that the keys act on. The keyboard stays on its row, wherever the row goes. */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Snapshot } from "./source";
import type { Lines } from "./useLines";

/** Which line: by id, and by the line it was last seen on, should it go. */
export type Active = { key: string; line: number };

type Options = {
  scroller: RefObject<HTMLElement | null>;
  lines: Lines;
  snapshot: Snapshot;
  closed: ReadonlySet<string>;
  setClosed: (group: string, closed: boolean) => void;
  /** A task to bring into sight, with the keyboard. */
  reveal: string | null;
  onRevealed: () => void;
  /** Somebody types in the list: the keyboard is theirs. */
  busy: boolean;
};

export type ActiveLine = {
  active: Active;
  setActive: (active: Active) => void;
  activeLine: number;
  /** The task of the line; null where it has none. */
  activeId: string | null;
  /** Brings the keyboard to a line; gives back whether there is one. */
  to: (line: number) => boolean;
  /** The element of a line, where it is in sight. */
  row: (line: number) => HTMLElement | null;
  /** Brings the keyboard back from what floated over the list. */
  toRows: () => void;
  /** Says whether the keyboard is in the list, and so is kept there; gives back whether that is news. */
  hold: (holds: boolean) => boolean;
  /** Keeps a task in sight while it moves. */
  follow: (id: string | null) => void;
  /** Whether the line is to be scrolled to: it was asked for, or its task is followed. */
  wantsSight: () => boolean;
};

export function useActiveLine(options: Options): ActiveLine {
  const { scroller, lines, snapshot, closed, setClosed, reveal, onRevealed, busy } = options;
  const { ids, groups } = snapshot;
  const { layout, keyOf, lineOf, folded, fold } = lines;
  const held = useRef(false); // whether the keyboard is in here, so that it is not lost when its row goes
  const summoned = useRef<string | null>(null); // the task that the keyboard is to go to
  const followed = useRef<string | null>(null);
  const revealed = useRef(false);
  const [active, setActive] = useState<Active>({ key: "", line: 0 });

  let activeLine = lineOf(active.key, active.line) ?? Math.max(0, Math.min(active.line, layout.count - 1));
  // A row that went leaves its place to the next one; a heading is no such thing.
  if (active.key === "" && layout.at(activeLine)?.kind === "heading") activeLine += 1;
  const found = layout.at(activeLine);
  const activeId = found?.kind === "task" ? (ids.at(found.place) ?? null) : null;

  const to = (line: number) => {
    const at = layout.at(line);
    if (!at) return false;
    held.current = true;
    setActive({ key: keyOf(at), line });
    return true;
  };
  const row = (line: number) =>
    scroller.current?.querySelector<HTMLElement>(`[role="row"][data-index="${String(line)}"]`) ?? null;

  // A task that somebody wants to see; it may be among the ids that are still to come, or folded away.
  useLayoutEffect(() => {
    const at = reveal === null ? undefined : ids.placeOf(reveal);
    if (at === undefined) return;
    const line = layout.lineOf(at);
    if (line === undefined) {
      const group = groups.find(({ start, end }) => at >= start && at < end);
      if (group && closed.has(group.key)) setClosed(group.key, false);
      else for (const id of folded) fold(id, false);
      return;
    }
    onRevealed();
    summoned.current = reveal;
    revealed.current = true;
    held.current = true;
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the row was asked for before it was there
    setActive({ key: reveal ?? "", line });
  }, [reveal, onRevealed, ids, groups, layout, closed, setClosed, folded, fold]);

  // A text field elsewhere is never robbed, unless the person asked for the row. From the chat's frame that is: what had
  // the keyboard here before still seems to have it.
  useLayoutEffect(() => {
    if (!held.current || busy) return;
    const element = row(activeLine);
    const focused = document.activeElement;
    if (!element || focused === element) return;
    const asked = summoned.current !== null && summoned.current === active.key;
    if (asked || focused === document.body || (focused !== null && scroller.current?.contains(focused))) {
      if (asked) summoned.current = null;
      element.focus({ preventScroll: true });
    }
  });

  const latest = useRef(activeLine);
  useLayoutEffect(() => {
    latest.current = activeLine;
  });
  return {
    active,
    setActive,
    activeLine,
    activeId,
    to,
    row,
    toRows: () => {
      held.current = true;
      setTimeout(() => row(latest.current)?.focus({ preventScroll: true }));
    },
    hold: useCallback((holds) => {
      const news = held.current !== holds;
      held.current = holds;
      return news;
    }, []),
    follow: useCallback((id) => {
      followed.current = id;
    }, []),
    wantsSight: useCallback(() => {
      const wants = revealed.current || (followed.current !== null && followed.current === activeId);
      revealed.current = false;
      return wants;
    }, [activeId]),
  };
}

/** Scrolls to the active line when it was asked for, or when its task moved and is followed. */
export function useKeepInSight(focus: ActiveLine, scrollTo: (line: number) => void): void {
  const { activeLine, wantsSight } = focus;
  useLayoutEffect(() => {
    if (wantsSight()) scrollTo(activeLine);
  }, [activeLine, wantsSight, scrollTo]);
}
