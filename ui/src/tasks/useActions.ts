/** What a person does to tasks, and what is said about it: a toast when it worked, a notice when it did not. */
import { useCallback, useMemo, useState } from "react";
import { civilDate } from "../dates/civil";
import { dueInFull } from "../dates/labels";
import type { Applied } from "../ipc/bindings/Applied";
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { text } from "../messages/en";

export type Toast = {
  id: number;
  message: string;
  /** The group that the toast's button takes back; null shows no button. */
  group: string | null;
};

export type Trouble = { failure: Failure; again: () => void };

export type Actions = {
  complete: (task: Task, completed: boolean) => Promise<Applied | null>;
  remove: (task: Task) => Promise<Applied | null>;
  restore: (task: Task) => Promise<Applied | null>;
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
  const next = now.find(({ id }) => id === task.id);
  if (!next || next.completed_at !== null || next.due === null) return text.completedToast(task.title);
  return text.completedUntilToast(task.title, dueInFull(next.due, today));
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
    const change = (run: () => Promise<Applied>, message: string | ((applied: Applied) => string)) =>
      attempt(async () => {
        const applied = await run();
        say(typeof message === "string" ? message : message(applied), applied.group);
        return applied;
      });
    const takeBack = (run: () => Promise<{ summary: string; stayed: { title: string }[] }>) =>
      attempt(async () => {
        const { summary, stayed } = await run();
        const left = stayed.length > 0 ? ` ${text.stayed(stayed.map(({ title }) => title))}` : "";
        say(summary + left);
      });
    return {
      complete: (task, completed) =>
        change(
          () => call("complete_tasks", { ids: [task.id], completed }),
          completed ? (applied) => completedWords(task, applied.tasks) : text.reopenedToast(task.title),
        ),
      remove: (task) => change(() => call("delete_tasks", { ids: [task.id] }), text.deletedToast(task.title)),
      restore: (task) =>
        change(() => call("restore_tasks", { ids: [task.id] }), text.restoredToast(task.title)),
      undo: async (group) => {
        await takeBack(() => call("undo", { group }));
      },
      redo: async () => {
        await takeBack(() => call("redo"));
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
