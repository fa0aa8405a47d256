/** What a person does to tasks, and what is said about it: a toast when it worked, a notice when it did not. */
import { useCallback, useMemo, useState } from "react";
import { civilDate } from "../dates/civil";
import { dueInFull } from "../dates/labels";
import type { Applied } from "../ipc/bindings/Applied";
import type { Beside } from "../ipc/bindings/Beside";
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import type { Undone } from "../ipc/bindings/Undone";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { text } from "../messages/en";
import { listText } from "../messages/list";
import { BULK_LIMIT, chunksOf } from "./chunks";
import { Deeds } from "./deeds";

export type Toast = {
  id: number;
  message: string;
  /** The group that the toast's button takes back; null shows no button. */
  group: string | null;
};

export type Trouble = { failure: Failure; again: () => void };

/** What is said of something done: to one task, by its title, or to several. */
export type Said = string | ((applied: Applied) => string);

export type Actions = {
  complete: (task: Task, completed: boolean) => Promise<Applied | null>;
  remove: (task: Task) => Promise<Applied | null>;
  restore: (task: Task) => Promise<Applied | null>;
  completeAll: (ids: readonly string[], completed: boolean) => Promise<Applied | null>;
  removeAll: (ids: readonly string[]) => Promise<Applied | null>;
  restoreAll: (ids: readonly string[]) => Promise<Applied | null>;
  edit: (ids: readonly string[], patch: TaskPatch, said: Said) => Promise<Applied | null>;
  place: (ids: readonly string[], beside: Beside, said: Said) => Promise<Applied | null>;
  skip: (task: Task) => Promise<Applied | null>;
  /** Goes on with what was begun: one more call that is the same deed, and is taken back with it. */
  goOn: (begun: Applied, run: () => Promise<Applied>, said: Said) => Promise<Applied | null>;
  /** Does something else, and says so. */
  change: (run: () => Promise<Applied>, said: Said) => Promise<Applied | null>;
  undo: (group: string | null) => Promise<void>;
  redo: () => Promise<void>;
  say: (message: string, group?: string | null) => void;
};

export type ActionState = {
  actions: Actions;
  toast: Toast | null;
  closeToast: () => void;
  trouble: Trouble | null;
  closeTrouble: () => void;
};

let toasts = 0;

/** What is said of a task that was completed: of one that repeats, when it comes next. */
export function completedWords(task: Task, now: readonly Task[], today = civilDate(new Date())): string {
  const next = nextDue(task, now);
  return next === null
    ? text.completedToast(task.title)
    : text.completedUntilToast(task.title, dueInFull(next, today));
}

/** What is taken back already needs no second time. */
function passOver(thrown: unknown): null {
  if (failureOf(thrown).code === "nothing_to_undo") return null;
  throw thrown;
}

function nextDue(task: Task, now: readonly Task[]): string | null {
  const next = now.find(({ id }) => id === task.id);
  return !next || next.completed_at !== null ? null : next.due;
}

export function useActions(): ActionState {
  const [toast, setToast] = useState<Toast | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const actions = useMemo<Actions>(() => {
    const deeds = new Deeds();
    const say = (message: string, group: string | null = null) => {
      toasts += 1;
      setToast({ id: toasts, message, group });
    };
    const attempt = async <T>(run: () => Promise<T>): Promise<T | null> => {
      try {
        const answer = await run();
        setTrouble(null);
        return answer;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === "nothing_to_undo") say(failure.message);
        else setTrouble({ failure, again: () => void attempt(run) });
        return null;
      }
    };
    const told = (said: Said, applied: Applied) => (typeof said === "string" ? said : said(applied));
    const change = (run: () => Promise<Applied>, said: Said) =>
      attempt(async () => {
        const applied = await run();
        say(told(said, applied), applied.group);
        return applied;
      });
    /** One call for as many tasks as a call takes. What fails leaves the calls before it done, and says so. */
    const inChunks = (ids: readonly string[], run: (ids: string[]) => Promise<Applied>, said: Said) => {
      if (ids.length === 0) return Promise.resolve(null);
      const waiting = chunksOf(ids);
      const groups: string[] = [];
      const tasks: Task[] = [];
      return attempt(async () => {
        for (let chunk = waiting[0]; chunk; chunk = waiting[0]) {
          let applied: Applied;
          try {
            applied = await run(chunk);
          } catch (thrown) {
            deeds.add(groups);
            if (tasks.length > 0) say(listText.onlySome(tasks.length, ids.length), groups.at(-1) ?? null);
            throw thrown;
          }
          waiting.shift();
          groups.push(applied.group);
          tasks.push(...applied.tasks);
          if (waiting.length > 0) say(listText.doneSoFar(tasks.length, ids.length));
        }
        deeds.add(groups);
        const applied = { group: groups.at(-1) ?? "", tasks };
        say(told(said, applied), applied.group);
        return applied;
      });
    };
    const takeBack = (run: () => Promise<Undone[]>) =>
      attempt(async () => {
        const undone = await run();
        const stayed = undone.flatMap((each) => each.stayed).map(({ title }) => title);
        const left = stayed.length > 0 ? ` ${text.stayed(stayed.slice(0, 3))}` : "";
        const count = new Set(undone.flatMap(({ restored }) => restored)).size;
        const summary = undone.at(-1)?.summary ?? "";
        say((count > BULK_LIMIT ? listText.tookBack(count) : summary) + left);
      });
    const edit = (ids: string[], patch: TaskPatch) => call("edit_tasks", { ids, patch });
    return {
      change,
      complete: (task, completed) =>
        change(
          () => call("complete_tasks", { ids: [task.id], completed }),
          completed ? (applied) => completedWords(task, applied.tasks) : text.reopenedToast(task.title),
        ),
      remove: (task) => change(() => call("delete_tasks", { ids: [task.id] }), text.deletedToast(task.title)),
      restore: (task) =>
        change(() => call("restore_tasks", { ids: [task.id] }), text.restoredToast(task.title)),
      completeAll: (ids, completed) =>
        inChunks(
          ids,
          (some) => call("complete_tasks", { ids: some, completed }),
          completed ? listText.completedMany(ids.length) : listText.reopenedMany(ids.length),
        ),
      removeAll: (ids) =>
        inChunks(ids, (some) => call("delete_tasks", { ids: some }), listText.deletedMany(ids.length)),
      restoreAll: (ids) =>
        inChunks(ids, (some) => call("restore_tasks", { ids: some }), listText.restoredMany(ids.length)),
      edit: (ids, patch, said) => inChunks(ids, (some) => edit(some, patch), said),
      place: (ids, beside, said) => {
        // Each piece goes after the one before it.
        let at = beside;
        return inChunks(
          ids,
          async (some) => {
            const applied = await call("place_tasks", { ids: some, beside: at });
            const last = some.at(-1);
            if (last !== undefined) at = { kind: "after", id: last };
            return applied;
          },
          said,
        );
      },
      skip: (task) =>
        change(
          () => call("skip_occurrence", { id: task.id, date: task.occurrence ?? "" }),
          ({ tasks }) => {
            const next = nextDue(task, tasks);
            if (next === null) return listText.skipped(task.title);
            return listText.skippedUntil(task.title, dueInFull(next, civilDate(new Date())));
          },
        ),
      goOn: (begun, run, said) =>
        attempt(async () => {
          const applied = await run();
          deeds.add([begun.group, applied.group]);
          say(told(said, applied), applied.group);
          return applied;
        }),
      undo: async (group) => {
        await takeBack(async () => {
          const last = await call("undo", { group });
          const undone = [last];
          for (const other of deeds.beside(group ?? last.group)) {
            const more = await call("undo", { group: other }).catch(passOver);
            if (more) undone.push(more);
          }
          return undone;
        });
      },
      redo: async () => {
        await takeBack(async () => {
          const first = await call("redo");
          const again = [first];
          for (let left = deeds.beside(first.group).length; left > 0; left -= 1) {
            const more = await call("redo").catch(passOver);
            if (more) again.push(more);
          }
          return again;
        });
      },
      say,
    };
  }, []);

  return {
    actions,
    toast,
    closeToast: useCallback(() => setToast(null), []),
    trouble,
    closeTrouble: useCallback(() => setTrouble(null), []),
  };
}
