/**
 * Runs a refresh soon after it is asked for, never twice at a time, and with everything that was asked for
 * meanwhile in one go. A refresh that takes long is asked less often, so that a flood of changes leaves the
 * window its breath.
 */
export class Coalesced<T> {
  #waiting: T[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #notBefore = 0;
  readonly #run: (asked: T[]) => Promise<void>;

  /** `run` gets all that was asked for since it last ran. It must not reject. */
  constructor(run: (asked: T[]) => Promise<void>) {
    this.#run = run;
  }

  /** Asks, and runs at once unless it runs already: nothing is shown yet, so nothing is spared by gathering. */
  askNow(what: T): void {
    this.#waiting.push(what);
    if (this.#running) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#turn();
  }

  ask(what: T): void {
    this.#waiting.push(what);
    this.#arm();
  }

  /** Lets nothing run for so many milliseconds from now. */
  hold(milliseconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, Date.now() + milliseconds);
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#arm();
    }
  }

  /** Forgets what waits; asking again starts again. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #arm(): void {
    if (this.#running || this.#timer !== undefined || this.#waiting.length === 0) return;
    const delay = Math.max(GATHER, this.#notBefore - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#turn();
    }, delay);
  }

  async #turn(): Promise<void> {
    this.#running = true;
    const started = Date.now();
    const asked = this.#waiting;
    this.#waiting = [];
    try {
      await this.#run(asked);
    } finally {
      this.#running = false;
      const took = Date.now() - started;
      if (took > SLOW) this.#notBefore = Math.max(this.#notBefore, Date.now() + 2 * took);
      this.#arm();
    }
  }
}

/** Milliseconds in which changes gather: longer than the frame takes that shows what caused them. */
const GATHER = 40;
/** A refresh slower than this, in milliseconds, is given a rest. */
const SLOW = 100;
