/** A vendor that has turned: its script, in the chat page of the real window, gets nowhere. */
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { onHostile } from "./hostile/window.js";
import { run, until } from "./harness/index.js";

const SECRET = "sk-live-0c8f5e21d7";

/** What the script gets for what it tries. What it sends out is not among it: that is counted at the other end. */
const OUTCOMES = {
  "app's document": "SecurityError",
  "internals of the app": "SecurityError",
  internals: "undefined",
  "frame element": "null",
  "top by itself": "SecurityError",
  "top by replace": "SecurityError",
  "a window by itself": "null",
  "code from text": "EvalError",
  base: "stayed",
  "a chat request": "200",
  "get / with the ticket": "404",
  "get /": "404",
  "get /mcp with the ticket": "404",
  "post /mcp with the ticket": "404",
  "get /chat with the ticket": "403",
  "get /chat": "403",
  "chat without a ticket": "401",
  "chat with a guess": "401",
  "by another name": "TypeError",
  clipboard: "NotAllowedError",
  notifications: "denied",
  place: "Denied",
  "frame: top by itself": "SecurityError",
  "frame: parent's document": "SecurityError",
  "frame: app's document": "SecurityError",
  "frame: internals": "undefined",
};

const CLICKED = {
  "click: top": "SecurityError",
  "click: top to the chat page": "SecurityError",
  "click: window": "null",
  "click: clipboard": "NotAllowedError",
  "click: paste": "false",
};

/** Holds some of the attempts against what they should have come to. */
function compare(attempts, expected) {
  const found = Object.fromEntries(Object.keys(expected).map((name) => [name, attempts[name]]));
  assert.deepEqual(found, expected);
}

onHostile("a hostile script gets nowhere by itself", async (h) => {
  await h.desk.keychain();
  await h.start();
  const kept = await h.session.invoke("secret_set", { name: "openai_key", value: SECRET });
  assert.equal(kept.error, undefined);
  await h.begin();
  await until("all attempts", () => h.inPage("return window.done === true"), 30);
  const attempts = await h.inPage("return window.attempts");
  compare(attempts, OUTCOMES);
  for (const name of Object.keys(attempts).filter((each) => /^(fetch|post) (tauri|ipc|http)/.test(each))) {
    assert.equal(attempts[name], "TypeError", name);
  }
  await h.unharmed();

  // To its questions it got a refusal each, and to nothing else an answer.
  const answers = await h.inPage("return window.answers");
  const asked = answers.filter(({ type }) => type === "answer" || type === "refusal");
  for (const { type, call } of asked.filter(({ call }) => [1001, 1002, 1003, 1004].includes(call))) {
    assert.equal(type, "refusal", String(call));
  }
  assert.deepEqual(
    asked
      .map(({ call }) => call)
      .filter((call) => [1005, 1006, 1008, 1009, 1010, 0, 1.5, 901].includes(call)),
    [],
  );
  const all = JSON.stringify([attempts, answers]);
  assert.ok(!all.includes(SECRET) && !all.includes(SECRET.slice(-4)), "nothing of the secret");
  assert.equal(attempts["frame: answer of the window"], undefined);

  // The key is where it was.
  const has = await h.session.invoke("secret_has", { name: "openai_key" });
  assert.equal(has.value.stored.last_four, SECRET.slice(-4));
});

onHostile("clicks of the person take a hostile script no further", async (h) => {
  await h.start();
  await h.begin();
  await until("all attempts", () => h.inPage("return window.done === true"), 30);
  await h.click("#clicked");
  await until("the attempts by a click", () => h.inPage("return window.clicked === true"));
  await h.click("#hostile-frame", "#top");
  await until("the frame's attempts", () =>
    h.inPage(`return window.attempts["frame: window by a click"] !== undefined`),
  );
  const attempts = await h.inPage("return window.attempts");
  compare(attempts, {
    ...CLICKED,
    "frame: top by a click": "SecurityError",
    "frame: window by a click": "null",
  });
  await h.desk.picture("hostile");
  await h.unharmed();
});

onHostile("a hostile script can leave its page, but takes nothing along and brings nothing in", async (h) => {
  await h.start();
  await h.begin();
  for (const address of [
    `${h.far.other}/stolen`,
    `${h.far.origin}/stolen`,
    "tauri://localhost/",
    "data:text/html,x",
  ]) {
    await h
      .inPage("setTimeout((address) => (location.href = address), 0, arguments[0])", address)
      .catch(() => {});
    await h.session.frames();
  }
  await h.unharmed();
});

onHostile("nobody else can be the chat page: both families of the port are taken", async (h) => {
  await h.start();
  await h.begin();
  const { port } = new URL(await h.pageAddress());
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await bind(host, Number(port));
    if (host === "::1" && code === "EADDRNOTAVAIL") continue;
    assert.equal(code, "EADDRINUSE", host);
  }
  // Another process of this computer gets no page and no answer.
  const chat = `http://localhost:${port}/chat`;
  assert.equal((await fetch(chat)).status, 403);
  const asked = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  assert.equal((await fetch(`http://localhost:${port}/chatkit`, asked)).status, 401);
  const foreign = ["--silent", "--output", "/dev/null", "--write-out", "%{http_code}", "--header"];
  const { stdout } = await run("curl", [...foreign, "Host: rebound.example", chat]);
  assert.equal(stdout, "403");
});

/** The code of the failure to bind, or "bound". */
function bind(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }) => resolve(code));
    server.listen({ host, port, ipv6Only: true }, () => server.close(() => resolve("bound")));
  });
}
