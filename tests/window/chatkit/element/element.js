/** The custom element `openai-chatkit`: a shadow root around the frame that draws the conversation. */
import { Link } from "../shared/link.js";
import { checkOptions, userContent } from "./options.js";
import { ask, stream } from "../shared/requests.js";
import { SCRIPT, SETTINGS } from "./script.js";

const STYLE = `
  :host { display: block; position: relative; height: 100%; }
  .ck-iframe { display: block; width: 100%; height: 100%; border: 0; }
`;

/** What the frame may have called in the page around it, by its place in the options. */
const CALLBACKS = [
  "api.getClientSecret",
  "onClientTool",
  "header.leftAction.onClick",
  "header.rightAction.onClick",
  "entities.onTagSearch",
  "entities.onClick",
  "entities.onRequestPreview",
  "widgets.onAction",
];

const at = (options, place) => place.split(".").reduce((value, key) => value?.[key], options);

/** The options as they can be sent to the frame: without functions, whose places are told. */
function portable(options) {
  return {
    options: JSON.parse(JSON.stringify(options)),
    callbacks: CALLBACKS.filter((place) => typeof at(options, place) === "function"),
    locale: options.locale ?? navigator.language,
  };
}

class OpenAIChatKit extends HTMLElement {
  #options = null;
  #frame = null;
  #link = null;
  #ready = settleLater();
  #aborts = new Map();
  #listener = (event) => {
    if (event.source === this.#frame?.contentWindow && event.origin === SCRIPT.origin) {
      void this.#link.receive(event.data);
    }
  };

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    this.#mount();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listener);
    for (const abort of this.#aborts.values()) abort.abort();
    this.#aborts.clear();
    this.shadowRoot.replaceChildren();
    this.#frame = null;
  }

  setOptions(options) {
    checkOptions(options);
    this.#options = options;
    if (!this.#frame) this.#mount();
    else {
      this.#title();
      this.#link.say("command", { name: "setOptions", args: [portable(options)] });
    }
  }

  #mount() {
    if (!this.isConnected || !this.#options || this.#frame) return;
    const style = document.createElement("style");
    style.textContent = STYLE;
    const frame = document.createElement("iframe");
    frame.className = "ck-iframe";
    frame.name = "chatkit";
    frame.allow = "clipboard-read; clipboard-write";
    frame.setAttribute("frameborder", "0");
    frame.setAttribute("scrolling", "no");
    frame.src = new URL("index.html", SCRIPT).href;
    this.#frame = frame;
    this.#ready = settleLater();
    this.#title();
    this.#link = new Link((message) => frame.contentWindow?.postMessage(message, SCRIPT.origin), {
      event: (data) => this.#event(data),
      command: ({ name, args }) => this.#callback(name, args),
      fetch: (data) => ask(this.#fetch(), this.#place(data), new AbortController().signal),
      fetchEventSource: (data, { nonce, tell }) => this.#stream(data, nonce, tell),
      abortSignal: (_, { nonce }) => this.#aborts.get(nonce)?.abort(),
    });
    addEventListener("message", this.#listener);
    this.shadowRoot.replaceChildren(style, frame);
  }

  #title() {
    this.#frame.title = this.#options.frameTitle ?? "Chat";
  }

  #fetch() {
    return this.#options.api.fetch ?? fetch.bind(window);
  }

  #place(data) {
    return { ...data, url: this.#options.api.url };
  }

  async #stream(data, nonce, tell) {
    const abort = new AbortController();
    this.#aborts.set(nonce, abort);
    try {
      await stream(this.#fetch(), this.#place(data), abort.signal, tell, SETTINGS.retryPause);
    } finally {
      this.#aborts.delete(nonce);
    }
  }

  /** What the frame tells of itself; all but the first goes on as an event of the element. */
  #event([name, detail]) {
    if (name === "loaded") {
      void this.#link.call("command", { name: "create", args: [portable(this.#options)] }).done;
      return;
    }
    if (name === "unmount") {
      this.remove();
      return;
    }
    if (name === "ready") this.#ready.resolve();
    const told =
      name === "error" ? { error: Object.assign(new Error(detail.message), { name: detail.name }) } : detail;
    this.dispatchEvent(new CustomEvent(`chatkit.${name}`, { detail: told ?? null }));
  }

  async #callback(place, args) {
    if (!CALLBACKS.includes(place)) throw new Error(`no callback ${place}`);
    const path = place.split(".");
    const key = path.pop();
    const value = await path.reduce((owner, each) => owner?.[each], this.#options)?.[key]?.(...args);
    // What comes back must be data, as it must for the frame.
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  }

  async #command(name, ...args) {
    await this.#ready.promise;
    if (!this.#frame) throw new Error("ChatKit is not on the page");
    await this.#link.call("command", { name, args }).done;
  }

  focusComposer() {
    this.#frame?.focus();
    return this.#command("focusComposer");
  }

  setThreadId(threadId) {
    if (threadId !== null && typeof threadId !== "string") return refuse("setThreadId: an id or null");
    return this.#command("setThreadId", threadId);
  }

  sendUserMessage(params) {
    const { text, content, reply, attachments, newThread, toolChoice, model, ...unknown } = params ?? {};
    const fault = faultOfMessage({ text, content }, unknown);
    if (fault) return refuse(`sendUserMessage: ${fault}`);
    const message = { text, content, reply, attachments, newThread, toolChoice, model };
    return this.#command("sendUserMessage", message);
  }

  setComposerValue(params) {
    const { text, content, reply, attachments, files, selectedToolId, selectedModelId, ...unknown } =
      params ?? {};
    const fault = faultOfMessage({ text: text ?? "", content }, unknown);
    if (fault) return refuse(`setComposerValue: ${fault}`);
    if (files || attachments || selectedToolId || selectedModelId) {
      return refuse("setComposerValue: the stand-in has no attachments, tools and models");
    }
    return this.#command("setComposerValue", { text, content, reply });
  }

  sendCustomAction(action, itemId) {
    if (typeof action?.type !== "string") return refuse("sendCustomAction: an action has a type");
    return this.#command("sendCustomAction", action, itemId);
  }

  showHistory() {
    return this.#command("showHistory");
  }

  hideHistory() {
    return this.#command("hideHistory");
  }

  fetchUpdates() {
    return this.#command("fetchUpdates");
  }
}

function faultOfMessage({ text, content }, unknown) {
  const [key] = Object.keys(unknown);
  if (key !== undefined) return `${key} is not known`;
  if (content !== undefined) return userContent(content, "content");
  return typeof text === "string" ? undefined : "text or content is missing";
}

function settleLater() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

const refuse = (message) => Promise.reject(new TypeError(message));

customElements.define("openai-chatkit", OpenAIChatKit);
