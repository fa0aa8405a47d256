/** The list: a grid of which only the lines in sight exist, walked with the arrow keys. */
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from "react";
import type { CivilDate } from "../dates/civil";
import { listColours } from "../design/colours";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import { useCommands } from "../keys/registry";
import { text } from "../messages/en";
import { Editor } from "./Editor";
import { allLate, dayOfPlace, type Group } from "./groups";
import { GroupHeading } from "./GroupHeading";
import { indentOf } from "./indent";
import { layOut, type Line } from "./layout";
import { type Place, placeName } from "./places";
import type { Snapshot, TaskSource } from "./source";
import { RowSkeleton, TaskRow } from "./TaskRow";
import type { Actions } from "./useActions";

type Props = {
  place: Place;
  source: TaskSource;
  snapshot: Snapshot;
  overview: Overview | null;
  today: CivilDate;
  actions: Actions;
  closed: ReadonlySet<string>;
  setClosed: (group: string, closed: boolean) => void;
  /** A task to bring into sight, with the keyboard. */
  reveal: string | null;
  onRevealed: () => void;
  /** The person is at this task. */
  onActive: (task: string) => void;
  /** The task whose details are shown. */
  detail: string | null;
};

/** Which line the keys act on: by id, and by the line it was last seen on, should it go. */
type Active = { key: string; line: number };

const ROW = 40;
const HEADING = 36;
const GAP = 8;
/** How long a ring is seen closed before its row may move, in milliseconds. */
const SEEN = 700;

const headingKey = (group: Group) => `heading:${group.key}`;

export function TaskList(props: Props) {
  const { place, source, snapshot, overview, today, actions, closed, setClosed, reveal, onRevealed } = props;
  const { onActive, detail } = props;
  const commands = useCommands();
  const { ids, groups, tasks } = snapshot;
  const layout = useMemo(() => layOut(groups, closed), [groups, closed]);
  const scroller = useRef<HTMLDivElement>(null);
  const held = useRef(false); // whether the keyboard is in here, so that it is not lost when its row goes
  const summoned = useRef<string | null>(null); // the task that the keyboard is to go to
  const [active, setActive] = useState<Active>({ key: "", line: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const lists = useMemo(() => {
    const colours = listColours(overview);
    return new Map(
      (overview?.lists ?? []).map(({ list }) => [
        list.id,
        { name: list.name, colour: colours.get(list.id) ?? "grey" } as const,
      ]),
    );
  }, [overview]);

  const late = allLate(tasks.values(), today);

  const keyOf = useCallback(
    (line: Line | undefined): string =>
      line === undefined ? "" : line.kind === "heading" ? headingKey(line.group) : (ids.at(line.place) ?? ""),
    [ids],
  );
  const lineOfKey = useCallback(
    (key: string): number | undefined => {
      const heading = groups.find((group) => headingKey(group) === key);
      if (heading) return layout.headingOf(heading.key);
      const at = ids.placeOf(key);
      return at === undefined ? undefined : layout.lineOf(at);
    },
    [groups, layout, ids],
  );

  let activeLine = lineOfKey(active.key) ?? Math.min(active.line, layout.count - 1);
  // A row that went leaves its place to the next one; a heading is no such thing.
  if (active.key === "" && layout.at(activeLine)?.kind === "heading") activeLine += 1;
  const editingLine = editing === null ? undefined : lineOfKey(editing);

  // Stable, or the virtualizer would measure all lines anew with every frame. It asks for the keys of all lines:
  // a task's is its line, so that no ids are spelled out for it.
  const getItemKey = useCallback(
    (line: number) => {
      const found = layout.at(line);
      return found?.kind === "heading" ? headingKey(found.group) : line;
    },
    [layout],
  );
  const estimateSize = useCallback(
    (line: number) => {
      if (layout.at(line)?.kind !== "heading") return ROW;
      return line === 0 ? HEADING : HEADING + GAP;
    },
    [layout],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer changes under one identity; nothing here memoizes on it
  const rows = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize,
    overscan: 8,
    rangeExtractor: (range: Range) => {
      const lines = defaultRangeExtractor(range);
      for (const extra of [activeLine, editingLine ?? -1]) {
        if (extra >= 0 && extra < range.count && !lines.includes(extra)) lines.push(extra);
      }
      return lines.sort((a, b) => a - b);
    },
  });
  const shown = rows.getVirtualItems();

  // Which rows are looked at: these are loaded and kept current.
  const inSight = shown.map(({ index }) => keyOf(layout.at(index))).join(" ");
  useEffect(() => {
    source.look(inSight.split(" ").filter((key) => key !== "" && !key.startsWith("heading:")));
  }, [source, inSight]);

  useEffect(() => {
    source.pause(editing !== null);
    // Rows are all as high as each other; only the one that was edited was measured.
    if (editing === null) rows.measure();
    return () => source.pause(false);
  }, [source, editing, rows]);

  const focusLine = useCallback(
    (line: number) => {
      const found = layout.at(line);
      if (!found) return;
      held.current = true;
      setActive({ key: keyOf(found), line });
      rows.scrollToIndex(line);
    },
    [layout, keyOf, rows],
  );

  // A task that somebody wants to see; it may be among the ids that are still to come, or in a closed group.
  useLayoutEffect(() => {
    const at = reveal === null ? undefined : ids.placeOf(reveal);
    if (at === undefined) return;
    const line = layout.lineOf(at);
    if (line === undefined) {
      const group = groups.find(({ start, end }) => at >= start && at < end);
      if (group) setClosed(group.key, false);
      return;
    }
    onRevealed();
    summoned.current = reveal;
    setEditing(null);
    focusLine(line);
  }, [reveal, onRevealed, ids, groups, layout, setClosed, focusLine]);

  // The keyboard stays on the active row, wherever the row went; a text field elsewhere is never robbed, unless the
  // person asked for the row. From the chat's frame that is: what had the keyboard here before still seems to have it.
  useLayoutEffect(() => {
    if (!held.current || editing !== null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${String(activeLine)}"]`);
    const focused = document.activeElement;
    if (!row || focused === row) return;
    const asked = summoned.current !== null && summoned.current === active.key;
    if (asked || focused === document.body || (focused !== null && scroller.current?.contains(focused))) {
      if (asked) summoned.current = null;
      row.focus({ preventScroll: true });
    }
  });

  const nextTaskLine = (from: number): number => {
    for (let line = from + 1; line < layout.count; line += 1)
      if (layout.at(line)?.kind === "task") return line;
    for (let line = from - 1; line >= 0; line -= 1) if (layout.at(line)?.kind === "task") return line;
    return from;
  };

  /** Does something that takes the task out of its place; the keyboard goes on to the next row. */
  const leave = async (task: Task, act: Promise<{ tasks: Task[] } | null>) => {
    const line = lineOfKey(task.id);
    source.hold(SEEN);
    const applied = await act;
    if (!applied) return;
    source.put(applied.tasks);
    source.refresh(applied.tasks.map(({ id }) => id));
    if (line === undefined) return;
    const next = nextTaskLine(line);
    setActive(
      next === line ? { key: "", line } : { key: keyOf(layout.at(next)), line: Math.min(line, next) },
    );
  };

  const ring = (task: Task) => {
    if (place.kind === "trash") void leave(task, actions.restore(task));
    else void leave(task, actions.complete(task, task.completed_at === null));
  };
  const ringRef = useRef(ring);
  useEffect(() => {
    ringRef.current = ring;
  });
  const onRing = useCallback((task: Task) => ringRef.current(task), []);

  const edit = (id: string) => {
    if (place.kind !== "trash" && tasks.has(id)) setEditing(id);
  };
  const stopEditing = () => {
    held.current = true;
    setEditing(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // Lists that float above the editor pass their keys up here too.
    if (!scroller.current?.contains(target) || target.closest(".edit")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = layout.at(activeLine);
    const task = line?.kind === "task" ? tasks.get(ids.at(line.place) ?? "") : undefined;
    const page = Math.max(1, Math.floor(scroller.current.clientHeight / ROW) - 1);
    const go = (to: number) => focusLine(Math.min(layout.count - 1, Math.max(0, to)));
    const fold = (shut: boolean) => {
      const heading = line && layout.headingOf(line.group.key);
      if (line === undefined || heading === undefined || closed.has(line.group.key) === shut) return;
      setClosed(line.group.key, shut);
      setActive({ key: headingKey(line.group), line: heading });
    };
    const rtl = document.dir === "rtl";
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(activeLine + 1),
      ArrowUp: () => go(activeLine - 1),
      Home: () => go(0),
      End: () => go(layout.count - 1),
      PageDown: () => go(activeLine + page),
      PageUp: () => go(activeLine - page),
      ArrowLeft: () => fold(!rtl),
      ArrowRight: () => fold(rtl),
    };
    if (line?.kind === "heading") {
      acts[" "] = acts["Enter"] = () => fold(!closed.has(line.group.key));
    } else if (task) {
      acts[" "] = () => ring(task);
      acts["o"] = () => void commands.run("details");
      if (place.kind === "trash") acts["Enter"] = () => ring(task);
      else {
        acts["Enter"] = acts["F2"] = acts["e"] = () => edit(task.id);
        acts["Delete"] = () => void leave(task, actions.remove(task));
      }
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const showList = place.kind !== "list";
  const indents = place.kind === "inbox" || place.kind === "list";
  return (
    <div
      className="list"
      ref={scroller}
      role="treegrid"
      tabIndex={-1}
      aria-label={text.tasksIn(placeName(place, overview))}
      aria-rowcount={snapshot.whole ? layout.count : -1}
      onKeyDown={onKeyDown}
      onFocus={() => (held.current = true)}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) held.current = false;
      }}
    >
      <div role="presentation" className="lines" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const line = layout.at(index);
          if (!line) return null;
          const key = keyOf(line) || index;
          const common = {
            "data-index": index,
            "aria-rowindex": index + 1,
            style: { transform: `translateY(${String(start)}px)` },
          };
          if (line.kind === "heading") {
            return (
              <GroupHeading
                key={key}
                {...common}
                group={line.group}
                first={index === 0}
                today={today}
                late={late}
                counted={snapshot.whole}
                open={!closed.has(line.group.key)}
                tabIndex={index === activeLine ? 0 : -1}
                onToggle={() => {
                  setClosed(line.group.key, !closed.has(line.group.key));
                  setActive({ key: headingKey(line.group), line: index });
                }}
              />
            );
          }
          const id = ids.at(line.place) ?? "";
          const task = tasks.get(id);
          if (task && editing === id) {
            return (
              <div key={key} {...common} ref={rows.measureElement} role="row" className="line">
                <Editor task={task} overview={overview} today={today} source={source} onClose={stopEditing} />
              </div>
            );
          }
          // Only what stands in its place is below its parent: neither what is done nor what is sorted by day.
          const indent = indents && task && line.group.key === "open" ? indentOf(task, tasks) : null;
          return (
            <div
              key={key}
              {...common}
              role="row"
              aria-level={(layout.headingOf(line.group.key) === undefined ? 1 : 2) + (indent?.depth ?? 0)}
              data-indent={indent?.depth}
              tabIndex={index === activeLine ? 0 : -1}
              className={task?.completed_at != null ? "line row done" : "line row"}
              data-detail={id === detail || undefined}
              onFocus={() => {
                if (active.key !== id) setActive({ key: id, line: index });
                onActive(id);
              }}
              onDoubleClick={(event) => {
                if (!(event.target as HTMLElement).closest("button")) commands.run("details");
              }}
            >
              {task ? (
                <TaskRow
                  task={task}
                  list={showList && task.list !== null ? (lists.get(task.list) ?? null) : null}
                  place={place.kind}
                  below={indent?.parent ?? null}
                  under={dayOfPlace(line.group.key, place.kind, today)}
                  today={today}
                  onRing={onRing}
                />
              ) : (
                <RowSkeleton />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
