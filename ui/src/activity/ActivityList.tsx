/** What was done, day by day: a grid that is walked with the arrow keys, whose rows open. */
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { CivilDate } from "../dates/civil";
import { dayLabel, longDay } from "../dates/labels";
import type { Activity } from "../ipc/bindings/Activity";
import { activityText } from "../messages/activity";
import { ActivityRow, opens, taskOf } from "./ActivityRow";
import { canTakeBack, daysOf, doneAgain, type Group, groupsOf } from "./groups";
import type { Names } from "./words";

type Props = {
  /** What is shown, the latest first. */
  entries: readonly Activity[];
  /** All that is known: it tells whether something was undone or done again. */
  all: readonly Activity[];
  names: Names;
  today: CivilDate;
  whole: boolean;
  looking: boolean;
  ready: boolean;
  onEarlier: () => void;
  onUndo: (group: string) => Promise<void>;
  onOpen: (task: string) => void;
};

/** Pixels from the end at which earlier entries are asked for. */
const NEAR = 600;

export function ActivityList(props: Props) {
  const { entries, all, names, today, whole, looking, ready, onEarlier, onUndo, onOpen } = props;
  const groups = useMemo(() => groupsOf(entries), [entries]);
  const days = useMemo(() => daysOf(groups), [groups]);
  const again = useMemo(() => doneAgain(all), [all]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  // New entries come above; the row that the keys act on stays the same one.
  const activeAt = Math.max(
    0,
    groups.findIndex(({ id }) => id === active),
  );

  const fold = (id: string, shut: boolean) =>
    setOpen((now) => {
      const next = new Set(now);
      if (shut) next.delete(id);
      else next.add(id);
      return next;
    });
  const go = (to: number) => {
    const group = groups[Math.min(groups.length - 1, Math.max(0, to))];
    if (!group) return;
    if (to >= groups.length - 1) onEarlier();
    setActive(group.id);
    const row = grid.current?.querySelector<HTMLElement>(`[data-group="${group.id}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  const undo = (group: Group) => {
    grid.current?.querySelector<HTMLElement>(`[data-group="${group.id}"]`)?.focus({ preventScroll: true });
    void onUndo(group.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const group = groups[activeAt];
    const inButton = target.closest("button") !== null;
    if (!group || (inButton && (event.key === "Enter" || event.key === " "))) return;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / 56) - 1);
    const rtl = document.dir === "rtl";
    const opened = open.has(group.id);
    const toggle = () => {
      if (opens(group)) fold(group.id, opened);
    };
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(activeAt + 1),
      ArrowUp: () => go(activeAt - 1),
      Home: () => go(0),
      End: () => go(groups.length - 1),
      PageDown: () => go(activeAt + page),
      PageUp: () => go(activeAt - page),
      ArrowRight: () => (opens(group) ? fold(group.id, rtl) : undefined),
      ArrowLeft: () => (opens(group) ? fold(group.id, !rtl) : undefined),
      Enter: toggle,
      " ": toggle,
      o: () => {
        const task = taskOf(group);
        if (task !== null) onOpen(task);
      },
      Delete: () => {
        if (canTakeBack(group)) undo(group);
      },
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    // Its keys are those of its rows.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className="list activity"
      ref={grid}
      role="treegrid"
      aria-label={activityText.list}
      aria-busy={looking}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: at }) => {
        if (at.scrollHeight - at.scrollTop - at.clientHeight < NEAR) onEarlier();
      }}
    >
      {days.map(({ date, groups: ofDay }) => (
        <div role="rowgroup" key={date} className="day">
          <div role="row" className="day-head">
            <div role="rowheader" title={longDay(date, today)}>
              {dayLabel(date, today)}
            </div>
          </div>
          {ofDay.map((group) => (
            <ActivityRow
              key={group.id}
              group={group}
              again={again}
              names={names}
              active={groups[activeAt] === group}
              open={open.has(group.id)}
              onActive={() => setActive(group.id)}
              onToggle={() => fold(group.id, open.has(group.id))}
              onUndo={() => undo(group)}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
      {ready && (
        <div role="rowgroup" className="day-end">
          <div role="row">
            <div role="gridcell">
              {whole ? (
                <span>{activityText.beginning}</span>
              ) : (
                <button type="button" className="btn quiet" aria-disabled={looking} onClick={onEarlier}>
                  {activityText.earlier}
                </button>
              )}
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
