/** The activity, by pages from the latest back, kept current. */
import { Coalesced } from "../ipc/coalesce";
import type { Activity } from "../ipc/bindings/Activity";
import type { Failure } from "../ipc/bindings/Failure";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";

export type Log = {
  state: "loading" | "ready" | "failed";
  failure: Failure | null;
  /** The latest first. */
  entries: readonly Activity[];
  /** Whether there is nothing earlier. */
  whole: boolean;
  /** Whether earlier entries are on their way. */
  looking: boolean;
};

/** Entries asked for in one call, at the most; the host gives no more. */
const MOST = 500;
/** New entries that are reckoned with when it is asked again. */
const NEW = 20;

type Of = { task?: string };

export class ActivitySource {
  readonly #of: Of;
  readonly #page: number;
  readonly #listeners = new Set<() => void>();
  readonly #refresh = new Coalesced<null>(() => this.#again());
  #log: Log = { state: "loading", failure: null, entries: [], whole: false, looking: false };

  /** The activity of a task, or all of it. */
  constructor(of: Of, page: number) {
    this.#of = of;
    this.#page = page;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Log => this.#log;

  /** Asks again for what is shown: an undo changes earlier entries too. */
  refresh(): void {
    this.#refresh.ask(null);
  }

  /** Asks for earlier entries. */
  async earlier(): Promise<void> {
    const { entries, whole, looking, state } = this.#log;
    const last = entries.at(-1);
    if (whole || looking || state !== "ready" || !last) return;
    this.#publish({ looking: true });
    try {
      const found = await this.#ask(this.#page, last.seq);
      // What came meanwhile is newer, and stays.
      const now = this.#log.entries;
      const end = now.at(-1)?.seq ?? Infinity;
      const more = found.filter(({ seq }) => seq < end);
      this.#publish({
        entries: [...now, ...more],
        whole: found.length < this.#page,
        failure: null,
        looking: false,
      });
    } catch (thrown) {
      this.#publish({ failure: failureOf(thrown), looking: false });
    }
  }

  stop(): void {
    this.#refresh.stop();
  }

  async #again(): Promise<void> {
    const known = this.#log.entries;
    const oldest = known.at(-1)?.seq;
    const entries: Activity[] = [];
    let whole = false;
    try {
      // Until all that is shown has been asked for again.
      for (;;) {
        const limit = oldest === undefined ? this.#page : Math.min(MOST, known.length + NEW);
        const found = await this.#ask(limit, entries.at(-1)?.seq);
        entries.push(...found);
        whole = found.length < limit;
        if (whole || oldest === undefined || (found.at(-1)?.seq ?? 0) <= oldest) break;
      }
      // What nobody has asked for yet isn't shown; what was looked for further back meanwhile still is.
      while (oldest !== undefined && (entries.at(-1)?.seq ?? oldest) < oldest) {
        entries.pop();
        whole = false;
      }
      const end = entries.at(-1)?.seq ?? 0;
      const earlier = whole ? [] : this.#log.entries.filter(({ seq }) => seq < end);
      this.#publish({
        state: "ready",
        failure: null,
        entries: [...entries, ...earlier],
        whole: whole || (earlier.length > 0 && this.#log.whole),
      });
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.#publish(this.#log.state === "ready" ? { failure } : { state: "failed", failure });
    }
  }

  #ask(limit: number, before?: number): Promise<Activity[]> {
    return call("activity", {
      query: { ...this.#of, limit, ...(before === undefined ? {} : { before }) },
    });
  }

  #publish(part: Partial<Log>): void {
    this.#log = { ...this.#log, ...part };
    for (const listener of this.#listeners) listener();
  }
}
