/** All of one task: title, fields, notes, subtasks, what was done to it. */
import type { Ref } from "react";
import { TaskActivity } from "../activity/TaskActivity";
import { dayOfInstant, longDay, plainDay } from "../dates/labels";
import { Notice } from "../design/Notice";
import { ProgressRing, TaskRing } from "../design/Ring";
import type { Actor } from "../ipc/bindings/Actor";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { FieldLines } from "./FieldLines";
import { useHere } from "./here";
import { Notes } from "./notes/Notes";
import type { Detail } from "./source";
import { Subtasks } from "./Subtasks";
import { TitleField, type TitleHandle } from "./TitleField";

type Props = { detail: Detail; inside: Ref<TitleHandle> };

export function TaskDetail({ detail, inside }: Props) {
  const { task, today, overview, actions, put, onOpen } = useHere();
  const { parent, below, next } = detail;
  const done = task.completed_at !== null;
  const own = below.filter((each) => each.parent === task.id);
  const share = own.filter(({ completed_at }) => completed_at !== null).length / own.length;
  const title = task.title === "" ? text.untitled : task.title;
  const complete = async () => {
    const applied = await actions.complete(task, !done);
    if (applied) put(applied.tasks);
  };
  const restore = async () => {
    const applied = await actions.restore(task);
    if (applied) put(applied.tasks);
  };
  const day = (instant: string) => plainDay(dayOfInstant(instant), today);

  return (
    <>
      {task.deleted_at !== null && (
        <Notice
          kind="warn"
          actions={
            <button type="button" className="btn" onClick={() => void restore()}>
              {detailText.restore}
            </button>
          }
        >
          {detailText.inTrash(day(task.deleted_at))}
        </Notice>
      )}
      {parent && (
        <button
          type="button"
          className="d-parent"
          aria-label={detailText.openParent(parent.title)}
          onClick={() => onOpen(parent.id)}
        >
          {detailText.parent(parent.title)}
        </button>
      )}
      <div className="d-title">
        <button
          type="button"
          role="checkbox"
          aria-checked={done}
          aria-label={text.complete(title)}
          disabled={task.deleted_at !== null}
          onClick={() => void complete()}
        >
          {own.length > 0 && !done ? (
            <ProgressRing share={share} satellite className={task.priority} />
          ) : (
            <TaskRing priority={task.priority} done={done} />
          )}
        </button>
        <TitleField ref={inside} />
      </div>
      {task.completed_at !== null && (
        <p className="d-done">{detailText.completedOn(day(task.completed_at))}</p>
      )}
      <FieldLines next={next} />
      <Notes />
      <Subtasks below={below} />
      <section className="sec" aria-labelledby="activity-head">
        <div className="sec-h">
          <h3 id="activity-head">{detailText.activity}</h3>
        </div>
        <TaskActivity task={task.id} overview={overview} today={today} actions={actions} />
      </section>
    </>
  );
}

/** When the task was made and by whom, and the way to everything that was done. */
export function Foot({ onAllActivity }: { onAllActivity: () => void }) {
  const { task, today } = useHere();
  const date = dayOfInstant(task.created_at);
  return (
    <div className="d-foot">
      <span title={longDay(date, today)}>
        {detailText.created(plainDay(date, today), byWhom(task.created_by))}
      </span>
      <button type="button" className="btn quiet" onClick={onAllActivity}>
        {detailText.allActivity}
      </button>
    </div>
  );
}

/** Who it was, as part of a sentence. */
function byWhom(actor: Actor): string {
  switch (actor.kind) {
    case "person":
      return detailText.byYou;
    case "assistant":
      return detailText.byAssistant;
    case "server":
      return detailText.byServer;
    default:
      return actor.name;
  }
}
