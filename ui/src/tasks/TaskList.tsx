/** The list: a grid of which only the lines in sight exist, walked with the arrow keys. */
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { CivilDate } from "../dates/civil";
import type { Applied } from "../ipc/bindings/Applied";
import type { Overview } from "../ipc/bindings/Overview";
import type { Task } from "../ipc/bindings/Task";
import type { CommandId } from "../keys/commands";
import { useCommands, useCommandTable } from "../keys/registry";
import { text } from "../messages/en";
import { listText } from "../messages/list";
import { useSettings } from "../settings/useSettings";
import { AddBelow } from "./AddBelow";
import { changes } from "./commands/changes";
import { isOrdered, type ListContext, type Runs } from "./commands/context";
import { lineOfMatch } from "./commands/find";
import { movement } from "./commands/movement";
import { outline } from "./commands/outline";
import { pointer } from "./commands/pointer";
import { DragGhost, DropLine } from "./drag/DragGhost";
import { dropOnDay } from "./drag/targets";
import { useRowDrag } from "./drag/useRowDrag";
import { FindField } from "./FindField";
import { allLate, dayOfPlace, type Group } from "./groups";
import type { Line as LineAt } from "./layout";
import { Line } from "./Line";
import { rowLists } from "./rowLists";
import { ListFloats, type Picking } from "./ListFloats";
import type { PickerKind } from "./pickers/TaskPicker";
import { placeName, type TaskPlace } from "./places";
import { edgesAt, Selection } from "./selection";
import type { Snapshot, TaskSource } from "./source";
import type { Point } from "./TaskMenu";
import type { Actions } from "./useActions";
import { useActiveLine, useKeepInSight } from "./useActiveLine";
import { useKeyDispatch } from "./useKeyDispatch";
import { useLines } from "./useLines";
import { useRows } from "./useRows";

type Props = {
  place: TaskPlace;
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

/** A task is added below another; the one added last may not be in the view yet. */
type Adding = { after: string; last: string | null };

/** How long a ring is seen closed before its row may move, in milliseconds. */
const SEEN = 700;

export function TaskList(props: Props) {
  const { place, source, snapshot, overview, today, actions, closed, setClosed, reveal, onRevealed } = props;
  const { ids, tasks } = snapshot;
  const lines = useLines(source, snapshot, closed);
  const { layout, keyOf, lineOf } = lines;
  const scroller = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [menu, setMenu] = useState<Point | null>(null);
  const [finding, setFinding] = useState(false);
  const [chosen, setChosen] = useState(Selection.none);
  const selection = useMemo(() => chosen.within(ids), [chosen, ids]);
  const commands = useCommands();
  const { settings } = useSettings();

  const revealed = useCallback(() => {
    setEditing(null);
    setAdding(null);
    onRevealed();
  }, [onRevealed]);
  const focus = useActiveLine({
    scroller,
    lines,
    snapshot,
    closed,
    setClosed,
    reveal,
    onRevealed: revealed,
    busy: editing !== null || adding !== null,
  });
  const { active, setActive, activeLine, activeId } = focus;
  const found = layout.at(activeLine);
  const task = activeId === null ? null : (tasks.get(activeId) ?? null);
  const editingLine = editing === null ? undefined : lineOf(editing);
  const addingLine = adding === null ? undefined : (lineOf(adding.last ?? "") ?? lineOf(adding.after));
  const rows = useRows({ scroller, layout, activeLine, editingLine, addingLine });
  useKeepInSight(focus, rows.scrollTo);
  const shown = rows.lines;
  const late = place.kind === "today" && allLate(tasks.values(), today);
  const lists = useMemo(() => rowLists(overview), [overview]);

  // Which rows are looked at: these are loaded and kept current.
  const inSight = shown.map(({ index }) => keyOf(layout.at(index))).join(" ");
  useEffect(() => {
    source.look(inSight.split(" ").filter((key) => key !== "" && !key.startsWith("heading:")));
  }, [source, inSight]);

  useEffect(() => {
    source.pause(editing !== null);
    return () => source.pause(false);
  }, [source, editing]);

  const rowOf = focus.row;
  const { toRows } = focus;
  const focusLine = (line: number) => {
    if (focus.to(line)) rows.scrollTo(line);
  };

  const took = (applied: Applied) => {
    source.put(applied.tasks);
    source.refresh(applied.tasks.map(({ id }) => id));
  };
  const leave = async (gone: readonly string[], act: Promise<Applied | null>) => {
    const line = lineOf(gone[0] ?? "", activeLine);
    source.hold(SEEN);
    const applied = await act;
    if (!applied) return;
    took(applied);
    setChosen((now) => now.from(null));
    if (line === undefined) return;
    const set = new Set(gone);
    const isNext = (at: number) => layout.at(at)?.kind === "task" && !set.has(keyOf(layout.at(at)));
    let next = line;
    while (next < layout.count && !isNext(next)) next += 1;
    if (next === layout.count) while (next >= 0 && !isNext(next)) next -= 1;
    setActive(next < 0 ? { key: "", line } : { key: keyOf(layout.at(next)), line: Math.min(line, next) });
  };
  const follow = async (moved: readonly string[], act: Promise<Applied | null>) => {
    focus.follow(moved.includes(activeId ?? "") ? activeId : null);
    const applied = await act;
    if (applied) took(applied);
  };

  const ring = (one: Task) => {
    const act =
      place.kind === "trash" ? actions.restore(one) : actions.complete(one, one.completed_at === null);
    void leave([one.id], act);
  };
  const ringRef = useRef(ring);
  useEffect(() => {
    ringRef.current = ring;
  });
  const onRing = useCallback((one: Task) => ringRef.current(one), []);

  const pickBeside = (kind: PickerKind, of: readonly string[], beside: Element | null) => {
    if (of.length > 0) setPicking({ kind, ids: of, anchor: { current: beside } });
  };
  const list: ListContext = {
    place,
    placeName: placeName(place, overview),
    today,
    source,
    snapshot,
    lines,
    actions,
    closed,
    setClosed,
    activeLine,
    active: found,
    task,
    selection,
    page: rows.page,
    go: focusLine,
    select: setChosen,
    pick: (kind, of) => {
      // Beside the bar where several are meant, else at the end of the row.
      const row = rowOf(activeLine);
      pickBeside(kind, of, selection.count > 0 ? bar.current : (row?.querySelector(".when") ?? row));
    },
    edit: (id) => {
      if (tasks.has(id)) setEditing(id);
    },
    addBelow: (id) => setAdding({ after: id, last: null }),
    find: () => setFinding(true),
    leave,
    follow,
  };
  const drag = useRowDrag(list, scroller, shown, overview);
  // eslint-disable-next-line react-hooks/refs -- the commands look at elements when they run, not before
  const runs: Runs = { ...movement(list), ...outline(list), ...changes(list) };
  useCommandTable(runs);
  const run = (id: CommandId): boolean => {
    let meant = id;
    if (found?.kind === "heading" && (id === "complete" || id === "add_below")) {
      setClosed(found.group.key, !closed.has(found.group.key));
      return true;
    }
    if (place.kind === "trash" && (id === "complete" || id === "add_below")) meant = "restore";
    // Where nothing can be added, Enter edits.
    else if (id === "add_below" && runs.add_below === null) meant = "edit";
    const own = runs[meant];
    if (own) own();
    return own ? true : commands.run(meant);
  };

  const nests = isOrdered(place) && selection.count === 0;
  const keys = useKeyDispatch({ letters: settings.general.single_keys, nests, run });
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // Lists that float above the editor pass their keys up here too.
    if (!scroller.current?.contains(target) || target.closest(".edit, .add-below")) return;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      openMenu(activeLine);
    } else if (event.key === "Escape") {
      keys.letTabPass();
      if (selection.count === 0) return;
      event.preventDefault();
      event.stopPropagation();
      setChosen(selection.from(null));
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      const start = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
      run(event.key === start ? "fold" : "unfold");
      keys.holdTab();
    } else keys.onKeyDown(event);
  };

  const openMenu = (line: number, point?: Point) => {
    const box = rowOf(line)?.getBoundingClientRect();
    if (box && runs.copy) setMenu(point ?? { x: box.left + 64, y: box.bottom - 8 });
  };
  const setActiveLine = (line: number) => setActive({ key: keyOf(layout.at(line)), line });
  // eslint-disable-next-line react-hooks/refs -- elements are looked at when somebody clicks
  const clicks = pointer({ list, setActive: setActiveLine, onWork: keys.holdTab, openMenu });
  const onFind = async (typed: string, on: 1 | -1 | null): Promise<boolean> => {
    const line = await lineOfMatch(list, typed, on);
    if (line === null) return false;
    setActiveLine(line);
    rows.scrollTo(line);
    return true;
  };

  /** The day on which a group's rows take tasks that are dropped there. */
  const dropOn = (group: Group): string | undefined => {
    const day = dayOfPlace(group.key, place.kind, today);
    return day === null || group.key === "done" ? undefined : dropOnDay(day);
  };
  const isDragged = (line: LineAt): boolean => {
    if (!drag.dragging || line.kind !== "task") return false;
    const [only, more] = drag.dragging.ids;
    return more === undefined ? only === ids.at(line.place) : selection.has(line.place);
  };
  const isSelected = (index: number) => {
    const line = layout.at(index);
    return line?.kind === "task" && selection.has(line.place);
  };

  return (
    <div className="list-area">
      {finding && (
        <FindField
          onFind={onFind}
          onClose={() => {
            setFinding(false);
            toRows();
          }}
        />
      )}
      <div
        className="list"
        ref={scroller}
        role="treegrid"
        tabIndex={-1}
        aria-label={text.tasksIn(placeName(place, overview))}
        aria-describedby={isOrdered(place) ? "list-tab" : undefined}
        aria-multiselectable="true"
        aria-rowcount={snapshot.whole ? layout.count : -1}
        onKeyDown={onKeyDown}
        {...clicks}
        onPointerDown={drag.onPointerDown}
        onFocus={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && focus.hold(true)) keys.letTabPass();
        }}
        onBlur={(event) => {
          if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) focus.hold(false);
        }}
      >
        <div role="presentation" className="lines" style={{ blockSize: rows.size }}>
          {shown.map(({ index, start }) => {
            const line = layout.at(index);
            if (!line) return null;
            const key = keyOf(line);
            const id = line.kind === "task" ? key : null;
            const rowTask = id === null ? undefined : tasks.get(id);
            return (
              <Line
                key={key || index}
                index={index}
                start={start}
                line={line}
                task={rowTask}
                tasks={tasks}
                progress={id === null ? undefined : snapshot.progress.get(id)}
                place={place}
                overview={overview}
                list={place.kind === "list" ? null : (lists.get(rowTask?.list ?? "") ?? null)}
                today={today}
                source={source}
                late={late}
                counted={snapshot.whole}
                closed={line.kind === "heading" && closed.has(line.group.key)}
                hasBelow={
                  line.kind === "task" && isOrdered(place) && lines.rowAt(line.place + 1)?.parent === id
                }
                folded={id !== null && lines.folded.has(id)}
                current={index === activeLine}
                drop={dropOn(line.group)}
                marked={index === activeLine && (picking !== null || menu !== null || finding)}
                dragged={isDragged(line)}
                selected={edgesAt(index, isSelected)}
                editing={id !== null && editing === id}
                measure={rows.measure}
                onRing={onRing}
                onFold={lines.fold}
                onFocus={() => {
                  if (active.key !== key) setActive({ key, line: index });
                  if (id !== null) props.onActive(id);
                }}
                onToggle={() => {
                  if (line.kind !== "heading") return;
                  setClosed(line.group.key, !closed.has(line.group.key));
                  setActive({ key, line: index });
                }}
                level={layout.headingOf(line.group.key) === undefined ? 1 : 2}
                detail={id !== null && id === props.detail}
                onOpen={() => commands.run("details")}
                onClose={() => {
                  focus.hold(true);
                  setEditing(null);
                }}
              />
            );
          })}
          {drag.dragging?.gap && <DropLine gap={drag.dragging.gap} />}
          {addingLine !== undefined && adding !== null && (
            <AddBelow
              start={rows.endOf(addingLine)}
              measure={rows.measureAdding}
              after={adding.last ?? adding.after}
              sibling={tasks.get(adding.after)}
              place={place}
              group={layout.at(addingLine)?.group.key ?? "open"}
              overview={overview}
              today={today}
              actions={actions}
              source={source}
              onAdded={(id) => {
                setAdding({ after: adding.after, last: id });
                setActive({ key: id, line: addingLine + 1 });
              }}
              onClose={() => {
                setAdding(null);
                toRows();
              }}
            />
          )}
        </div>
      </div>
      {isOrdered(place) && (
        <p id="list-tab" hidden>
          {listText.tabHint}
        </p>
      )}
      {drag.dragging && (
        <DragGhost dragging={drag.dragging} title={tasks.get(drag.dragging.ids[0] ?? "")?.title ?? ""} />
      )}
      <ListFloats
        list={list}
        runs={runs}
        run={run}
        overview={overview}
        today={today}
        bar={bar}
        picking={picking}
        setPicking={setPicking}
        menu={menu}
        closeMenu={() => setMenu(null)}
        toRows={toRows}
      />
    </div>
  );
}
