/** Questions to the host, each under a number of its own, and their answers. */
import type { FromPage } from "../chat/bridge/messages";
import type { Host } from "./host";

type Question = Extract<FromPage, { call: number }>;
type WithoutCall<T> = T extends unknown ? Omit<T, "call"> : never;

type Open = { resolve: (value: unknown) => void; reject: (reason: Error) => void };

export class Calls {
  readonly #host: Host;
  readonly #open = new Map<number, Open>();
  #last = 0;

  constructor(host: Host) {
    this.#host = host;
    host.onMessage((message) => {
      if (message.type === "answer") this.#take(message.call)?.resolve(message.value);
      else if (message.type === "refusal") this.#take(message.call)?.reject(new Error(message.message));
    });
  }

  /** Asks; rejects with the host's words where it refuses, or when `limit` (in milliseconds) has passed. */
  ask(question: WithoutCall<Question>, limit?: number): Promise<unknown> {
    this.#last += 1;
    const call = this.#last;
    return new Promise((resolve, reject) => {
      this.#open.set(call, { resolve, reject });
      this.#host.send({ ...question, call });
      if (limit !== undefined)
        setTimeout(() => this.#take(call)?.reject(new Error("The app gave no answer.")), limit);
    });
  }

  #take(call: number): Open | undefined {
    const open = this.#open.get(call);
    this.#open.delete(call);
    return open;
  }
}
