/** The fields of a task that are changed in popovers: what each is called, says and opens. */
import type { ReactNode } from "react";
import { DayPicker } from "../dates/picker/DayPicker";
import { DuePicker } from "../dates/picker/DuePicker";
import { ReminderPicker } from "../dates/picker/ReminderPicker";
import { RepeatPicker } from "../dates/picker/RepeatPicker";
import { dueInFull, dueInWords, longDay } from "../dates/labels";
import { describeRecurrence } from "../dates/recurrence";
import { reminderLabel } from "../dates/reminders";
import type { IconName } from "../design/Icon";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import { DurationPicker } from "../tasks/pickers/DurationPicker";
import { priorityName } from "../tasks/pickers/names";
import { PriorityPicker } from "../tasks/pickers/PriorityPicker";
import { TagPicker } from "../tasks/pickers/TagPicker";
import type { Here } from "./here";

export const picked = ["due", "duration", "recurrence", "reminders", "tags", "priority", "deadline"] as const;
export type Picked = (typeof picked)[number];

export const fieldIcons: Record<Picked | "start", IconName> = {
  due: "upcoming",
  duration: "timer",
  recurrence: "repeat",
  reminders: "bell",
  tags: "tag",
  priority: "flag",
  deadline: "deadline",
  start: "someday",
};

/** A first letter as a sentence begins; of scripts without capitals it stays. */
const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** What a field says, shortly and in full; null for nothing. */
export function valueOf(field: Picked, { task, today }: Here): { short: string; full: string } | null {
  const same = (words: string | null) => (words === null ? null : { short: words, full: words });
  switch (field) {
    case "due":
      return task.due === null
        ? null
        : { short: dueInWords(task.due, today), full: dueInFull(task.due, today) };
    case "duration":
      return task.duration === null
        ? null
        : {
            short: detailText.forAbout(text.lasting(task.duration)),
            full: text.lasting(task.duration),
          };
    case "recurrence":
      return same(
        task.recurrence === null ? null : capital(describeRecurrence(task.recurrence) ?? task.recurrence),
      );
    case "reminders":
      return same(
        task.reminders.length === 0
          ? null
          : capital(text.joined(task.reminders.map((each) => reminderLabel(each, today)))),
      );
    case "tags":
      return same(task.tags.length === 0 ? null : task.tags.map(text.tag).join(" "));
    case "priority":
      return same(task.priority === "p4" ? null : priorityName(task.priority));
    case "deadline":
      return task.deadline === null
        ? null
        : {
            short: detailText.deadlineOn(dueInWords(task.deadline, today)),
            full: longDay(task.deadline, today),
          };
  }
}

/** What a field's popover holds. */
export function pickerOf(
  field: Picked,
  { task, today, overview }: Here,
  onPatch: (patch: TaskPatch) => void,
  onClose: () => void,
): ReactNode {
  switch (field) {
    case "due":
      return <DuePicker values={[task]} today={today} onChange={onPatch} onClose={onClose} />;
    case "duration":
      return (
        <DurationPicker
          value={task.duration}
          onChange={(duration) => onPatch({ duration })}
          onClose={onClose}
        />
      );
    case "recurrence":
      return (
        <RepeatPicker
          value={task.recurrence}
          due={task.due}
          today={today}
          task={task.id}
          onChange={onPatch}
          onClose={onClose}
        />
      );
    case "reminders":
      return (
        <ReminderPicker
          value={task.reminders}
          hasDue={task.due !== null}
          today={today}
          onChange={onPatch}
          onClose={onClose}
        />
      );
    case "tags":
      return <TagPicker value={task.tags} overview={overview} onChange={onPatch} />;
    case "priority":
      return (
        <PriorityPicker
          value={task.priority}
          onChange={(priority) => onPatch({ priority })}
          onClose={onClose}
        />
      );
    case "deadline":
      return (
        <DayPicker
          value={task.deadline}
          today={today}
          onChange={(deadline) => onPatch({ deadline })}
          onClose={onClose}
        />
      );
  }
}
