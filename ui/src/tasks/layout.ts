/** The lines of a list as they stand under each other: headings and tasks, by place, for 100,000 of them. */
import type { Group } from "./groups";

export type Line = { kind: "heading"; group: Group } | { kind: "task"; place: number; group: Group };

export type Layout = {
  /** How many lines there are. */
  count: number;
  /** The line at a position; undefined outside. */
  at(line: number): Line | undefined;
  /** The line on which a task of the view stands; undefined while its group is closed. */
  lineOf(place: number): number | undefined;
  /** The line of a group's heading; undefined if it has none. */
  headingOf(key: Group["key"]): number | undefined;
};

type Section = { group: Group; from: number; heading: boolean; tasks: number };

/** Which groups get a heading: "open" never, Today only when something stands before it. */
function hasHeading(group: Group, position: number): boolean {
  if (group.key === "open") return false;
  return !(group.key === "today" && position === 0);
}

/** Lays the groups out; closed ones show their heading only. */
export function layOut(groups: readonly Group[], closed: ReadonlySet<string>): Layout {
  const sections: Section[] = [];
  let from = 0;
  groups.forEach((group, position) => {
    const heading = hasHeading(group, position);
    const tasks = heading && closed.has(group.key) ? 0 : group.end - group.start;
    sections.push({ group, from, heading, tasks });
    from += (heading ? 1 : 0) + tasks;
  });
  const count = from;

  const sectionAt = (line: number): Section | undefined => {
    let low = 0;
    let high = sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sections[middle]?.from ?? Infinity) <= line) low = middle;
      else high = middle - 1;
    }
    return sections[low];
  };

  return {
    count,
    at(line) {
      if (line < 0 || line >= count) return undefined;
      const section = sectionAt(line);
      if (!section) return undefined;
      const { group, heading } = section;
      const inside = line - section.from - (heading ? 1 : 0);
      if (inside < 0) return { kind: "heading", group };
      return { kind: "task", place: group.start + inside, group };
    },
    lineOf(place) {
      const section = sections.find(({ group }) => place >= group.start && place < group.end);
      if (!section || section.tasks === 0) return undefined;
      return section.from + (section.heading ? 1 : 0) + place - section.group.start;
    },
    headingOf(key) {
      return sections.find(({ group, heading }) => heading && group.key === key)?.from;
    },
  };
}
