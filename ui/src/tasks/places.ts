/** The places of the window: what the middle column can show, and what each is called. */
import type { Overview } from "../ipc/bindings/Overview";
import type { View } from "../ipc/bindings/View";
import { activityText } from "../messages/activity";
import { text } from "../messages/en";

/** A saved filter, by its id, with the query that it has now. */
export type FilterPlace = { kind: "filter"; id: string; query: string };

export type Place =
  | Exclude<View, { kind: "filter" | "overdue" | "subtasks" }>
  | FilterPlace
  | { kind: "search" }
  | { kind: "activity" };

/** A place that shows tasks. */
export type TaskPlace = Exclude<Place, { kind: "activity" }>;

/** One text per place, so that places can be compared. A filter with another query is another place. */
export function placeKey(place: Place): string {
  if (place.kind === "list") return `list:${place.id}`;
  if (place.kind === "tag") return `tag:${place.name}`;
  if (place.kind === "filter") return `filter:${place.id}:${place.query}`;
  return place.kind;
}

/** What the host is asked for at a place. */
export function viewOf(place: Exclude<TaskPlace, { kind: "search" }>): View {
  return place.kind === "filter" ? { kind: "filter", query: place.query } : place;
}

/** What a place is called. */
export function placeName(place: Place, overview: Overview | null): string {
  switch (place.kind) {
    case "inbox":
      return text.inbox;
    case "today":
      return text.today;
    case "upcoming":
      return text.upcoming;
    case "someday":
      return text.someday;
    case "open":
      return text.allTasks;
    case "completed":
      return text.completed;
    case "trash":
      return text.trash;
    case "search":
      return text.search;
    case "activity":
      return activityText.place;
    case "tag":
      return text.tag(place.name);
    case "list":
      return overview?.lists.find(({ list }) => list.id === place.id)?.list.name ?? "";
    case "filter":
      return overview?.filters.find(({ id }) => id === place.id)?.name ?? "";
  }
}

/**
 * The same place as the overview knows it now: a filter with the query that it has since, the Inbox where the
 * list or filter is gone.
 */
export function placeNow(place: Place, overview: Overview): Place {
  if (place.kind === "list") {
    return overview.lists.some(({ list }) => list.id === place.id) ? place : { kind: "inbox" };
  }
  if (place.kind !== "filter") return place;
  const filter = overview.filters.find(({ id }) => id === place.id);
  if (!filter) return { kind: "inbox" };
  return filter.query === place.query ? place : { ...place, query: filter.query };
}
