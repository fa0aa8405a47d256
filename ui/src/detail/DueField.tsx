/** When a task is due, and how long it takes; of one that repeats, whether the following move along. */
import { useState } from "react";
import { dueInFull, dueInWords } from "../dates/labels";
import { daysBetween, readDue } from "../dates/civil";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { reader } from "./fields";
import { useHere } from "./here";
import { InlineField } from "./InlineField";

type Props = { begin?: boolean; onDone?: () => void };

export function DueField({ begin, onDone }: Props) {
  const { task, today } = useHere();
  const [following, setFollowing] = useState(false);
  const moment = task.due === null ? null : readDue(task.due);
  const late = moment !== null && task.completed_at === null && daysBetween(today, moment.date) < 0;
  const repeats = task.recurrence !== null;
  const end = () => {
    setFollowing(false);
    onDone?.();
  };
  return (
    <InlineField
      field="due"
      name={detailText.due}
      read={reader("due", following)}
      placeholder={detailText.dueExample}
      value={task.due === null ? text.duePlaceholder : dueInFull(task.due, today)}
      hint={
        repeats ? (
          <label className="check-line">
            <input
              type="checkbox"
              checked={following}
              onChange={(event) => setFollowing(event.target.checked)}
            />
            {detailText.following}
          </label>
        ) : (
          detailText.clearEmpties
        )
      }
      {...(begin === undefined ? {} : { begin })}
      onDone={end}
    >
      {task.due === null ? (
        <span className="sep">{text.duePlaceholder}</span>
      ) : (
        <span className={late ? "late" : undefined}>
          {late && <span className="vh">{text.overdue} </span>}
          {dueInWords(task.due, today)}
        </span>
      )}
    </InlineField>
  );
}
