/** When ChatKit is busy, and the thread it is to show when it no longer is: it changes threads only while idle. */

type Ways = {
  show: (thread: string | null) => Promise<unknown>;
  /** Reads the thread that is shown once more. */
  refresh: () => Promise<unknown>;
  onBusy: (busy: boolean) => void;
};

export class Pace {
  readonly #ways: Ways;
  #shown: string | null;
  #answering = false;
  #loading = false;
  #told = false;
  #wanted: { thread: string | null } | null = null;

  /** `shown` is the thread that ChatKit begins with. */
  constructor(shown: string | null, ways: Ways) {
    this.#shown = shown;
    this.#ways = ways;
  }

  /** ChatKit shows this thread now. */
  shows(thread: string | null): void {
    this.#shown = thread;
  }

  answering(on: boolean): void {
    this.#answering = on;
    this.#settle();
  }

  loading(on: boolean): void {
    this.#loading = on;
    this.#settle();
  }

  /** After an error neither an answer nor a thread is on its way. */
  stopped(): void {
    this.#answering = this.#loading = false;
    this.#settle();
  }

  /** Shows another thread, or what is new in this one, as soon as that is possible; the last one wanted counts. */
  want(thread: string | null): void {
    this.#wanted = { thread };
    this.#settle();
  }

  #settle(): void {
    const busy = this.#answering || this.#loading;
    if (busy !== this.#told) {
      this.#told = busy;
      this.#ways.onBusy(busy);
    }
    const wanted = this.#wanted;
    if (busy || wanted === null) return;
    this.#wanted = null;
    const { show, refresh } = this.#ways;
    const { thread } = wanted;
    (thread !== null && thread === this.#shown ? refresh() : show(thread)).catch(() => {
      // It was busy after all; once it is idle again there is another attempt.
      this.#wanted ??= wanted;
    });
  }
}
