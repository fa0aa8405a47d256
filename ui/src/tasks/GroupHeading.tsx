import type { CSSProperties } from "react";
import type { CivilDate } from "../dates/civil";
import { dayLabel, longDay } from "../dates/labels";
import { Icon } from "../design/Icon";
import { text } from "../messages/en";
import type { Group } from "./groups";

/** What a group is called; a day also says its date when its name is a word. */
function nameOf(group: Group, today: CivilDate, late: boolean): string {
  switch (group.key) {
    case "earlier":
      return late ? text.overdue : text.earlier;
    case "today":
      return text.today;
    case "done":
      return text.doneToday;
    case "completed":
      return text.completed;
    case "open":
      return text.allTasks;
    default: {
      const day = dayLabel(group.key, today);
      const long = longDay(group.key, today);
      return day === text.tomorrow || day === text.today ? text.dayAndTime(day, long) : long;
    }
  }
}

type Props = {
  group: Group;
  first: boolean;
  today: CivilDate;
  /** Whether all of its tasks are late. */
  late: boolean;
  /** Whether it is known how many tasks it has. */
  counted: boolean;
  open: boolean;
  tabIndex: 0 | -1;
  onToggle: () => void;
  onFocus: () => void;
  style: CSSProperties;
  "data-index": number;
  "data-drop": string | undefined;
  "aria-rowindex": number;
};

/** The heading of a group; it folds the group away. */
export function GroupHeading(props: Props) {
  const { group, first, today, late, counted, open, onToggle, ...line } = props;
  const name = nameOf(group, today, late);
  const count = group.end - group.start;
  return (
    // Keys are handled by the grid, for all of its lines.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      {...line}
      role="row"
      className={first ? "line group" : "line group gap"}
      aria-level={1}
      aria-expanded={open}
      aria-label={counted ? text.placeWithCount(name, count) : name}
      onClick={onToggle}
    >
      <div role="rowheader" className="heading">
        <span className="chev">
          <Icon name={open ? "down" : "right"} small />
        </span>
        <span>{name}</span>
        {counted && <span className="n">{text.number(count)}</span>}
      </div>
    </div>
  );
}
