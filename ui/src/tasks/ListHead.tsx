/** The head of the middle column: the ring of the day or the mark of the place, its name, a line of counts. */
import type { ReactNode } from "react";
import type { CivilDate } from "../dates/civil";
import { longDay } from "../dates/labels";
import { Icon, type IconName } from "../design/Icon";
import { ProgressRing } from "../design/Ring";
import type { Overview } from "../ipc/bindings/Overview";
import { text } from "../messages/en";
import { listColours, type Place, placeName } from "./places";
import type { Snapshot } from "./source";

/** How many are open and how many done, as the groups tell. */
export function countsOf(snapshot: Snapshot): { open: number; done: number } {
  const done = snapshot.groups
    .filter(({ key }) => key === "done")
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return { open: snapshot.ids.length - done, done };
}

/** The line under the name: the date on Today, and the counts. */
export function subtitle(place: Place, snapshot: Snapshot, today: CivilDate): string {
  if (snapshot.state !== "ready") return place.kind === "today" ? longDay(today, today) : "";
  if (place.kind === "completed" || place.kind === "trash") return text.tasks(snapshot.ids.length);
  const { open, done } = countsOf(snapshot);
  const parts = done > 0 ? [text.toDo(open), text.done(done)] : [text.toDo(open)];
  return text.joined(place.kind === "today" ? [longDay(today, today), ...parts] : parts);
}

const ICONS: Partial<Record<Place["kind"], IconName>> = {
  inbox: "inbox",
  upcoming: "upcoming",
  open: "all",
  completed: "completed",
  trash: "trash",
  tag: "tag",
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
    const { open, done } = countsOf(snapshot);
    return <ProgressRing share={open + done === 0 ? 0 : done / (open + done)} satellite />;
  }
  if (place.kind === "list") {
    return <span className="dot" data-colour={listColours(overview).get(place.id)} />;
  }
  return <Icon name={ICONS[place.kind] ?? "all"} />;
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
