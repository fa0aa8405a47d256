/** What a place says when it has no task: what belongs here, and one step. */
import type { ReactNode } from "react";
import { ProgressRing } from "../design/Ring";
import type { Overview } from "../ipc/bindings/Overview";
import { firstKeys } from "../keys/together";
import { text } from "../messages/en";
import { type TaskPlace, placeName } from "./places";

type Props = {
  place: TaskPlace;
  overview: Overview | null;
  words: string;
  onAdd: () => void;
  onGo: (place: TaskPlace) => void;
};

function wordsOf(place: TaskPlace, overview: Overview | null, words: string): [title: string, hint: string] {
  const name = placeName(place, overview);
  switch (place.kind) {
    case "today":
      return [text.emptyToday, text.emptyTodayNext(overview?.upcoming ?? 0)];
    case "inbox":
      return [text.emptyInbox, text.emptyInboxHint];
    case "upcoming":
      return [text.emptyUpcoming, text.emptyUpcomingHint];
    case "someday":
      return [text.emptySomeday, text.emptySomedayHint];
    case "open":
      return [text.emptyAll, text.emptyAllHint];
    case "list":
      return [text.emptyList(name), text.emptyListHint];
    case "tag":
      return [text.emptyTag(place.name), text.emptyTagHint];
    case "filter":
      return [text.emptyFilter(name), text.emptyFilterHint];
    case "completed":
      return [text.emptyCompleted, text.emptyCompletedHint];
    case "trash":
      return [text.emptyTrash, text.emptyTrashHint];
    case "search":
      return words === "" ? [text.emptySearch, text.emptySearchHint] : [text.noHit(words), text.noHitHint];
  }
}

const CAN_ADD: ReadonlySet<TaskPlace["kind"]> = new Set(["today", "inbox", "open", "list", "upcoming"]);

export function Empty({ place, overview, words, onAdd, onGo }: Props) {
  const [title, hint] = wordsOf(place, overview, words);
  const steps: ReactNode[] = [];
  if (place.kind === "today" && (overview?.upcoming ?? 0) > 0) {
    steps.push(
      <button key="next" type="button" className="btn soft" onClick={() => onGo({ kind: "upcoming" })}>
        {text.lookAtUpcoming}
      </button>,
    );
  }
  if (CAN_ADD.has(place.kind)) {
    steps.push(
      <button key="add" type="button" className="btn" onClick={onAdd}>
        {text.addTask} <kbd>{firstKeys("add")}</kbd>
      </button>,
    );
  }
  return (
    <div className="mid">
      <ProgressRing
        className="big"
        share={place.kind === "today" ? 1 : 0}
        satellite={place.kind === "today"}
      />
      <h2>{title}</h2>
      <p>{hint}</p>
      {steps.length > 0 && <div className="acts">{steps}</div>}
    </div>
  );
}
