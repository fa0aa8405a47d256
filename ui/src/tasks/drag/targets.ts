/** Where tasks can be dropped outside of their order: each such element says it in `data-drop`. */
import type { CivilDate } from "../../dates/civil";
import type { Place } from "../places";

export type DropTarget =
  | { kind: "list"; id: string }
  | { kind: "inbox" | "today" | "someday" | "trash" }
  | { kind: "tag"; name: string }
  | { kind: "day"; day: CivilDate };

/** The mark of a place that takes tasks; undefined for one that takes none. */
export function dropOf(place: Place): string | undefined {
  switch (place.kind) {
    case "inbox":
    case "today":
    case "someday":
    case "trash":
      return place.kind;
    case "list":
      return `list:${place.id}`;
    case "tag":
      return `tag:${place.name}`;
    default:
      return undefined;
  }
}

/** The mark of a day. */
export const dropOnDay = (day: CivilDate) => `day:${day}`;

/** What a mark says; null for what is none. */
export function readDrop(mark: string): DropTarget | null {
  const colon = mark.indexOf(":");
  const rest = mark.slice(colon + 1);
  switch (colon < 0 ? mark : mark.slice(0, colon)) {
    case "inbox":
      return { kind: "inbox" };
    case "today":
      return { kind: "today" };
    case "someday":
      return { kind: "someday" };
    case "trash":
      return { kind: "trash" };
    case "list":
      return { kind: "list", id: rest };
    case "tag":
      return { kind: "tag", name: rest };
    case "day":
      return { kind: "day", day: rest };
    default:
      return null;
  }
}
