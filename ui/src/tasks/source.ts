/** What a view shows: its first rows, then all its ids, and rows as they are looked at; all kept current. */
import { Coalesced } from "../ipc/coalesce";
import type { Failure } from "../ipc/bindings/Failure";
import type { Progress } from "../ipc/bindings/Progress";
import type { Task } from "../ipc/bindings/Task";
import { failureOf } from "../ipc/failure";
import { findGroups, type Group, type GroupKey, withOne } from "./groups";
import { Ids } from "./ids";

/** Where ids and rows come from: a view of the host, or a search. */
export type Reader = {
  /** Asks for the first rows, which come quickly, and for the ids of all. */
  load: () => { first: Promise<Task[]>; ids: Promise<Ids> };
  rows: (ids: string[]) => Promise<Task[]>;
  /** How far the subtasks of tasks are; tasks that have none are left out. */
  progress: (ids: readonly string[]) => Promise<Progress[]>;
  keyOf: (task: Task) => GroupKey;
  /** Whether the host puts a task that is new to the end of the open ones here. */
  endsWith: (task: Task) => boolean;
};

export type Snapshot = {
  state: "loading" | "ready" | "failed";
  failure: Failure | null;
  ids: Ids;
  /** Whether these are all ids; until the view has come once they are those of its first rows. */
  whole: boolean;
  groups: readonly Group[];
  /** Loaded rows by id. The map is shared between snapshots; its tasks are replaced, never changed. */
  tasks: ReadonlyMap<string, Task>;
  /** How far the subtasks are, of tasks that have some and are looked at. */
  progress: ReadonlyMap<string, Progress>;
};

/** Rows kept at most; far more than any window shows. */
const KEEP = 4000;
/** Rows loaded before and after the ones that are missing. */
const AHEAD = 60;
/** Rows asked for in one call. */
const BATCH = 500;
/** Milliseconds for which the same rows are looked at before their subtasks are counted: not while they fly by. */
const SETTLES = 60;

export class TaskSource {
  #reader: Reader;
  readonly #listeners = new Set<() => void>();
  readonly #tasks = new Map<string, Task>();
  /** The number of the request whose answer each row holds, so that a late answer never hides a newer one. */
  readonly #age = new Map<string, number>();
  readonly #asked = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #refresh: Coalesced<readonly string[]>;
  readonly #count: Coalesced<null>;
  #window: readonly string[] = [];
  #request = 0;
  /** The number of the last request when a row was put into the order. */
  #added = 0;
  #paused = false;
  #missed = false;
  #snapshot: Snapshot;

  /** `first`: the first rows, where they are known. */
  constructor(reader: Reader, first: readonly Task[] = []) {
    this.#reader = reader;
    this.#refresh = new Coalesced((asked) => this.#load(asked.flat()));
    this.#count = new Coalesced(() => this.#countSubtasks());
    this.#snapshot = {
      state: "loading",
      failure: null,
      ids: Ids.none,
      whole: false,
      groups: [],
      tasks: this.#tasks,
      progress: new Map(),
    };
    if (first.length === 0) return;
    this.#keep(first, this.#request);
    this.#show(Ids.of(first.map(({ id }) => id)), false);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /** Asks for the first time. */
  begin(): void {
    this.#refresh.askNow([]);
  }

  /** Asks again for the ids, and for the rows of `changed` that are being looked at. */
  refresh(changed: readonly string[] = []): void {
    this.#refresh.ask(changed);
  }

  /** Reads from somewhere else from now on; what is shown stays until the answer is there. */
  readFrom(reader: Reader): void {
    this.#reader = reader;
    this.refresh();
  }

  /** Leaves the order as it is for a moment, so that a ring is seen to close before its row moves. */
  hold(milliseconds: number): void {
    this.#refresh.hold(milliseconds);
  }

  /** While something is edited, rows stay current and the order stays as it is. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused && this.#missed) {
      this.#missed = false;
      this.refresh();
    }
  }

  /** Says which tasks are on the screen; rows that are missing are loaded. */
  look(ids: readonly string[]): void {
    this.#window = ids;
    this.#count.hold(SETTLES);
    this.#count.ask(null);
    const missing = ids.filter((id) => this.#lacks(id));
    if (missing.length > 0) void this.#fetch(this.#around(missing));
  }

  /** Takes rows as an action left them. */
  put(tasks: readonly Task[]): void {
    this.#keep(tasks, ++this.#request);
    this.#publish({});
  }

  /** Takes a task that was just added. Where its place is known it stands there at once; its view is asked for then. */
  add(task: Task): void {
    this.#keep([task], ++this.#request);
    const { whole, ids, groups } = this.#snapshot;
    if (whole && !this.#paused && this.#reader.endsWith(task) && ids.placeOf(task.id) === undefined) {
      const place = groups.find(({ key }) => key === "open")?.end ?? 0;
      this.#added = this.#request;
      this.#publish({ ids: ids.with(place, task.id), groups: withOne(groups, place) });
    }
    this.refresh([task.id]);
  }

  stop(): void {
    this.#refresh.stop();
    this.#count.stop();
  }

  /** Loads the rows of these ids that are missing, at most as many as are kept. */
  async ensure(ids: readonly string[]): Promise<void> {
    const missing = ids.slice(0, KEEP / 2).filter((id) => !this.#tasks.has(id) && !this.#gone.has(id));
    if (missing.length > 0) await this.#fetch(missing);
  }

  async #load(changed: readonly string[]): Promise<void> {
    this.#count.ask(null);
    const seen = new Set(this.#window);
    const shown = new Set<string>();
    for (const id of changed) {
      this.#gone.delete(id);
      if (seen.has(id)) shown.add(id);
      else this.#tasks.delete(id);
    }
    const rows = shown.size > 0 ? this.#fetch([...shown]) : Promise.resolve();
    if (this.#staysStill()) return rows;
    const request = ++this.#request;
    try {
      const asked = this.#reader.load();
      asked.ids.catch(() => undefined); // it is awaited below, unless the first rows fail
      const first = await asked.first;
      this.#keep(first, request);
      // What is shown already is more than these; of an empty beginning the ids know more.
      if (this.#snapshot.state !== "ready" && first.length > 0)
        this.#show(Ids.of(first.map(({ id }) => id)), false);
      const ids = await asked.ids;
      // The order of before an add lacks what stands there by now; the next one has it.
      if (this.#staysStill() || this.#added > request) return;
      this.#show(ids, true);
      await rows;
      this.look(this.#window); // what is in sight may have been dropped meanwhile
      await this.#findBorders(ids);
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.#publish(this.#snapshot.state === "ready" ? { failure } : { state: "failed", failure });
    }
  }

  /** Whether the order has to stay as it is; it is then asked for later. */
  #staysStill(): boolean {
    if (this.#paused) this.#missed = true;
    return this.#paused;
  }

  #show(ids: Ids, whole: boolean): void {
    this.#gone.clear();
    this.#publish({ state: "ready", failure: null, ids, whole, groups: this.#cut(ids).groups });
  }

  #lacks(id: string): boolean {
    return !this.#tasks.has(id) && !this.#asked.has(id) && !this.#gone.has(id);
  }

  /** The missing rows and their neighbours that are missing too: who scrolls will want them next. */
  #around(missing: readonly string[]): readonly string[] {
    const places = [...this.#snapshot.ids.placesOf(missing).values()];
    const from = Math.max(0, Math.min(...places) - AHEAD);
    const to = Math.max(...places) + AHEAD + 1;
    if (places.length < missing.length || to - from > BATCH) return missing;
    return this.#snapshot.ids.slice(from, to).filter((id) => this.#lacks(id));
  }

  async #countSubtasks(): Promise<void> {
    const ids = this.#window.slice(0, BATCH);
    if (ids.length === 0) return;
    // Without the counts the rows are what they are.
    const counted = await this.#reader.progress(ids).catch(() => null);
    if (counted === null) return;
    const before = this.#snapshot.progress;
    const same = (now: Progress) => {
      const was = before.get(now.id);
      return was?.subtasks === now.subtasks && was.done === now.done ? was : now;
    };
    const progress = new Map(counted.map((each) => [each.id, same(each)]));
    const changed =
      progress.size !== before.size || [...progress].some(([id, now]) => before.get(id) !== now);
    if (changed) this.#publish({ progress });
  }

  async #fetch(ids: readonly string[]): Promise<void> {
    const request = ++this.#request;
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      for (const id of batch) this.#asked.add(id);
      try {
        const tasks = await this.#reader.rows(batch);
        const found = new Set(tasks.map((task) => task.id));
        for (const id of batch) if (!found.has(id)) this.#gone.add(id);
        this.#keep(tasks, request);
        this.#publish({});
      } catch (thrown) {
        this.#publish({ failure: failureOf(thrown) });
      } finally {
        for (const id of batch) this.#asked.delete(id);
      }
    }
  }

  /**
   * Loads the few rows that tell where one group ends and the next begins. Groups follow the order, not the
   * rows: a task that was just completed stays in its place, struck, until the order is asked for again.
   */
  async #findBorders(ids: Ids): Promise<void> {
    let { ask } = this.#cut(ids);
    if (ask.length === 0) return;
    while (ask.length > 0 && this.#snapshot.ids === ids && this.#snapshot.failure === null) {
      await this.#fetch(ask.flatMap((place) => ids.at(place) ?? []));
      ask = this.#cut(ids).ask;
    }
    if (this.#snapshot.ids === ids) this.#publish({ groups: this.#cut(ids).groups });
  }

  #cut(ids: Ids): ReturnType<typeof findGroups> {
    return findGroups(ids.length, (place) => {
      const id = ids.at(place) ?? "";
      const task = this.#tasks.get(id);
      if (task) return this.#reader.keyOf(task);
      return this.#gone.has(id) ? null : undefined;
    });
  }

  #keep(tasks: readonly Task[], request: number): void {
    for (const task of tasks) {
      if ((this.#age.get(task.id) ?? 0) > request) continue;
      this.#age.set(task.id, request);
      this.#tasks.delete(task.id); // to the end: what was loaded last is dropped last
      this.#tasks.set(task.id, task);
    }
    if (this.#tasks.size <= KEEP) return;
    const seen = new Set(this.#window);
    for (const id of this.#tasks.keys()) {
      if (this.#tasks.size <= KEEP) break;
      if (seen.has(id)) continue;
      this.#tasks.delete(id);
      this.#age.delete(id);
    }
  }

  #publish(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
