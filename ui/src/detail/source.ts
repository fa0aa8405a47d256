/** What the pane shows of one task: itself, what is above and below it, and when it comes again; kept current. */
import { Coalesced } from "../ipc/coalesce";
import type { Due } from "../ipc/bindings/Due";
import type { Failure } from "../ipc/bindings/Failure";
import type { Task } from "../ipc/bindings/Task";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { Ids } from "../tasks/ids";

export type Detail = {
  state: "loading" | "ready" | "gone" | "failed";
  failure: Failure | null;
  task: Task | null;
  parent: Task | null;
  /** All that is below it, in order; those right below it have it as their parent. */
  below: readonly Task[];
  /** When it is due after this time, where it repeats. */
  next: readonly Due[];
};

/** Rows asked for in one call. */
const BATCH = 500;
const NOTHING: Detail = { state: "loading", failure: null, task: null, parent: null, below: [], next: [] };

export class DetailSource {
  readonly #id: string;
  readonly #listeners = new Set<() => void>();
  readonly #refresh = new Coalesced<null>(() => this.#load());
  #puts = 0;
  #detail = NOTHING;

  constructor(id: string) {
    this.#id = id;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Detail => this.#detail;

  refresh(): void {
    this.#refresh.ask(null);
  }

  /** Takes tasks as an action left them. */
  put(tasks: readonly Task[]): void {
    this.#puts += 1;
    const now = new Map(tasks.map((task) => [task.id, task]));
    const { task, parent, below } = this.#detail;
    this.#publish({
      task: (task && now.get(task.id)) ?? task,
      parent: (parent && now.get(parent.id)) ?? parent,
      below: below.map((each) => now.get(each.id) ?? each),
    });
    this.refresh();
  }

  stop(): void {
    this.#refresh.stop();
  }

  async #load(): Promise<void> {
    const id = this.#id;
    const puts = this.#puts;
    try {
      const [task] = await call("rows", { ids: [id] });
      if (puts !== this.#puts) return; // older than what an action left; it is asked for again
      if (!task) {
        this.#publish({ ...NOTHING, state: "gone" });
        return;
      }
      this.#publish({ state: "ready", failure: null, task });
      const [parents, below, dues] = await Promise.all([
        task.parent === null ? [] : call("rows", { ids: [task.parent] }),
        this.#below(),
        task.recurrence === null ? [] : call("next_dues", { id, limit: 3 }),
      ]);
      if (puts !== this.#puts) return;
      this.#publish({
        parent: parents[0] ?? null,
        below,
        next: dues.filter((due) => due !== task.due).slice(0, 2),
      });
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.#publish(this.#detail.state === "ready" ? { failure } : { state: "failed", failure });
    }
  }

  async #below(): Promise<Task[]> {
    const ids = new Ids(await call("view_ids", { view: { kind: "subtasks", id: this.#id } }));
    const found: Task[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      found.push(...(await call("rows", { ids: ids.slice(from, from + BATCH) })));
    }
    return found;
  }

  #publish(part: Partial<Detail>): void {
    this.#detail = { ...this.#detail, ...part };
    for (const listener of this.#listeners) listener();
  }
}
