/**
 * Speaking to the server of the chat: through the page around the frame, which makes every request,
 * or, with hosted ChatKit, from here, with a client secret.
 */
import { ask, stream } from "./shared/requests.js";

const named = (name, message) => Object.assign(new Error(message), { name });

/** So long before its end a client secret is replaced, in seconds. */
const NEAR = 10;
const HOSTED_URL = "/v1/chatkit/conversation";

function request(type, params, locale) {
  return {
    headers: { "Content-Type": "application/json", "Accept-Language": locale },
    body: JSON.stringify({ type, params }),
  };
}

/** The answer to a request with one. */
function read({ status, text }) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    throw named("HttpError", `an answer that is no JSON: ${text.slice(0, 100)}`);
  }
  if (status < 200 || status > 299) throw named("HttpError", answer.message ?? `HTTP ${status}`);
  return answer;
}

export class CustomApi {
  constructor(link) {
    this.link = link;
    this.locale = "en";
  }

  async begin() {}

  async ask(type, params) {
    return read(await this.link.call("fetch", request(type, params, this.locale)).done);
  }

  /** Opens a stream: `done` settles after the last event, `abort` ends it early. */
  stream(type, params, onEvent) {
    const what = request(type, params, this.locale);
    const { nonce, done } = this.link.call("fetchEventSource", what, onEvent);
    return { done, abort: () => this.link.say("abortSignal", null, nonce) };
  }
}

export class HostedApi {
  #secret = null;
  #getSecret;

  /** `getSecret` is the page's, given the secret that there is. */
  constructor(getSecret) {
    this.#getSecret = getSecret;
    this.locale = "en";
  }

  /** The first secret is asked for before anything else. */
  async begin() {
    await this.#renew();
  }

  async ask(type, params) {
    const what = { url: HOSTED_URL, ...(await this.#signed(type, params)) };
    return read(await ask(fetch.bind(window), what));
  }

  stream(type, params, onEvent) {
    const abort = new AbortController();
    const run = async () => {
      const what = { url: HOSTED_URL, ...(await this.#signed(type, params)) };
      await stream(fetch.bind(window), what, abort.signal, onEvent, 1000);
    };
    return { done: run(), abort: () => abort.abort() };
  }

  async #signed(type, params) {
    if (this.#endOfSecret() - Date.now() / 1000 < NEAR) await this.#renew();
    const { headers, body } = request(type, params, this.locale);
    return { headers: { ...headers, Authorization: `Bearer ${this.#secret}` }, body };
  }

  async #renew() {
    const secret = await this.#getSecret(this.#secret);
    if (typeof secret !== "string" || secret === "") {
      throw named("IntegrationError", "getClientSecret gave no secret");
    }
    this.#secret = secret;
  }

  /** The doubles write into a secret when it ends, in seconds: `ek_…_1790000000`. */
  #endOfSecret() {
    return Number(this.#secret?.split("_").pop() ?? 0);
  }
}
