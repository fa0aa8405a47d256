/** The groups of a view: earlier days and Today, the days of Upcoming, what was done today. */
import { type CivilDate, readDue } from "../dates/civil";
import type { Task } from "../ipc/bindings/Task";
import type { View } from "../ipc/bindings/View";

/** A day of Upcoming, as a civil date. */
type Day = `${number}-${string}`;

/** "open" has no heading of its own; "completed" are those among what was searched; "earlier" are the days of Today before today; a day of Upcoming is its date. */
export type GroupKey = "open" | "earlier" | "today" | "done" | "completed" | Day;

/** Tasks `start` (included) to `end` (left out) of a view's order. */
export type Group = { key: GroupKey; start: number; end: number };

/** The views below whose open tasks the host puts those that were completed today. */
const DONE_BELOW: ReadonlySet<string> = new Set(["inbox", "today", "open", "list", "tag"]);

/** The day by which the host sorts a task: when it is to be begun or is due, whichever is earlier. */
export function dayOf({ start, due }: Pick<Task, "start" | "due">): CivilDate | null {
  const begins = start === null || start === "someday" ? null : start;
  const ends = due === null ? null : (readDue(due)?.date ?? null);
  if (begins === null || ends === null) return begins ?? ends;
  return begins < ends ? begins : ends;
}

/** How a view splits its tasks. The order comes from the host; here it is only cut. */
export function groupKey(task: Task, view: View["kind"], today: CivilDate): GroupKey {
  if (task.completed_at !== null && DONE_BELOW.has(view)) return "done";
  if (view !== "today" && view !== "upcoming") return "open";
  const day = dayOf(task);
  if (view === "upcoming") return (day as Day | null) ?? "open";
  return day !== null && day < today ? "earlier" : "today";
}

/** Whether an earlier day is all that puts a task into Today: it was to be begun, but it is not late. */
function isBegun(task: Task, today: CivilDate): boolean {
  if (task.start === null || task.start >= today || task.start === "someday") return false;
  if (task.completed_at !== null || task.deleted_at !== null) return false;
  const due = task.due === null ? null : readDue(task.due);
  return due === null || due.date >= today;
}

/** Whether all of Today's tasks from earlier days are late, as far as they are loaded. */
export function allLate(tasks: Iterable<Task>, today: CivilDate): boolean {
  for (const task of tasks) if (isBegun(task, today)) return false;
  return true;
}

/** The day that a row's place already names, so that the row need not. */
export function dayOfPlace(group: GroupKey, view: string, today: CivilDate): CivilDate | null {
  if (view === "today") return group === "earlier" ? null : today;
  return /^\d{4}-/.test(group) ? group : null;
}

/** Up to this many tasks every row is looked at; above, the borders are searched. */
export const LOOK_AT_ALL = 500;
const ASK_AT_MOST = 500;

/**
 * Cuts `count` tasks into groups. `keyAt` tells the key of the task at a place: undefined while its row is not
 * loaded, null when the row is gone. `ask` are the places whose rows would make the answer sharper; with an
 * empty `ask` it is final.
 *
 * A long view is sorted by its groups, so equal keys at two places mean one group between them: the borders are
 * found by halving, a handful of rows for each, however many tasks there are.
 */
export function findGroups(
  count: number,
  keyAt: (place: number) => GroupKey | null | undefined,
): { groups: Group[]; ask: number[] } {
  const groups: Group[] = [];
  const ask: number[] = [];
  const add = (key: GroupKey, start: number, end: number) => {
    const last = groups.at(-1);
    if (last?.key === key) last.end = end;
    else groups.push({ key, start, end });
  };
  const known = (place: number, fallback: GroupKey): GroupKey => {
    const key = keyAt(place);
    if (key === undefined) ask.push(place);
    return key ?? fallback;
  };

  if (count <= LOOK_AT_ALL) {
    for (let place = 0; place < count; place += 1) {
      const before = groups.at(-1)?.key ?? "open";
      add(known(place, before), place, place + 1);
    }
    return { groups, ask };
  }

  const open: [number, number][] = [];
  const first = known(0, "open");
  const cut = (low: number, lowKey: GroupKey, high: number, highKey: GroupKey) => {
    // The task at `low` is already in a group; this adds the ones after it, up to `high`.
    if (lowKey === highKey || high - low === 1) {
      add(lowKey, low, high);
      add(highKey, high, high + 1);
      return;
    }
    const middle = (low + high) >> 1;
    const key = keyAt(middle);
    if (key === undefined) {
      open.push([low, high]);
      add(lowKey, low, middle);
      add(highKey, middle, high + 1);
      return;
    }
    cut(low, lowKey, middle, key ?? lowKey);
    cut(middle, key ?? lowKey, high, highKey);
  };
  cut(0, first, count - 1, known(count - 1, first));

  // Ask for the next few levels of halving at once, as deep as one call allows.
  let level = open;
  while (level.length > 0 && ask.length + level.length <= ASK_AT_MOST) {
    const next: [number, number][] = [];
    for (const [low, high] of level) {
      if (high - low < 2) continue;
      const middle = (low + high) >> 1;
      if (keyAt(middle) === undefined) ask.push(middle);
      next.push([low, middle], [middle, high]);
    }
    level = next;
  }
  if (ask.length === 0) {
    ask.push(...open.slice(0, ASK_AT_MOST).map(([low, high]) => (low + high) >> 1));
  }
  return { groups, ask };
}

/** The groups once a task stands at `place`, which is the end of the open ones. */
export function withOne(groups: readonly Group[], place: number): Group[] {
  const open = groups.find(({ key }) => key === "open") ?? { key: "open", start: place, end: place };
  const others = groups
    .filter(({ key }) => key !== "open")
    .map((group) => (group.start < place ? group : { ...group, start: group.start + 1, end: group.end + 1 }));
  return [...others, { ...open, end: place + 1 }].sort((one, other) => one.start - other.start);
}
