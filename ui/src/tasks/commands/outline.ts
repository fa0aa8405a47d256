/** Putting tasks in order and below each other, and folding. */
import { listText } from "../../messages/list";
import type { Task } from "../../ipc/bindings/Task";
import { lastBelow, siblingAfter, siblingBefore } from "../outline";
import * as said from "../pickers/said";
import { type ListContext, isOrdered, type Runs, targets } from "./context";

export function outline(list: ListContext): Runs {
  const { active, place } = list;
  const onTask = active?.kind === "task" && place.kind !== "trash";
  const open = active?.group.key === "open";
  const explain = () => list.actions.say(listText.orderIsGiven(list.placeName));
  const sorted = (run: () => Promise<void>) => (isOrdered(place) && open ? () => void run() : explain);
  const nests = onTask && isOrdered(place) && open && list.selection.count === 0;
  return {
    move_up: onTask ? sorted(() => reorder(list, -1)) : null,
    move_down: onTask ? sorted(() => reorder(list, 1)) : null,
    indent: nests ? () => void indent(list) : null,
    outdent: nests ? () => void outdent(list) : null,
    fold: () => fold(list, true),
    unfold: () => fold(list, false),
  };
}

async function reorder(list: ListContext, direction: 1 | -1): Promise<void> {
  const { lines, snapshot, actions } = list;
  const ids = targets(list);
  const moved = new Set(ids);
  const end = direction < 0 ? ids[0] : ids.at(-1);
  let at = end === undefined ? undefined : snapshot.ids.placeOf(end);
  // What is moved along is no place to move to.
  for (;;) {
    const from = at;
    if (from === undefined) return;
    const sibling = await lines.walk((rows) =>
      direction < 0 ? siblingBefore(from, rows) : siblingAfter(from, rows),
    );
    if (sibling === null) {
      actions.say(direction < 0 ? listText.alreadyFirst : listText.alreadyLast);
      return;
    }
    const other = snapshot.ids.at(sibling) ?? "";
    if (!moved.has(other)) {
      const who = { title: snapshot.tasks.get(ids[0] ?? "")?.title ?? "", count: ids.length };
      const words = said.of(who, listText.reordered, listText.reorderedMany);
      const beside = { kind: direction < 0 ? ("before" as const) : ("after" as const), id: other };
      await list.follow(ids, actions.place(ids, beside, words));
      return;
    }
    at = sibling;
  }
}

async function indent(list: ListContext): Promise<void> {
  const { active, task, lines, snapshot, actions } = list;
  if (active?.kind !== "task" || task === null) return;
  const above = await lines.walk((rows) => siblingBefore(active.place, rows));
  const parent = above === null ? undefined : snapshot.tasks.get(snapshot.ids.at(above) ?? "");
  if (above === null || parent === undefined) {
    actions.say(listText.nothingAbove);
    return;
  }
  const last = await lines.walk((rows) => lastBelow(above, rows));
  const words = listText.indented(task.title, parent.title);
  const after = last === null ? undefined : snapshot.ids.at(last);
  lines.fold(parent.id, false);
  const act =
    after === undefined
      ? actions.edit([task.id], { parent: parent.id }, words)
      : actions.place([task.id], { kind: "after", id: after }, words);
  await list.follow([task.id], act);
}

async function outdent(list: ListContext): Promise<void> {
  const { task, actions } = list;
  if (task === null) return;
  if (task.parent === null) {
    actions.say(listText.atTheTop);
    return;
  }
  const beside = { kind: "after" as const, id: task.parent };
  await list.follow([task.id], actions.place([task.id], beside, listText.outdented(task.title)));
}

/** Folds the subtasks of a task, or goes up to what it is below, or folds the group. */
function fold(list: ListContext, shut: boolean): void {
  const { active, task, lines, closed } = list;
  if (active === undefined) return;
  if (task !== null && active.group.key === "open" && foldTree(list, task, shut)) return;
  const heading = lines.layout.headingOf(active.group.key);
  if (heading === undefined || closed.has(active.group.key) === shut) return;
  list.setClosed(active.group.key, shut);
  list.go(heading);
}

function foldTree(list: ListContext, task: Task, shut: boolean): boolean {
  const { active, lines } = list;
  if (!isOrdered(list.place) || active?.kind !== "task") return false;
  const folded = lines.folded.has(task.id);
  const below = lines.rowAt(active.place + 1)?.parent === task.id;
  if (below && folded !== shut) {
    lines.fold(task.id, shut);
    return true;
  }
  if (!shut || task.parent === null) return false;
  const parent = lines.lineOf(task.parent);
  if (parent === undefined) return false;
  list.go(parent);
  return true;
}
