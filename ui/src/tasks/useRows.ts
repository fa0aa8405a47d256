/** Where the lines stand: rows are as high as the density says, but for the one that is edited or added below. */
import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from "@tanstack/react-virtual";
import { useCallback, useDeferredValue, useEffect, useState, type RefObject } from "react";
import { useRowHeight } from "../design/density";
import type { Layout } from "./layout";

const HEADING = 36;
const GAP = 8;
/** Rows that are drawn beyond each edge, so that a scroll finds them there. */
const OVERSCAN = 8;
/** The height of the box for a task below another, until it is measured. */
const ADDING = 48;

type Options = {
  scroller: RefObject<HTMLElement | null>;
  layout: Layout;
  activeLine: number;
  editingLine: number | undefined;
  addingLine: number | undefined;
};

export type RowsInSight = {
  lines: readonly VirtualItem[];
  size: number;
  /** Lines that fit into the window. */
  page: () => number;
  scrollTo: (line: number) => void;
  /** Where the row of a line ends. */
  endOf: (line: number) => number;
  measure: (element: Element | null) => void;
  measureAdding: (element: HTMLElement | null) => (() => void) | undefined;
};

export function useRows({ scroller, layout, activeLine, editingLine, addingLine }: Options): RowsInSight {
  const row = useRowHeight();
  const [adding, setAdding] = useState(ADDING);
  const overscan = useDeferredValue(OVERSCAN, 0); // the first frame is drawn without what is not in sight
  // Stable, or the virtualizer would measure all lines anew with every frame. It asks for the keys of all lines: a
  // task's is its line, so that no ids are spelled out for it. Another function makes it measure anew.
  const getItemKey = useCallback(
    (line: number) => {
      const found = layout.at(line);
      return found?.kind === "heading" ? `heading:${found.group.key}` : line;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- other heights are measured anew by another function
    [layout, row, addingLine, adding],
  );
  const estimateSize = useCallback(
    (line: number) => {
      const below = line === addingLine ? adding : 0;
      if (layout.at(line)?.kind !== "heading") return row + below;
      return line === 0 ? HEADING : HEADING + GAP;
    },
    [layout, row, addingLine, adding],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer changes under one identity; nothing here memoizes on it
  const rows = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    // Until it is measured, which is after the first rows are drawn.
    initialRect: { width: 0, height: window.innerHeight },
    getItemKey,
    estimateSize,
    overscan,
    rangeExtractor: (range: Range) => {
      const lines = defaultRangeExtractor(range);
      for (const extra of [activeLine, editingLine ?? -1]) {
        if (extra >= 0 && extra < range.count && !lines.includes(extra)) lines.push(extra);
      }
      return lines.sort((a, b) => a - b);
    },
  });
  const edits = editingLine !== undefined;
  useEffect(() => {
    // Rows are all as high as each other; only the one that was edited was measured.
    if (!edits) rows.measure();
  }, [edits, rows]);
  const lines = rows.getVirtualItems();
  return {
    lines,
    size: rows.getTotalSize(),
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? row) / row) - 1),
    scrollTo: useCallback((line: number) => rows.scrollToIndex(line), [rows]),
    endOf: (line) => {
      const found = lines.find(({ index }) => index === line);
      return found ? found.end - adding : 0;
    },
    measure: rows.measureElement,
    measureAdding: useCallback((element: HTMLElement | null) => {
      if (!element) return undefined;
      const watch = new ResizeObserver(() => setAdding(element.offsetHeight));
      watch.observe(element);
      return () => watch.disconnect();
    }, []),
  };
}
