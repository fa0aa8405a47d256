/** The frame: listens to the element around it, and puts the parts of the page together. */
import { CustomApi, HostedApi } from "./api.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { make, part } from "./dom.js";
import { drawHeader } from "./header.js";
import { History } from "./history.js";
import { Items } from "./items.js";
import { Link } from "./shared/link.js";
import { drawStart } from "./start.js";
import { applyTheme } from "./theme.js";
import { drawWidget } from "./widget.js";

const trouble = JSON.parse(decodeURIComponent(document.querySelector("meta[name=trouble]").content));

// Whose page this is in: the frame speaks to nobody else.
const parentOrigin = document.referrer ? new URL(document.referrer).origin : location.ancestorOrigins[0];

/** What was given by `setOptions`, without its functions. */
let given = null;
let chat = null;
let api = null;
const link = new Link((message) => parent.postMessage(message, parentOrigin), {
  command: ({ name, args }) => {
    if (!Object.hasOwn(COMMANDS, name)) throw new Error(`no command ${name}`);
    return COMMANDS[name](...args);
  },
});
addEventListener("message", (event) => {
  if (event.source === parent && event.origin === parentOrigin) void link.receive(event.data);
});

const tell = (name, detail) => link.say("event", [name, detail]);
const has = (callback) => given.callbacks.includes(callback);
const callback = (name, ...args) => link.call("command", { name, args }).done;
const failed = (error) => chat.fail(error);
const send = (content, more) => {
  if (chat.busy || chat.thread.locked) return false;
  tell("log", { name: "composer.submit" });
  chat.send(content, more).catch(failed);
  return true;
};

const entities = {
  click: ({ id, title, icon, interactive, group, data }) => {
    if (has("entities.onClick"))
      void callback("entities.onClick", { id, title, icon, interactive, group, data });
  },
  async preview(entity, chip) {
    if (!has("entities.onRequestPreview")) return;
    const { preview } = await callback("entities.onRequestPreview", entity);
    this.endPreview();
    if (preview)
      chip.after(
        make(
          "div",
          "preview",
          {},
          drawWidget(preview, () => {}),
        ),
      );
  },
  endPreview: () => part("preview")?.remove(),
};

const items = new Items(part("messages"), {
  entities,
  deeplink: (detail) => tell("deeplink", detail),
  feedback: (item, kind) => chat.feedback(item, kind),
  retry: (message) => chat.retry(message).catch(failed),
  answer: (item, input) => chat.answer(item, input).catch(failed),
  act: (action, item) => {
    const { handler, ...rest } = action;
    if (handler !== "client") chat.act(rest, item.id).catch(failed);
    else if (has("widgets.onAction")) {
      void callback("widgets.onAction", rest, { id: item.id, widget: item.widget });
    }
  },
});
const composer = new Composer({
  send,
  stop: () => chat.stop(),
  search: async (query) => (has("entities.onTagSearch") ? await callback("entities.onTagSearch", query) : []),
});
const history = new History({
  open: async (id) => {
    hideHistory();
    await chat.open(id);
  },
  rename: async (id, title) => {
    await api.ask("threads.update", { thread_id: id, title }).catch(failed);
    if (id === chat.thread.id) chat.thread.title = title;
    await showHistory();
  },
  delete: async (id) => {
    await api.ask("threads.delete", { thread_id: id }).catch(failed);
    if (id === chat.thread.id) await chat.open(null);
    await showHistory();
  },
});

async function showHistory() {
  const page = await api.ask("threads.list", { limit: 9999, order: "desc" });
  const { showDelete = true, showRename = true } = given.options.history ?? {};
  if (!history.shown) tell("history.open");
  history.show(page.data, { showDelete, showRename });
  draw();
}

function hideHistory() {
  if (!history.shown) return;
  history.hide();
  tell("history.close");
  draw();
}

function draw() {
  const { thread, streaming, loading, busy } = chat;
  const { options } = given;
  const fresh = thread.id === null && thread.items.length === 0 && !busy;
  drawHeader(options, thread.title, {
    action: (place) => void callback(place),
    history: () => (history.shown ? hideHistory() : showHistory().catch(failed)),
    startNew: () => {
      hideHistory();
      if (!busy) void chat.open(null);
    },
  });
  items.draw(thread, { busy, actions: options.threadItemActions });
  drawStart(fresh && !history.shown, options.startScreen, send);
  part("messages").hidden = history.shown;
  part("messages").ariaBusy = String(busy);
  const placeholder = thread.locked ? (thread.status.reason ?? "") : options.composer?.placeholder;
  composer.draw({
    streaming,
    mayCancel: thread.mayCancel,
    disabled: loading || thread.locked,
    placeholder: placeholder ?? "Message the AI",
  });
  part("disclaimer").textContent = options.disclaimer?.text ?? "";
}

/** Some methods reject while a thread loads or an answer comes. */
function idle() {
  if (chat.busy) throw new Error("a thread loads, or a response streams");
}

function takeOptions(next) {
  given = next;
  api.locale = next.locale;
  document.documentElement.lang = next.locale;
  applyTheme(next.options.theme);
}

const COMMANDS = {
  async create(first) {
    if (trouble.frame === "hangs") return;
    api =
      "url" in first.options.api
        ? new CustomApi(link)
        : new HostedApi((now) => callback("api.getClientSecret", now));
    chat = new Chat({
      api,
      tell,
      draw,
      onClientTool: (call) => {
        if (!has("onClientTool")) throw new Error("there is no onClientTool");
        return callback("onClientTool", call);
      },
    });
    takeOptions(first);
    draw();
    tell("ready");
    if (trouble.ready === "unmount") tell("unmount");
    if (trouble.ready === "fatal") ORDERS.fatal();
    try {
      await api.begin();
      if (first.options.initialThread) await chat.open(first.options.initialThread, "InitialThreadLoadError");
    } catch (error) {
      chat.fail(error);
    }
  },
  setOptions(next) {
    takeOptions(next);
    draw();
  },
  focusComposer() {
    idle();
    composer.focus();
  },
  async setThreadId(id) {
    idle();
    hideHistory();
    await chat.open(id);
  },
  async sendUserMessage({ text, content, reply, newThread, toolChoice, model }) {
    idle();
    if (newThread) await chat.open(null);
    const inference_options = { ...(toolChoice && { tool_choice: toolChoice }), ...(model && { model }) };
    chat
      .send(content ?? [{ type: "input_text", text }], { quoted_text: reply, inference_options })
      .catch(failed);
  },
  setComposerValue: ({ text = "", content }) => composer.set(text, content),
  async sendCustomAction(action, itemId) {
    idle();
    chat.act(action, itemId).catch(failed);
  },
  showHistory,
  hideHistory,
  async fetchUpdates() {
    idle();
    await chat.update();
  },
};

/** What the server of the stand-in may have a frame do. */
const ORDERS = {
  unmount: () => tell("unmount"),
  fatal: () => tell("error", { name: "FatalAppError", message: "ChatKit can't go on." }),
  vanish: () => location.replace("about:blank"),
};
new EventSource("/orders").addEventListener("message", ({ data }) => ORDERS[data]());

tell("loaded");
