import { memo } from "react";
import { Icon } from "../design/Icon";
import { TaskRing } from "../design/Ring";
import { type CivilDate } from "../dates/civil";
import { dayLabel, dayOfInstant, deadlineLabel, dueLabel, longDay } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import type { Colour } from "../ipc/bindings/Colour";
import type { Progress } from "../ipc/bindings/Progress";
import type { Task } from "../ipc/bindings/Task";
import { text } from "../messages/en";
import { listText } from "../messages/list";
import { Found, FoundInNotes } from "../search/searched";
import type { Place } from "./places";

export type RowList = { name: string; colour: Colour };

type Props = {
  task: Task;
  /** The task's list, if the place does not say it already. */
  list: RowList | null;
  /** How far its subtasks are, where it has some. */
  progress?: Progress | undefined;
  place: Place["kind"];
  /** The title of the task that it stands below as a subtask. */
  below: string | null;
  /** The day that the place names, so that the row says the time alone. */
  under: CivilDate | null;
  today: CivilDate;
  onRing: (task: Task) => void;
};

/** What stands at the end of the row: when it is due, or when it was completed or deleted. */
function whenOf({ task, place, under, today }: Props) {
  const day = (instant: string) => ({
    short: dayLabel(dayOfInstant(instant), today),
    full: longDay(dayOfInstant(instant), today),
    late: false,
  });
  if (place === "trash" && task.deleted_at !== null) return day(task.deleted_at);
  if (place === "completed" && task.completed_at !== null) return day(task.completed_at);
  if (task.due === null) return null;
  const label = dueLabel(task.due, today, under);
  return label && task.completed_at !== null ? { ...label, late: false } : label;
}

/** The cells of one task: ring, title, marks, due. */
export const TaskRow = memo(function TaskRow(props: Props) {
  const { task, list, progress, place, below, today, onRing } = props;
  const done = task.completed_at !== null;
  const title = task.title === "" ? text.untitled : task.title;
  const when = whenOf(props);
  const deadline = task.deadline === null || done ? null : deadlineLabel(task.deadline, today);
  return (
    <>
      <div role="gridcell" className="ring-cell">
        {place === "trash" ? (
          <button
            type="button"
            tabIndex={-1}
            className="ib s"
            aria-label={text.restore(title)}
            title={text.restoreButton}
            onClick={() => onRing(task)}
          >
            <Icon name="restore" />
          </button>
        ) : (
          <button
            type="button"
            role="checkbox"
            tabIndex={-1}
            aria-checked={done}
            aria-label={text.complete(title)}
            onClick={() => onRing(task)}
          >
            <TaskRing
              priority={task.priority}
              done={done}
              share={progress ? progress.done / progress.subtasks : 0}
            />
          </button>
        )}
      </div>
      <div role="gridcell" className="title">
        <span dir="auto" title={title}>
          <Found text={title} />
        </span>
        {progress && !done && (
          <span className="of">
            <span className="vh">{listText.progressInFull(progress.done, progress.subtasks)}</span>
            <span aria-hidden="true">{listText.progress(progress.done, progress.subtasks)}</span>
          </span>
        )}
        {below !== null && <span className="vh">{text.subtaskOf(below)}</span>}
        {task.recurrence !== null && <RepeatMark rule={task.recurrence} />}
        {task.notes !== "" && (
          <span className="mark" role="img" aria-label={text.hasNotes}>
            <Icon name="note" small />
          </span>
        )}
        <FoundInNotes title={task.title} notes={task.notes} />
      </div>
      <div role="gridcell" className="meta">
        {task.priority !== "p4" && !done && (
          <span className={`pri ${task.priority}`} title={text.priority(task.priority)}>
            {text.priorityLetters(task.priority)}
          </span>
        )}
        {deadline && <DeadlineMark {...deadline} />}
        {task.duration !== null && !done && (
          <span className="lasts">
            <span className="vh">{text.takes(task.duration)}</span>
            <span aria-hidden="true" title={text.takes(task.duration)}>
              {text.lasting(task.duration)}
            </span>
          </span>
        )}
        {task.tags.slice(0, 2).map((tag) => (
          <bdi key={tag} className="tag">
            {text.tag(tag)}
          </bdi>
        ))}
        {task.tags.length > 2 && (
          <span title={task.tags.map(text.tag).join(" ")}>{`+${String(task.tags.length - 2)}`}</span>
        )}
        {list && (
          <span className="in">
            <span className="dot" data-colour={list.colour} />
            <span className="name">{list.name}</span>
          </span>
        )}
      </div>
      <div role="gridcell" className={when?.late ? "when late" : "when"}>
        {when && when.short !== "" && (
          <span title={when.full}>
            {when.late && <span className="vh">{text.overdue} </span>}
            {when.short}
          </span>
        )}
      </div>
    </>
  );
});

function RepeatMark({ rule }: { rule: string }) {
  const words = text.repeats(describeRecurrence(rule));
  return (
    <span className="mark" role="img" aria-label={words} title={words}>
      <Icon name="repeat" small />
    </span>
  );
}

function DeadlineMark({ short, full, past }: { short: string; full: string; past: boolean }) {
  const words = past ? text.deadlinePast(full) : text.deadline(full);
  return (
    <span className={past ? "by late" : "by"} title={words}>
      <Icon name="deadline" small />
      <span className="vh">{words}</span>
      <span aria-hidden="true">{short}</span>
    </span>
  );
}

/** The place of a row that is not loaded yet. */
export function RowSkeleton() {
  return (
    <>
      <div role="gridcell" className="ring-cell">
        <TaskRing />
      </div>
      <div role="gridcell" className="title" aria-label={text.loading}>
        <i className="bone" />
      </div>
    </>
  );
}
