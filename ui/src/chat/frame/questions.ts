/** What the page may ask of the window, and what it is answered with. */
import type { Failure } from "../../ipc/bindings/Failure";
import { failureOf } from "../../ipc/failure";
import { call } from "../../ipc/host";
import { chatText } from "../../messages/chat";
import type { FromPage, ToPage } from "../bridge/messages";

type Question = Extract<FromPage, { call: number }>;

type Ways = {
  /** Sessions and tools are hosted ChatKit's; a page that is served by this computer gets neither. */
  hosted: boolean;
  /** Asks the person whether a tool may do what it would do. */
  mayDo: (question: string, agree: string) => Promise<boolean>;
  onMinted: () => void;
  onRefused: (failure: Failure) => void;
};

/** Questions that may be open at once. */
const OPEN = 16;

export class Questions {
  readonly #ways: Ways;
  #last = 0;
  #open = 0;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** The answer; `null` for a number that was used before, which gets none. */
  async answer(question: Question): Promise<Extract<ToPage, { call: number }> | null> {
    const { call: number } = question;
    if (number <= this.#last) return null;
    this.#last = number;
    const refusal = (message: string) => ({ type: "refusal", call: number, message }) as const;
    if (this.#open >= OPEN) return refusal(chatText.tooManyQuestions);
    const { hosted } = this.#ways;
    if (!hosted && (question.type === "secret" || question.type === "tool"))
      return refusal(chatText.notHosted);
    this.#open += 1;
    try {
      return { type: "answer", call: number, value: await this.#find(question) };
    } catch (thrown) {
      return refusal(failureOf(thrown).message);
    } finally {
      this.#open -= 1;
    }
  }

  #find(question: Question): Promise<unknown> {
    switch (question.type) {
      case "tags":
        return call("chat_tags", { query: question.query });
      case "preview":
        return call("chat_preview", { entity: question.entity });
      case "secret":
        return this.#secret(question.current);
      case "tool":
        return this.#tool(question.name, question.params);
    }
  }

  async #secret(current: string | null): Promise<string> {
    try {
      const secret = await call("chat_secret", { current });
      this.#ways.onMinted();
      return secret;
    } catch (thrown) {
      this.#ways.onRefused(failureOf(thrown));
      throw thrown;
    }
  }

  async #tool(name: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const first = await call("chat_tool", { name, params, agreed: false });
    if (first.kind === "done") return first.result;
    const refused = { refused: true, message: chatText.personRefused };
    if (!(await this.#ways.mayDo(first.question, first.agree))) return refused;
    const second = await call("chat_tool", { name, params, agreed: true });
    return second.kind === "done" ? second.result : refused;
  }
}
