/** A group in a sentence: who did what, and when. */
import { activityText } from "../messages/activity";
import type { Group } from "./groups";
import { actorName, deedWords } from "./words";

/** What was done, without who did it. */
export function didWords({ entries }: Group, ofIt: boolean, again: ReadonlySet<number>): string {
  const [first] = entries;
  if (first === undefined) return "";
  if (entries.length > 1) return activityText.changes(entries.length);
  return deedWords(first, ofIt, again.has(first.seq));
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
