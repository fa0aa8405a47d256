/** The lines of a list as they stand under each other: headings and tasks, by place, for 100,000 of them. */
import type { Group } from "./groups";
import type { Run } from "./selection";

export type Line = { kind: "heading"; group: Group } | { kind: "task"; place: number; group: Group };

export type Layout = {
  /** How many lines there are. */
  count: number;
  /** The line at a position; undefined outside. */
  at(line: number): Line | undefined;
  /** The line on which a task of the view stands; undefined while it is folded away. */
  lineOf(place: number): number | undefined;
  /** The line of a group's heading; undefined if it has none. */
  headingOf(key: Group["key"]): number | undefined;
  /** The places of all tasks that have a line. */
  shown: readonly Run[];
};

/** Lines that follow each other: a heading, or tasks `start` and on. */
type Section = { group: Group; from: number; heading: boolean; start: number; count: number };

/** Which groups get a heading: "open" never, Today only when something stands before it. */
function hasHeading(group: Group, position: number): boolean {
  if (group.key === "open") return false;
  return !(group.key === "today" && position === 0);
}

/** What is left of a run when others, in order, are taken out of it. */
function without([from, to]: Run, hidden: readonly Run[]): Run[] {
  const left: Run[] = [];
  let at = from;
  for (const [start, end] of hidden) {
    if (end <= at) continue;
    if (start >= to) break;
    if (start > at) left.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < to) left.push([at, to]);
  return left;
}

/** The last section that begins at or before a number. */
function lastUpTo(sections: readonly Section[], number: number, of: "from" | "start"): Section | undefined {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.[of] ?? Infinity) <= number) low = middle;
    else high = middle - 1;
  }
  return sections[low];
}

/** Lays the groups out; closed ones show their heading only. `hidden` are the places of folded subtasks, in order. */
export function layOut(
  groups: readonly Group[],
  closed: ReadonlySet<string>,
  hidden: readonly Run[] = [],
): Layout {
  const sections: Section[] = [];
  let from = 0;
  const add = (section: Omit<Section, "from">) => {
    sections.push({ ...section, from });
    from += section.count;
  };
  groups.forEach((group, position) => {
    const heading = hasHeading(group, position);
    if (heading) add({ group, heading, start: group.start, count: 1 });
    if (heading && closed.has(group.key)) return;
    for (const [start, end] of without([group.start, group.end], hidden))
      add({ group, heading: false, start, count: end - start });
  });
  const count = from;
  const tasks = sections.filter(({ heading }) => !heading);

  return {
    count,
    shown: tasks.map((section): Run => [section.start, section.start + section.count]),
    at(line) {
      if (line < 0 || line >= count) return undefined;
      const section = lastUpTo(sections, line, "from");
      if (!section) return undefined;
      const { group, heading } = section;
      if (heading) return { kind: "heading", group };
      return { kind: "task", place: section.start + line - section.from, group };
    },
    lineOf(place) {
      const section = lastUpTo(tasks, place, "start");
      const inside = section === undefined ? -1 : place - section.start;
      return section && inside >= 0 && inside < section.count ? section.from + inside : undefined;
    },
    headingOf(key) {
      return sections.find(({ group, heading }) => heading && group.key === key)?.from;
    },
  };
}
