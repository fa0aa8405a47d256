/**
 * What a person typed over a task and what isn't saved yet. It is kept here, not in a component, so that it outlives
 * the pane and the choice of another task; it goes only when it is saved or dropped.
 */
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import { failureOf } from "../ipc/failure";

/** A text of a task that can be typed over. */
export type TextField = "title" | "notes" | "start" | "subtask";

export type Draft = {
  text: string;
  /** What the field said when the typing began. */
  from: string;
  state: "typing" | "saving" | "failed";
  failure: Failure | null;
};

/** What a text comes to: the change that it is, or what is wrong with it. Rejects with a `Failure`. */
export type Read = (text: string) => TaskPatch | Promise<TaskPatch>;

type Kept = Draft & { task: Pick<Task, "id" | "title">; field: TextField; read: Read };
type Edit = (task: string, patch: TaskPatch) => Promise<void>;

/** Said when a text could not be saved and nobody is at it any more. */
type OnLeft = (title: string, failure: Failure) => void;

const keyOf = (task: string, field: TextField) => `${task} ${field}`;

export class Drafts {
  readonly #edit: Edit;
  readonly #kept = new Map<string, Kept>();
  readonly #listeners = new Set<() => void>();
  readonly #saving = new Map<string, Promise<boolean>>();

  constructor(edit: Edit) {
    this.#edit = edit;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get(task: string, field: TextField): Draft | null {
    return this.#kept.get(keyOf(task, field)) ?? null;
  }

  /** Whether anything was typed that isn't saved. */
  any(): boolean {
    return this.#kept.size > 0;
  }

  /** Takes what is typed. `from` is what the field says without it. */
  type(task: Pick<Task, "id" | "title">, field: TextField, text: string, from: string, read: Read): void {
    const key = keyOf(task.id, field);
    const before = this.#kept.get(key);
    this.#put(key, {
      task,
      field,
      read,
      text,
      from: before?.from ?? from,
      state: before?.state === "saving" ? "saving" : "typing",
      failure: null,
    });
  }

  /** Forgets what was typed. */
  drop(task: string, field: TextField): void {
    if (this.#kept.delete(keyOf(task, field))) this.#tell();
  }

  /** Saves what was typed, and what is typed meanwhile. Gives back whether nothing is left to save. */
  save(task: string, field: TextField): Promise<boolean> {
    const key = keyOf(task, field);
    const running = this.#saving.get(key);
    if (running) return running;
    const saving = this.#save(key).finally(() => this.#saving.delete(key));
    this.#saving.set(key, saving);
    return saving;
  }

  /** Saves what was typed as somebody goes elsewhere; what fails is said to `onLeft`, and kept. */
  leave(task: string, field: TextField, onLeft: OnLeft): void {
    const key = keyOf(task, field);
    if (this.#kept.get(key)?.state === "failed") return; // said already
    void this.save(task, field).then((saved) => {
      const left = this.#kept.get(key);
      if (!saved && left?.failure) onLeft(left.task.title, left.failure);
    });
  }

  /** Saves everything that was typed and didn't fail: the window is being left. */
  saveAll(): void {
    for (const { task, field, state } of this.#kept.values()) {
      if (state === "typing" && field !== "subtask") void this.save(task.id, field);
    }
  }

  /** Saves everything that can be, and gives back whether nothing unsaved is left. */
  async settle(): Promise<boolean> {
    const kept = [...this.#kept.values()].filter(({ field }) => field !== "subtask");
    await Promise.all(kept.map(({ task, field }) => this.save(task.id, field)));
    return !this.any();
  }

  async #save(key: string): Promise<boolean> {
    for (let kept = this.#kept.get(key); kept; kept = this.#kept.get(key)) {
      const { text, from, task, read } = kept;
      if (text === from) {
        this.#kept.delete(key);
        this.#tell();
        break;
      }
      // Why it failed before is said until it is saved: what stands there can be pressed meanwhile.
      this.#put(key, { ...kept, state: "saving" });
      try {
        await this.#edit(task.id, await read(text));
      } catch (thrown) {
        const now = this.#kept.get(key);
        if (now) this.#put(key, { ...now, state: "failed", failure: failureOf(thrown) });
        return false;
      }
      const now = this.#kept.get(key);
      if (now?.text === text) {
        this.#kept.delete(key);
        this.#tell();
      } else if (now) this.#put(key, { ...now, from: text, state: "typing", failure: null });
    }
    return true;
  }

  #put(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
