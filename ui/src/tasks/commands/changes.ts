/** What is done to tasks: the one that the keyboard is on, or all that are selected. */
import { addDays } from "../../dates/days";
import { longDay } from "../../dates/labels";
import { movedTo, keepingTime } from "../../dates/picker/choice";
import type { Priority } from "../../ipc/bindings/Priority";
import type { Task } from "../../ipc/bindings/Task";
import { text } from "../../messages/en";
import { listText } from "../../messages/list";
import { copyText } from "../copy";
import type { PickerKind } from "../pickers/TaskPicker";
import * as said from "../pickers/said";
import { hasTarget, type ListContext, type Runs, targets } from "./context";

/** Places where a task added below another would not be seen. */
const NO_ADDING: ReadonlySet<string> = new Set(["completed", "trash", "search", "someday", "filter"]);

export function changes(list: ListContext): Runs {
  const { place, task, selection, actions } = list;
  const trash = place.kind === "trash";
  const can = hasTarget(list);
  const one = task !== null && selection.count <= 1;
  const unlessTrash = (run: () => void) => (can && !trash ? run : null);
  const pick = (kind: PickerKind) => unlessTrash(() => list.pick(kind, targets(list)));
  const priority = (chosen: Priority) => unlessTrash(() => void setPriority(list, chosen));
  const adds = !NO_ADDING.has(place.kind) && list.active?.group.key !== "done";
  const due = (days: number) => unlessTrash(() => void toDay(list, days));
  return {
    add_below: task !== null && adds ? () => list.addBelow(task.id) : null,
    complete: unlessTrash(() => complete(list)),
    edit: one && !trash ? () => list.edit(task.id) : null,
    reschedule: pick("due"),
    to_today: due(0),
    to_tomorrow: due(1),
    move_to_list: pick("list"),
    tags: pick("tags"),
    priority_1: priority("p1"),
    priority_2: priority("p2"),
    priority_3: priority("p3"),
    priority_4: priority("p4"),
    repeat: pick("repeat"),
    remind: pick("remind"),
    skip:
      one && !trash && task.recurrence !== null && task.occurrence !== null && task.completed_at === null
        ? () => void list.follow([task.id], actions.skip(task))
        : null,
    duplicate: unlessTrash(() => void duplicate(list)),
    copy: can ? () => void copyTitles(list) : null,
    delete: unlessTrash(() => {
      const ids = targets(list);
      const only = ids.length === 1 && task?.id === ids[0] ? task : null;
      void list.leave(ids, only ? actions.remove(only) : actions.removeAll(ids));
    }),
    restore:
      can && trash
        ? () => {
            const ids = targets(list);
            const only = ids.length === 1 && task?.id === ids[0] ? task : null;
            void list.leave(ids, only ? actions.restore(only) : actions.restoreAll(ids));
          }
        : null,
  };
}

/** Completes what is open; where all that is known of the tasks is that they are done, opens them again. */
function complete(list: ListContext): void {
  const { task, snapshot, selection, actions } = list;
  if (selection.count === 0 && task !== null) {
    void list.leave([task.id], actions.complete(task, task.completed_at === null));
    return;
  }
  const ids = targets(list);
  const known = ids.flatMap((id) => snapshot.tasks.get(id) ?? []);
  const done = known.length === ids.length && known.every(({ completed_at }) => completed_at !== null);
  void list.leave(ids, actions.completeAll(ids, !done));
}

function who({ snapshot }: ListContext, ids: readonly string[]) {
  return { title: snapshot.tasks.get(ids[0] ?? "")?.title ?? "", count: ids.length };
}

async function duplicate(list: ListContext): Promise<void> {
  const ids = targets(list);
  await list.follow(ids, list.actions.duplicate(ids, who(list, ids).title));
}

async function setPriority(list: ListContext, priority: Priority): Promise<void> {
  const ids = targets(list);
  await list.follow(ids, list.actions.edit(ids, { priority }, said.priority(who(list, ids), priority)));
}

async function toDay(list: ListContext, days: number): Promise<void> {
  const ids = targets(list);
  const day = addDays(list.today, days);
  const known = ids.flatMap((id) => list.snapshot.tasks.get(id) ?? []);
  const patch = keepingTime(movedTo(day, known));
  const name = days === 0 ? text.today : days === 1 ? text.tomorrow : longDay(day, list.today);
  await list.follow(ids, list.actions.edit(ids, patch, said.due(who(list, ids), patch, name)));
}

async function copyTitles(list: ListContext): Promise<void> {
  const ids = targets(list);
  await list.source.ensure(ids);
  const titles = ids.flatMap((id): string[] => {
    const task: Task | undefined = list.snapshot.tasks.get(id);
    return task ? [task.title] : [];
  });
  const copied = await copyText(titles.join("\n"));
  list.actions.say(copied ? listText.copied(titles.length) : listText.notCopied);
}
