/** A group in a sentence: who did what, and when. */
import type { Activity } from "../ipc/bindings/Activity";
import { activityText } from "../messages/activity";
import { BULK_LIMIT } from "../tasks/chunks";
import type { Group } from "./groups";
import { actorName, deedWords } from "./words";

/** What was done, without who did it. */
export function didWords({ entries }: Group, ofIt: boolean, again: ReadonlySet<number>): string {
  const [first] = entries;
  if (first === undefined) return "";
  const whole = entries.length > 1 ? inOne(entries, again) : first;
  return whole ? deedWords(whole, ofIt, again.has(first.seq)) : activityText.changes(entries.length);
}

/** A deed to more tasks than one call takes is several changes, told as the one that it was; null for others. */
function inOne(entries: readonly Activity[], again: ReadonlySet<number>): Activity | null {
  const first = entries.at(-1); // the latest comes first
  const alike = entries.every(
    ({ deed, seq }) => deed === first?.deed && again.has(seq) === again.has(first.seq),
  );
  if (!first || !alike || entries.every(({ count }) => count < BULK_LIMIT)) return null;
  return { ...first, count: entries.reduce((sum, { count }) => sum + count, 0) };
}

export function GroupWords({
  group,
  ofIt,
  again,
  time,
  full,
}: {
  group: Group;
  ofIt: boolean;
  again: ReadonlySet<number>;
  time: string;
  full: string;
}) {
  return (
    <>
      <b>
        <bdi>{actorName(group.actor)}</bdi>
      </b>{" "}
      <span dir="auto">{didWords(group, ofIt, again)}</span>{" "}
      <time dateTime={group.at} title={full}>
        {time}
      </time>
    </>
  );
}
