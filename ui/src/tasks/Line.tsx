/** One line of the list: a heading, a task, or a task that is edited. */
import type { CivilDate } from "../dates/civil";
import { Icon } from "../design/Icon";
import type { Overview } from "../ipc/bindings/Overview";
import type { Progress } from "../ipc/bindings/Progress";
import type { Task } from "../ipc/bindings/Task";
import { listText } from "../messages/list";
import { Editor } from "./Editor";
import { dayOfPlace } from "./groups";
import { GroupHeading } from "./GroupHeading";
import { indentOf } from "./indent";
import type { Line as LineOf } from "./layout";
import type { TaskPlace } from "./places";
import type { TaskSource } from "./source";
import { type RowList, RowSkeleton, TaskRow } from "./TaskRow";

type Props = {
  index: number;
  start: number;
  line: LineOf;
  /** The task, once it is loaded. */
  task: Task | undefined;
  /** What is loaded, for what a task is below. */
  tasks: ReadonlyMap<string, Task>;
  progress: Progress | undefined;
  place: TaskPlace;
  overview: Overview | null;
  /** Its list, where the place does not say it. */
  list: RowList | null;
  today: CivilDate;
  source: TaskSource;
  /** Whether all of Today's earlier tasks are late. */
  late: boolean;
  counted: boolean;
  closed: boolean;
  /** Whether subtasks follow it, or are folded away. */
  hasBelow: boolean;
  folded: boolean;
  current: boolean;
  /** The mark of the day on which it takes tasks that are dropped. */
  drop: string | undefined;
  /** It is what something that floats is about. */
  marked: boolean;
  dragged: boolean;
  /** Where in a block of selected rows it stands: "first", "last", both, or "" between; undefined where it isn't selected. */
  selected: string | undefined;
  editing: boolean;
  measure: (element: Element | null) => void;
  onRing: (task: Task) => void;
  onFold: (id: string, shut: boolean) => void;
  onFocus: () => void;
  onToggle: () => void;
  /** The level of a task that is below no other. */
  level: number;
  /** Its details are shown. */
  detail: boolean;
  onOpen: () => void;
  onClose: () => void;
};

export function Line(props: Props) {
  const { index, start, line, task, place, overview, today, current, selected, measure } = props;
  const common = {
    "data-index": index,
    "aria-rowindex": index + 1,
    "data-drop": props.drop,
    style: { transform: `translateY(${String(start)}px)` },
  };
  if (line.kind === "heading") {
    return (
      <GroupHeading
        {...common}
        group={line.group}
        first={index === 0}
        today={today}
        late={props.late}
        counted={props.counted}
        open={!props.closed}
        tabIndex={current ? 0 : -1}
        onToggle={props.onToggle}
        onFocus={props.onFocus}
      />
    );
  }
  if (task && props.editing) {
    // An element of its own: the heights of others are not measured.
    return (
      <div key="edited" {...common} ref={measure} role="row" className="line">
        <Editor task={task} overview={overview} today={today} source={props.source} onClose={props.onClose} />
      </div>
    );
  }
  // Only what stands in its place is below its parent: neither what is done nor what is sorted by day.
  const nests = (place.kind === "inbox" || place.kind === "list") && line.group.key === "open";
  const indent = nests && task ? indentOf(task, props.tasks) : null;
  return (
    // Keys are handled by the grid, for all of its lines.
    <div
      {...common}
      role="row"
      aria-level={props.level + (indent?.depth ?? 0)}
      data-indent={indent?.depth}
      data-detail={props.detail || props.marked || undefined}
      data-dragged={props.dragged || undefined}
      tabIndex={current ? 0 : -1}
      aria-selected={selected !== undefined}
      {...(props.hasBelow || props.folded ? { "aria-expanded": !props.folded } : {})}
      data-selected={selected}
      className={task?.completed_at != null ? "line row done" : "line row"}
      onFocus={props.onFocus}
      onDoubleClick={(event) => {
        if (!(event.target as HTMLElement).closest("button")) props.onOpen();
      }}
    >
      {task ? (
        <>
          {nests && (props.hasBelow || props.folded) && (
            <Fold title={task.title} folded={props.folded} onFold={(shut) => props.onFold(task.id, shut)} />
          )}
          <TaskRow
            task={task}
            list={props.list}
            progress={props.progress}
            place={place.kind}
            below={indent?.parent ?? null}
            under={dayOfPlace(line.group.key, place.kind, today)}
            today={today}
            onRing={props.onRing}
          />
        </>
      ) : (
        <RowSkeleton />
      )}
    </div>
  );
}

/** Hides the subtasks of a task, or shows them; the keys for it are the arrows. */
function Fold({
  title,
  folded,
  onFold,
}: {
  title: string;
  folded: boolean;
  onFold: (shut: boolean) => void;
}) {
  const label = folded ? listText.unfoldTree(title) : listText.foldTree(title);
  return (
    <div role="gridcell" className="fold-cell">
      <button
        type="button"
        tabIndex={-1}
        className="fold-tree"
        data-folded={folded || undefined}
        aria-label={label}
        aria-expanded={!folded}
        onClick={() => onFold(!folded)}
      >
        <Icon name={folded ? "right" : "down"} small />
      </button>
    </div>
  );
}
