/** Entries that go back together, and the days on which they were made. */
import type { CivilDate } from "../dates/civil";
import { dayOfInstant } from "../dates/labels";
import type { Activity } from "../ipc/bindings/Activity";
import type { Actor } from "../ipc/bindings/Actor";

/** What one undo takes back, or one undo did: the latest entry first. */
export type Group = {
  id: string;
  actor: Actor;
  /** When its latest entry was made. */
  at: string;
  entries: Activity[];
};

export type Day = { date: CivilDate; groups: Group[] };

/** Puts entries, the latest first, into groups; a group stands where its latest entry does. */
export function groupsOf(entries: readonly Activity[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const known = groups.get(entry.group);
    if (known) known.entries.push(entry);
    else groups.set(entry.group, { id: entry.group, actor: entry.actor, at: entry.at, entries: [entry] });
  }
  return [...groups.values()];
}

/** Puts groups under the days of their latest entries. */
export function daysOf(groups: readonly Group[]): Day[] {
  const days: Day[] = [];
  for (const group of groups) {
    const date = dayOfInstant(group.at);
    const last = days.at(-1);
    if (last?.date === date) last.groups.push(group);
    else days.push({ date, groups: [group] });
  }
  return days;
}

/** Whether all of a group was taken back. */
export function isTakenBack({ entries }: Group): boolean {
  return entries.every(({ undone }) => undone);
}

/** Whether there is something in a group that one can take back: neither an undo, nor what is gone for good. */
export function canTakeBack({ entries }: Group): boolean {
  return entries.some(({ undone, deed, reverses }) => !undone && reverses === null && deed !== "purged");
}

/**
 * The entries that did something again. Undo and redo of a change take turns, and the change says how it stands now;
 * where the change itself isn't known, they count as undo.
 */
export function doneAgain(entries: readonly Activity[]): ReadonlySet<number> {
  const stands = new Map(entries.map(({ seq, undone }) => [seq, !undone]));
  const again = new Set<number>();
  for (const { seq, reverses } of entries) {
    const standing = reverses === null ? undefined : stands.get(reverses);
    if (reverses === null || standing === undefined) continue;
    if (standing) again.add(seq);
    stands.set(reverses, !standing);
  }
  return again;
}

/** One text per actor, so that they can be compared. */
export function actorKey(actor: Actor): string {
  return "name" in actor ? `${actor.kind}:${actor.name}` : actor.kind;
}
