/** What became of this load of the page, told to the host: ready once, failed once, and nothing after that. */
import type { FromPage } from "../chat/bridge/messages";
import type { Host } from "./host";

export type Failed = Extract<FromPage, { type: "failed" }>["reason"];

/** The longest text that a message may carry. */
const LONGEST = 2000;

export class Report {
  readonly #host: Host;
  #ready = false;
  #failed = false;

  constructor(host: Host) {
    this.#host = host;
  }

  ready(): void {
    if (this.#ready || this.#failed) return;
    this.#ready = true;
    this.#host.send({ type: "ready" });
  }

  failed(reason: Failed, why: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    const detail = (why instanceof Error ? why.message : String(why)).slice(0, LONGEST);
    this.#host.send({ type: "failed", reason, detail });
  }

  /** An error that ChatKit has shown itself and goes on from. */
  error({ name, message }: Error): void {
    if (this.#failed) return;
    this.#host.send({ type: "error", name: name.slice(0, 200), message: message.slice(0, LONGEST) });
  }
}

/** The errors that ChatKit doesn't come back from. */
const fatal: ReadonlySet<string> = new Set([
  "FatalAppError",
  "IntegrationError",
  "InvalidFrameParamsError",
  "DomainVerificationRequestError",
]);

export function isFatal(error: Error): boolean {
  return fatal.has(error.name);
}
