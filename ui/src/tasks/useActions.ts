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
import { call, type Part } from "../ipc/host";
import { deedText } from "../messages/deeds";
import { text } from "../messages/en";
import { listText } from "../messages/list";
import { BULK_LIMIT, chunksOf } from "./chunks";

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
  duplicate: (ids: readonly string[], title: string) => Promise<Applied | null>;
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

function nextDue(task: Task, now: readonly Task[]): string | null {
  const next = now.find(({ id }) => id === task.id);
  return !next || next.completed_at !== null ? null : next.due;
}

export function useActions(): ActionState {
  const [toast, setToast] = useState<Toast | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const actions = useMemo<Actions>(() => {
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
    /**
     * One call for as many tasks as a call takes; each after the first is a part of the same group. What fails leaves
     * the calls before it done, and says so.
     */
    const inChunks = (
      ids: readonly string[],
      run: (some: Part & { ids: string[] }) => Promise<Applied>,
      said: Said,
    ) => {
      if (ids.length === 0) return Promise.resolve(null);
      const waiting = chunksOf(ids);
      let group: string | undefined;
      const tasks: Task[] = [];
      return attempt(async () => {
        for (let chunk = waiting[0]; chunk; chunk = waiting[0]) {
          let applied: Applied;
          try {
            applied = await run({ ids: chunk, group });
          } catch (thrown) {
            if (tasks.length > 0) say(listText.onlySome(tasks.length, ids.length), group ?? null);
            throw thrown;
          }
          waiting.shift();
          group = applied.group;
          tasks.push(...applied.tasks);
          if (waiting.length > 0) say(listText.doneSoFar(tasks.length, ids.length));
        }
        const applied = { group: group ?? "", tasks };
        say(told(said, applied), applied.group);
        return applied;
      });
    };
    const takeBack = async (run: () => Promise<Undone>) => {
      await attempt(async () => {
        const { summary, restored, stayed } = await run();
        const titles = stayed.slice(0, 3).map(({ title }) => title);
        const left = titles.length > 0 ? ` ${text.stayed(titles)}` : "";
        say((restored.length > BULK_LIMIT ? listText.tookBack(restored.length) : summary) + left);
      });
    };
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
          (some) => call("complete_tasks", { ...some, completed }),
          completed ? listText.completedMany(ids.length) : listText.reopenedMany(ids.length),
        ),
      removeAll: (ids) =>
        inChunks(ids, (some) => call("delete_tasks", some), listText.deletedMany(ids.length)),
      restoreAll: (ids) =>
        inChunks(ids, (some) => call("restore_tasks", some), listText.restoredMany(ids.length)),
      duplicate: (ids, title) =>
        inChunks(
          ids,
          (some) => call("duplicate_tasks", some),
          ids.length === 1 ? deedText.duplicated(title) : deedText.duplicatedMany(ids.length),
        ),
      edit: (ids, patch, said) => inChunks(ids, (some) => call("edit_tasks", { ...some, patch }), said),
      place: (ids, beside, said) => {
        // Each piece goes after the one before it.
        let at = beside;
        return inChunks(
          ids,
          async (some) => {
            const applied = await call("place_tasks", { ...some, beside: at });
            const last = some.ids.at(-1);
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
      undo: (group) => takeBack(() => call("undo", { group })),
      redo: () => takeBack(() => call("redo")),
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
