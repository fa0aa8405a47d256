/** When ChatKit is busy, and the thread it is to show when it no longer is: it changes threads only while idle. */

export class Pace {
  readonly #show: (thread: string | null) => Promise<unknown>;
  readonly #onBusy: (busy: boolean) => void;
  #answering = false;
  #loading = false;
  #told = false;
  #wanted: { thread: string | null } | null = null;

  constructor(show: (thread: string | null) => Promise<unknown>, onBusy: (busy: boolean) => void) {
    this.#show = show;
    this.#onBusy = onBusy;
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

  /** Shows another thread as soon as that is possible; the last one wanted counts. */
  want(thread: string | null): void {
    this.#wanted = { thread };
    this.#settle();
  }

  #settle(): void {
    const busy = this.#answering || this.#loading;
    if (busy !== this.#told) {
      this.#told = busy;
      this.#onBusy(busy);
    }
    const wanted = this.#wanted;
    if (busy || wanted === null) return;
    this.#wanted = null;
    this.#show(wanted.thread).catch(() => {
      // It was busy after all; once it is idle again there is another attempt.
      this.#wanted ??= wanted;
    });
  }
}
