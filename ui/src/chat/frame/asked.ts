/** Questions of tools to the person, one after the other. */

export type Asked = { id: number; question: string; agree: string; answer: (agreed: boolean) => void };

export class AskQueue {
  readonly #show: (asked: Asked | null) => void;
  readonly #waiting: Asked[] = [];
  #ids = 0;

  /** `show` gets the question that is to be seen, `null` for none. */
  constructor(show: (asked: Asked | null) => void) {
    this.#show = show;
  }

  ask(question: string, agree: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.#ids += 1;
      const id = this.#ids;
      const answer = (agreed: boolean) => {
        if (this.#waiting[0]?.id !== id) return;
        this.#waiting.shift();
        resolve(agreed);
        this.#next();
      };
      this.#waiting.push({ id, question, agree, answer });
      this.#next();
    });
  }

  /** Nobody is there any more to hear an answer: all are refused. */
  close(): void {
    while (this.#waiting.length > 0) this.#waiting[0]?.answer(false);
  }

  #next(): void {
    this.#show(this.#waiting[0] ?? null);
  }
}
