/**
 * How the element and its frame speak: by postMessage, in envelopes marked `__oaiChatKit`. Each
 * side calls the other and is answered; a call may be told things on the way, and be aborted.
 */
export class Link {
  #post;
  #handlers;
  #calls = new Map();

  /** `handlers` by the type of the envelope: `(data, { nonce, tell })`, what they give is the answer. */
  constructor(post, handlers) {
    this.#post = post;
    this.#handlers = handlers;
  }

  /** Calls the other side: a number for the call, and what it comes to. */
  call(type, data, onMessage) {
    const nonce = crypto.randomUUID();
    const done = new Promise((resolve, reject) => {
      this.#calls.set(nonce, { resolve, reject, onMessage });
      this.#send(type, nonce, data);
    });
    return { nonce, done };
  }

  /** Says something that wants no answer. */
  say(type, data, nonce) {
    this.#send(type, nonce, data);
  }

  #send(type, nonce, data) {
    this.#post({ __oaiChatKit: true, type, nonce, data });
  }

  /** Takes an envelope of the other side; anything else is left alone. */
  async receive(envelope) {
    if (envelope?.__oaiChatKit !== true) return;
    const { type, nonce, data } = envelope;
    const call = this.#calls.get(nonce);
    if (type === "response") {
      this.#calls.delete(nonce);
      if (data.error) call?.reject(asError(data.error));
      else call?.resolve(data.value);
    } else if (type === "fetchEventSourceMessage") {
      call?.onMessage?.(data);
    } else if (this.#handlers[type]) {
      await this.#answer(type, nonce, data);
    }
  }

  async #answer(type, nonce, data) {
    const tell = (message) => this.#send("fetchEventSourceMessage", nonce, message);
    const answer = {};
    try {
      answer.value = await this.#handlers[type](data, { nonce, tell });
    } catch (error) {
      answer.error = { name: error.name, message: error.message };
    }
    if (nonce !== undefined) this.#send("response", nonce, answer);
  }
}

/** An error as the other side described it. */
export function asError({ name, message }) {
  const error = new Error(message);
  error.name = name;
  return error;
}
