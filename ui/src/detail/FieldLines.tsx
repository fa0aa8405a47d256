/** The task's fields: those that say something, each on its line, then what else can be said of it. */
import { type ReactNode, useState } from "react";
import { readDue } from "../dates/civil";
import { dueInFull, dueInWords, longDay, plainDay } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import { Icon, type IconName } from "../design/Icon";
import type { Due } from "../ipc/bindings/Due";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import { call } from "../ipc/host";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { PriorityField } from "../tasks/PriorityField";
import { DueField } from "./DueField";
import type { TextField } from "./drafts";
import { reader } from "./fields";
import { useHere } from "./here";
import { InlineField } from "./InlineField";
import { Items } from "./Items";
import { drafts } from "./saving";

type Field = Extract<
  TextField,
  "due" | "duration" | "recurrence" | "reminders" | "tags" | "deadline" | "start"
>;

const ICONS: Record<Field, IconName> = {
  due: "upcoming",
  duration: "timer",
  recurrence: "repeat",
  reminders: "bell",
  tags: "tag",
  deadline: "deadline",
  start: "someday",
};
const FIELDS = Object.keys(ICONS) as Field[];

/** Whether a field says anything. */
function says(task: Task, field: Field): boolean {
  const value = task[field];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** A first letter as a sentence begins; of scripts without capitals it stays. */
const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

export function FieldLines({ next }: { next: readonly Due[] }) {
  const { task, today, change } = useHere();
  const [asked, setAsked] = useState<Field | null>(null); // one that says nothing yet and is typed in
  const shows = (field: Field) => says(task, field) || asked === field || drafts.get(task.id, field) !== null;
  const edit = (patch: TaskPatch) => void change(() => call("edit_tasks", { ids: [task.id], patch }));
  const done = () => setAsked(null);
  const common = (field: Field) => ({
    field,
    name: detailText[field],
    begin: asked === field,
    onDone: done,
  });
  const line = (field: Field, content: ReactNode) =>
    shows(field) && (
      <div className="prop" key={field}>
        <div className="k">
          <Icon name={ICONS[field]} />
        </div>
        <div className="v">{content}</div>
      </div>
    );

  const rule = task.recurrence === null ? null : describeRecurrence(task.recurrence);
  const [first, second] = next.map((due) => plainDay(readDue(due)?.date ?? due, today));
  const duration = (
    <InlineField
      {...common("duration")}
      read={reader("duration")}
      placeholder={detailText.durationExample}
      value={task.duration === null ? "" : text.lasting(task.duration)}
    >
      <span className="sep">
        {task.duration !== null && detailText.forAbout(text.lasting(task.duration))}
      </span>
    </InlineField>
  );
  return (
    <div className="props" role="group" aria-label={detailText.fields}>
      {line(
        "due",
        <>
          <DueField begin={asked === "due"} onDone={done} />
          {task.due !== null && shows("duration") && <> {duration}</>}
        </>,
      )}
      {task.due === null && line("duration", duration)}
      {line(
        "recurrence",
        <InlineField
          {...common("recurrence")}
          read={reader("recurrence")}
          placeholder={detailText.recurrenceExample}
          value={rule ?? task.recurrence ?? ""}
          hint={task.recurrence === null ? undefined : detailText.lastOne}
          below={
            first !== undefined && (
              <small>
                {second === undefined ? detailText.nextOn(first) : detailText.nextOnThen(first, second)}
              </small>
            )
          }
        >
          {capital(rule ?? task.recurrence ?? "")}
        </InlineField>,
      )}
      {line(
        "reminders",
        <Items
          field="reminders"
          addName={detailText.addReminder}
          placeholder={detailText.reminderExample}
          read={reader("reminders")}
          begin={asked === "reminders"}
          onDone={done}
          items={task.reminders.map((reminder) => {
            const shown = reminderWords(reminder, today);
            return {
              key: reminder,
              shown,
              removeName: detailText.removeReminder(shown),
              onRemove: () => edit({ remove_reminders: [reminder] }),
            };
          })}
        />,
      )}
      {line(
        "tags",
        <Items
          field="tags"
          addName={text.addTag}
          placeholder={detailText.tagExample}
          read={reader("tags")}
          begin={asked === "tags"}
          onDone={done}
          items={task.tags.map((tag) => ({
            key: tag,
            shown: text.tag(tag),
            removeName: text.removeTag(tag),
            onRemove: () => edit({ remove_tags: [tag] }),
          }))}
        />,
      )}
      {line(
        "deadline",
        <InlineField
          {...common("deadline")}
          read={reader("deadline")}
          placeholder={detailText.deadlineExample}
          hint={detailText.clearEmpties}
          value={task.deadline === null ? "" : longDay(task.deadline, today)}
        >
          {task.deadline !== null && (
            <span className={task.deadline < today && task.completed_at === null ? "late" : undefined}>
              {detailText.deadlineOn(dueInWords(task.deadline, today))}
            </span>
          )}
        </InlineField>,
      )}
      {line(
        "start",
        <InlineField
          {...common("start")}
          read={reader("start")}
          placeholder={detailText.startExample}
          hint={detailText.clearEmpties}
          value={startWords(task.start, today)}
        >
          {startWords(task.start, today)}
        </InlineField>,
      )}
      <div className="more-props" role="group" aria-label={detailText.addField}>
        <PriorityField
          value={task.priority}
          onChange={(priority) => edit({ priority })}
          onFloat={() => undefined}
        />
        {FIELDS.filter((field) => !shows(field)).map((field) => (
          <button key={field} type="button" className="chip" onClick={() => setAsked(field)}>
            <Icon name={ICONS[field]} />
            {detailText[field]}
          </button>
        ))}
      </div>
    </div>
  );
}

function startWords(start: string | null, today: string): string {
  if (start === null) return "";
  return start === "someday" ? detailText.startsSomeday : detailText.startsOn(dueInWords(start, today));
}

/** When somebody is reminded, in words. */
export function reminderWords(reminder: string, today: string): string {
  const before = /^-(\d+)$/u.exec(reminder);
  return before ? detailText.minutesBefore(Number(before[1])) : dueInFull(reminder, today);
}
