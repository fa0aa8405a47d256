/** The places of the window: what the middle column can show, and what each is called. */
import type { Overview } from "../ipc/bindings/Overview";
import type { View } from "../ipc/bindings/View";
import { text } from "../messages/en";

export type Place = View | { kind: "search" };

/** One text per place, so that places can be compared and remembered. */
export function placeKey(place: Place): string {
  if (place.kind === "list") return `list:${place.id}`;
  if (place.kind === "tag") return `tag:${place.name}`;
  return place.kind;
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
    case "open":
      return text.allTasks;
    case "completed":
      return text.completed;
    case "trash":
      return text.trash;
    case "search":
      return text.search;
    case "tag":
      return text.tag(place.name);
    case "list":
      return overview?.lists.find(({ list }) => list.id === place.id)?.list.name ?? "";
  }
}

const COLOURS = ["clay", "sky", "ochre", "moss", "sea", "rose", "pine", "ink"] as const;
export type ListColour = (typeof COLOURS)[number];

/** A colour for each list. Ids are in the order of making, so a new list changes no other's colour. */
export function listColours(overview: Overview | null): ReadonlyMap<string, ListColour> {
  const ids = (overview?.lists ?? []).map(({ list }) => list.id).sort();
  return new Map(ids.map((id, place) => [id, COLOURS[place % COLOURS.length] ?? "ink"]));
}
