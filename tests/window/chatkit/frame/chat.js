/** The chat: which thread is shown, what is under way, and what a person does. */
import { Thread } from "./thread.js";

const named = (name, message) => Object.assign(new Error(message), { name });

export class Chat {
  thread = new Thread();
  loading = false;
  #api;
  #turn = null;
  #tell;
  #draw;
  #onClientTool;

  /** `tell(name, detail)` reports an event, `draw()` shows what has changed. */
  constructor({ api, tell, draw, onClientTool }) {
    this.#api = api;
    this.#tell = tell;
    this.#draw = draw;
    this.#onClientTool = onClientTool;
  }

  get streaming() {
    return this.#turn !== null;
  }

  get busy() {
    return this.streaming || this.loading;
  }

  /** Shows another thread; null begins a new one. */
  async open(id, failure = "HistoryViewError") {
    if (id === null) {
      this.thread = new Thread();
      this.#tell("thread.change", { threadId: null });
      this.#draw();
      return;
    }
    this.loading = true;
    this.#tell("thread.load.start", { threadId: id });
    this.#draw();
    try {
      this.thread = await this.#load(id);
      this.#tell("thread.change", { threadId: id });
    } catch (error) {
      this.fail(named(failure, error.message));
    } finally {
      this.loading = false;
      this.#tell("thread.load.end", { threadId: id });
      this.#draw();
    }
  }

  async #load(id) {
    const thread = await this.#api.ask("threads.get_by_id", { thread_id: id });
    const items = [...thread.items.data];
    let page = thread.items;
    while (page.has_more) {
      page = await this.#api.ask("items.list", { thread_id: id, order: "asc", limit: 50, after: page.after });
      items.push(...page.data);
    }
    return Thread.of(thread, items);
  }

  /** Reads again what the server has. */
  async update() {
    if (this.thread.id === null) return;
    this.thread = await this.#load(this.thread.id);
    this.#draw();
  }

  /** Sends a message; a new thread begins where there is none. */
  send(content, { quoted_text = null, inference_options = {} } = {}) {
    const input = { content, attachments: [], quoted_text, inference_options };
    return this.thread.id === null
      ? this.#run("threads.create", { input })
      : this.#run("threads.add_user_message", { thread_id: this.thread.id, input });
  }

  retry(message) {
    return this.#run("threads.retry_after_item", { thread_id: this.thread.id, item_id: message.id });
  }

  answer(item, input) {
    const params = { thread_id: this.thread.id, item_id: item.id, input };
    return this.#run("threads.add_structured_input", params);
  }

  act(action, itemId) {
    const params = { thread_id: this.thread.id, action, ...(itemId && { item_id: itemId }) };
    return this.#run("threads.custom_action", params);
  }

  async feedback(item, kind) {
    const params = { thread_id: this.thread.id, item_ids: [item.id], kind };
    await this.#api.ask("items.feedback", params).catch((error) => this.fail(error));
  }

  /** Ends the answer that is under way. The stream is broken off; there is no other way. */
  stop() {
    this.#turn?.abort();
  }

  /** Says that something went wrong. */
  fail(error) {
    this.thread.notes.push({ kind: "error", message: error.message, retry: false });
    this.#tell("error", { name: error.name, message: error.message });
    this.#draw();
  }

  async #run(type, params) {
    if (this.busy) throw new Error("an answer is under way, or a thread loads");
    this.thread.notes = [];
    let stopped = false;
    const { done, abort } = this.#api.stream(type, params, (event) => this.#hear(event));
    this.#turn = {
      abort: () => {
        stopped = true;
        abort();
      },
    };
    this.#tell("response.start");
    this.#draw();
    try {
      await done;
    } catch (error) {
      const name = error.name === "StreamEventParsingError" ? error.name : "StreamError";
      if (!stopped) this.fail(named(name, error.message));
    } finally {
      this.#turn = null;
      this.thread.progress = null;
      this.thread.mayCancel = false;
      this.#tell("response.end");
      this.#draw();
    }
    if (!stopped) await this.#runTool();
  }

  #hear(event) {
    const before = this.thread.id;
    try {
      this.thread.apply(event);
    } catch (error) {
      this.fail(named("StreamEventParsingError", error.message));
    }
    if (this.thread.id !== before) this.#tell("thread.change", { threadId: this.thread.id });
    if (event.type === "client_effect") this.#tell("effect", { name: event.name, data: event.data });
    if (event.type === "error")
      this.#tell("error", { name: "StreamError", message: event.message ?? event.code });
    this.#draw();
  }

  /** A turn that ends with a call of a client's tool goes on with what the tool gives. */
  async #runTool() {
    const call = this.thread.items.at(-1);
    if (call?.type !== "client_tool_call" || call.status !== "pending") return;
    try {
      const result = await this.#onClientTool({ name: call.name, params: call.arguments });
      Object.assign(call, { status: "completed", output: result });
      await this.#run("threads.add_client_tool_output", { thread_id: this.thread.id, result: result ?? {} });
    } catch (error) {
      this.fail(error);
    }
  }
}
