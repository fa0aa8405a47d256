/** The popover that changes something of one task or of several, and says what it changed. */
import type { RefObject } from "react";
import type { CivilDate } from "../../dates/civil";
import { DuePicker } from "../../dates/picker/DuePicker";
import { ReminderPicker } from "../../dates/picker/ReminderPicker";
import { RepeatPicker } from "../../dates/picker/RepeatPicker";
import { Float } from "../../design/Float";
import type { Overview } from "../../ipc/bindings/Overview";
import type { Task } from "../../ipc/bindings/Task";
import type { TaskPatch } from "../../ipc/bindings/TaskPatch";
import { listText } from "../../messages/list";
import { pickerText } from "../../messages/pickers";
import { ListPicker } from "./ListPicker";
import { PriorityPicker } from "./PriorityPicker";
import * as said from "./said";
import { TagPicker } from "./TagPicker";

export type PickerKind = "due" | "list" | "tags" | "priority" | "repeat" | "remind";

type Props = {
  kind: PickerKind;
  /** The tasks that are changed, as far as they are loaded. */
  tasks: readonly Task[];
  /** How many are changed. */
  count: number;
  overview: Overview | null;
  today: CivilDate;
  anchor: RefObject<Element | null>;
  onPatch: (patch: TaskPatch, said: string) => void;
  onClose: () => void;
};

function labelOf(kind: PickerKind): string {
  const labels: Record<PickerKind, string> = {
    due: pickerText.reschedule,
    list: pickerText.moveTo,
    tags: pickerText.changeTags,
    priority: pickerText.choosePriority,
    repeat: pickerText.repeat,
    remind: pickerText.remind,
  };
  return labels[kind];
}

/** What all of them have in common; undefined where they differ. */
function common<T>(tasks: readonly Task[], of: (task: Task) => T): T | undefined {
  const [first, ...more] = tasks.map(of);
  return more.every((each) => each === first) ? first : undefined;
}

/** What all have of a list of things, and what only some have. */
function shared(tasks: readonly Task[], of: (task: Task) => readonly string[]): [string[], string[]] {
  const any = [...new Set(tasks.flatMap(of))];
  const all = any.filter((each) => tasks.every((task) => of(task).includes(each)));
  return [all, any.filter((each) => !all.includes(each))];
}

export function TaskPicker(props: Props) {
  const { kind, anchor, onClose } = props;
  return (
    <Float anchor={anchor} label={labelOf(kind)} onClose={onClose}>
      <Content {...props} />
    </Float>
  );
}

function Content({ kind, tasks, count, overview, today, onPatch, onClose }: Props) {
  const who = { title: tasks[0]?.title ?? "", count };
  switch (kind) {
    case "due":
      return (
        <DuePicker
          values={tasks}
          several={count > 1}
          today={today}
          onChange={(choice, words) => onPatch(choice, said.due(who, choice, words))}
          onClose={onClose}
        />
      );
    case "list":
      return (
        <ListPicker
          value={common(tasks, ({ list }) => list)}
          overview={overview}
          onChange={({ list, name }) => onPatch({ list }, said.list(who, name))}
          onClose={onClose}
        />
      );
    case "tags": {
      const [all, some] = shared(tasks, (task) => task.tags);
      return (
        <TagPicker
          value={all}
          some={some}
          overview={overview}
          onChange={(choice) => onPatch(choice, said.of(who, listText.tagged, listText.taggedMany))}
        />
      );
    }
    case "priority":
      return (
        <PriorityPicker
          value={common(tasks, ({ priority }) => priority)}
          onChange={(priority) => onPatch({ priority }, said.priority(who, priority))}
          onClose={onClose}
        />
      );
    case "repeat":
      return (
        <RepeatPicker
          value={common(tasks, ({ recurrence }) => recurrence) ?? null}
          due={common(tasks, ({ due }) => due) ?? null}
          today={today}
          task={count === 1 ? (tasks[0]?.id ?? null) : null}
          onChange={(choice) => onPatch(choice, said.recurrence(who, choice.recurrence ?? null))}
          onClose={onClose}
        />
      );
    case "remind": {
      const [all] = shared(tasks, ({ reminders }) => reminders);
      return (
        <ReminderPicker
          value={all}
          hasDue={tasks.every(({ due }) => due !== null)}
          today={today}
          onChange={(choice) => onPatch(choice, said.of(who, listText.reminded, listText.remindedMany))}
          onClose={onClose}
        />
      );
    }
  }
}
