/** The head of the middle column: the ring of the day or the mark of the place, its name, a line of counts. */
import type { ReactNode } from "react";
import type { CivilDate } from "../dates/civil";
import { longDay } from "../dates/labels";
import { listColours } from "../design/colours";
import { Icon, type IconName } from "../design/Icon";
import { ProgressRing } from "../design/Ring";
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";
import { type Place, placeName } from "./places";
import type { Snapshot } from "./source";

/** How many are open and how many done, as the groups tell. */
export function countsOf(snapshot: Snapshot): { open: number; done: number } {
  const done = snapshot.groups
    .filter(({ key }) => key === "done")
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return { open: snapshot.ids.length - done, done };
}

const NOT_TO_DO: ReadonlySet<Place["kind"]> = new Set(["completed", "trash", "filter", "someday"]);

/** The line under the name: the date on Today, and the counts. */
export function subtitle(place: Place, snapshot: Snapshot, today: CivilDate): string {
  if (snapshot.state !== "ready" || !snapshot.whole)
    return place.kind === "today" ? longDay(today, today) : "";
  // A filter may show what is done, and what is for someday is not to be done yet.
  if (NOT_TO_DO.has(place.kind)) return text.tasks(snapshot.ids.length);
  const { open, done } = countsOf(snapshot);
  const parts = done > 0 ? [text.toDo(open), text.done(done)] : [text.toDo(open)];
  return text.joined(place.kind === "today" ? [longDay(today, today), ...parts] : parts);
}

const ICONS: Partial<Record<Place["kind"], IconName>> = {
  inbox: "inbox",
  upcoming: "upcoming",
  someday: "someday",
  open: "all",
  completed: "completed",
  trash: "trash",
  tag: "tag",
  filter: "filter",
  search: "search",
};

function Mark({
  place,
  snapshot,
  overview,
}: {
  place: Place;
  snapshot: Snapshot;
  overview: Overview | null;
}) {
  if (place.kind === "today") {
    // Of the first rows alone no share can be told.
    const { open, done } = snapshot.whole ? countsOf(snapshot) : { open: 0, done: 0 };
    return <ProgressRing share={open + done === 0 ? 0 : done / (open + done)} satellite />;
  }
  if (place.kind === "list") {
    return <span className="dot" data-colour={listColours(overview).get(place.id)} />;
  }
  const icon = <Icon name={ICONS[place.kind] ?? "all"} />;
  if (place.kind !== "filter") return icon;
  const colour = overview?.filters.find(({ id }) => id === place.id)?.colour;
  return (
    <span className="tint" data-colour={colour ?? undefined}>
      {icon}
    </span>
  );
}

type Props = {
  place: Place;
  snapshot: Snapshot;
  overview: Overview | null;
  today: CivilDate;
  /** What stands at the start, before the mark (the way to the side list where it is hidden). */
  before?: ReactNode;
  /** What can be done, at the end. */
  actions: ReactNode;
  /** The search field, in place of a name. */
  field?: ReactNode;
};

export function ListHead({ place, snapshot, overview, today, before, actions, field }: Props) {
  return (
    <header className="head">
      <div className="place-mark">
        {before ?? <Mark place={place} snapshot={snapshot} overview={overview} />}
      </div>
      <div className="names">
        {field ?? <h1>{placeName(place, overview)}</h1>}
        {field === undefined && <p>{subtitle(place, snapshot, today)}</p>}
      </div>
      <div className="acts">{actions}</div>
    </header>
  );
}
