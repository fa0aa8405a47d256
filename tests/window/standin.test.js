/** The stand-in for ChatKit: it takes what the real one takes, and rejects what that rejects. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";
import { faultOf } from "./chatkit/element/options.js";
import { Thread } from "./chatkit/frame/thread.js";
import { propertiesOf } from "./chatkit/frame/theme.js";
import { HostedApi } from "./chatkit/hosted/api.js";
import { Cdn } from "./chatkit/server.js";
import { stream } from "./chatkit/shared/requests.js";
import { browse } from "./harness/browser.js";
import { ChatKit } from "./harness/chatkit.js";
import { onDesk, until } from "./harness/index.js";

const nothing = () => undefined;
const device = { url: "/chatkit", domainKey: "local-dev", fetch: nothing };
const hosted = { getClientSecret: nothing };

test("options are those of the published types", () => {
  for (const options of [
    { api: device },
    { api: hosted },
    { api: device, locale: "de-DE", theme: "dark", initialThread: null, onClientTool: nothing },
    { api: device, theme: { density: "compact", color: { accent: { primary: "#123456", level: 1 } } } },
    { api: device, header: { leftAction: { icon: "settings-cog", onClick: nothing } } },
    {
      api: device,
      startScreen: { greeting: "Hi!", prompts: [{ label: "a", prompt: "b", icon: "lucide:list" }] },
    },
    { api: device, entities: { onTagSearch: nothing, onClick: nothing, onRequestPreview: nothing } },
    {
      api: { ...device, uploadStrategy: { type: "two_phase" } },
      composer: { attachments: { enabled: true } },
    },
    { api: device, header: undefined },
  ]) {
    assert.equal(faultOf(options), undefined);
  }
});

test("options that the types don't have are rejected", () => {
  const bad = [
    [{}, "options.api is missing"],
    [{ api: { url: "/chatkit" } }, "options.api.domainKey is missing"],
    [{ api: { ...hosted, domainKey: "x" } }, "options.api.domainKey is not known"],
    [{ api: { ...hosted, ...device } }, "options.api.url is not known"],
    [{ api: { ...device, token: "x" } }, "options.api.token is not known"],
    [
      { api: { ...device, uploadStrategy: { type: "direct" } } },
      "options.api.uploadStrategy.uploadUrl is missing",
    ],
    [{ config: { api: device } }, "options.config is not known"],
    [{ api: device, onThreadChange: nothing }, "options.onThreadChange is not known"],
    [{ api: device, locale: "xx" }, /options.locale must be one of/],
    [{ api: device, theme: "system" }, /options.theme must be one of light, dark/],
    [{ api: device, theme: { colorScheme: "auto" } }, /options.theme.colorScheme must be one of/],
    [{ api: device, theme: { typography: { baseSize: 13 } } }, /baseSize must be one of/],
    [{ api: device, theme: { color: { accent: { primary: "#000", level: 4 } } } }, /level must be one of/],
    [{ api: device, theme: { color: { accent: { primary: "#000" } } } }, /level is missing/],
    [{ api: device, theme: { color: { surface: { background: "#000" } } } }, /foreground is missing/],
    [{ api: device, header: { rightAction: { icon: "cog", onClick: nothing } } }, /icon must be one of/],
    [{ api: device, header: { rightAction: { icon: "close" } } }, /onClick is missing/],
    [{ api: device, startScreen: { prompts: [{ label: "a" }] } }, /prompts\[0\].prompt is missing/],
    [
      { api: device, startScreen: { prompts: [{ label: "a", prompt: "b", icon: "home" }] } },
      /icon must be one of/,
    ],
    [{ api: device, composer: { attachments: { enabled: true } } }, /uploadStrategy is missing/],
    [{ api: device, entities: { onSearch: nothing } }, /entities.onSearch is not known/],
    [{ api: device, disclaimer: "be kind" }, "options.disclaimer must be an object"],
    [{ api: device, initialThread: 7 }, "options.initialThread must be a string"],
  ];
  for (const [options, fault] of bad) {
    if (fault instanceof RegExp) assert.match(faultOf(options), fault);
    else assert.equal(faultOf(options), fault);
  }
});

/** A `fetch` that answers with these, one after the other; the last again and again. */
function answering(...answers) {
  const calls = [];
  const fetch = async (url, init) => {
    calls.push({ url, init });
    const {
      status = 200,
      type = "text/event-stream",
      pieces = [],
    } = answers[Math.min(calls.length, answers.length) - 1];
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    return new Response(body, { status, headers: { "content-type": type } });
  };
  return { fetch, calls };
}

async function heard(fetch) {
  const events = [];
  const signal = new AbortController().signal;
  await stream(fetch, { url: "/", headers: {}, body: "{}" }, signal, (event) => events.push(event), 1);
  return events;
}

test("a stream is read across the borders of its pieces", async () => {
  const bytes = new TextEncoder().encode('data: {"a":"é"}\n\ndata: {"a":2}\n\n');
  const { fetch } = answering({ pieces: [...bytes].map((byte) => Uint8Array.of(byte)) });
  assert.deepEqual(await heard(fetch), [{ a: "é" }, { a: 2 }]);
});

test("a stream that can't be opened is tried again five times, but not where it is refused", async () => {
  const failing = answering({ status: 503, type: "text/plain" });
  await assert.rejects(heard(failing.fetch), { name: "HttpError" });
  assert.equal(failing.calls.length, 6);

  const wrong = answering({ type: "text/html" }, {});
  assert.deepEqual(await heard(wrong.fetch), []);
  assert.equal(wrong.calls.length, 2);

  const words = new TextEncoder().encode('{"message":"no such thread"}');
  const refused = answering({ status: 404, type: "application/json", pieces: [words] });
  await assert.rejects(heard(refused.fetch), { message: "no such thread" });
  assert.equal(refused.calls.length, 1);
});

test("what is no event of the protocol is an error", async () => {
  const text = new TextEncoder();
  for (const pieces of [['data: {"a":1}\n\ndata: {'], ["event: x\n\n"], ["data: no\n\n"]]) {
    const { fetch } = answering({ pieces: pieces.map((piece) => text.encode(piece)) });
    await assert.rejects(heard(fetch), { name: "StreamEventParsingError" });
  }
  const thread = new Thread();
  assert.throws(() => thread.apply({ type: "thread.item.moved" }), /unknown: an event/);
  const update = { type: "workflow.task.added", task_index: 0, task: {} };
  assert.throws(() => thread.apply({ type: "thread.item.updated", item_id: "x", update }), /the item x/);
});

test("the theme can be read", () => {
  assert.equal(propertiesOf("dark")["--ck-scheme"], "dark");
  assert.equal(propertiesOf(undefined)["--ck-radius"], "pill");
});

const PAGE = `<!doctype html><title>Page</title><body style="margin:0;height:100vh"><script>
  const said = [];
  const names = ["ready", "error", "response.start", "response.end", "thread.change", "thread.load.start",
    "thread.load.end", "history.open", "history.close", "effect", "deeplink", "log"];
  const element = document.createElement("openai-chatkit");
  for (const name of names) {
    element.addEventListener("chatkit." + name, ({ detail }) =>
      said.push([name, detail?.error ? detail.error.name : detail]));
  }
  document.body.append(element);
  let tooEarly;
  try { element.setOptions({}); } catch (error) { tooEarly = error.name; }
  const base = {
    api: {
      url: "/chatkit",
      domainKey: "local-dev",
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, Authorization: "Bearer good" } }),
    },
    threadItemActions: { feedback: true, retry: true },
    entities: {
      onTagSearch: async (query) => [{ id: "task:1", title: "Ferns " + query, interactive: true }],
      onClick: ({ id }) => said.push(["clicked", id]),
      onRequestPreview: async () => ({ preview: { type: "Basic", children: [{ type: "Text", value: "Preview" }] } }),
    },
    onClientTool: ({ name, params }) => ({ name, sum: params.a + params.b }),
  };
  function begin(options = base) { element.setOptions(options); }
  function caught(run) { try { run(); } catch (error) { return error.name + ": " + error.message; } }
</script>`;

/** A page with the element, served beside the stand-in, and a server of the chat. */
async function withPage(desk, trouble, body) {
  const api = new HostedApi((secret) => (secret === "good" ? "good" : "unknown"));
  const secrets = new Map();
  const cdn = await Cdn.start({ secrets: (secret) => secrets.get(secret) ?? "unknown" });
  cdn.set(trouble);
  const server = createServer((request, response) => {
    if (request.url === "/chatkit") return void api.answer(request, response);
    const script = `<script src="${cdn.script}" onerror="said.push(['script error'])"></script>`;
    response.writeHead(200, { "content-type": "text/html" }).end(PAGE + script);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { driver, stop } = await browse(desk, `http://localhost:${server.address().port}/`);
  const said = () => driver.executeScript("return said");
  const hears = (name) =>
    until(`chatkit.${name}`, async () => (await said()).find(([each]) => each === name));
  try {
    await body({ driver, cdn, api, secrets, said, hears, chat: new ChatKit(driver) });
  } finally {
    await stop();
    server.closeAllConnections();
    server.close();
    await cdn.close();
  }
}

onDesk("the stand-in speaks the protocol, tells what happens, and keeps its rules", (desk) =>
  withPage(desk, {}, async ({ driver, chat, api, said, hears }) => {
    // An element without its script has no methods; one with it checks what it is given.
    assert.equal(await driver.executeScript("return tooEarly"), "TypeError");
    assert.equal(
      await driver.executeScript("return caught(() => begin({ ...base, config: {} }))"),
      "InvalidFrameParamsError: Invalid frame params: ChatKit.create()",
    );
    await driver.executeScript("begin()");
    await hears("ready");
    await chat.says("greeting", "What can I help with today?");

    // A message, its answer, and a method that rejects meanwhile.
    const rejected = await driver.executeAsyncScript(
      `const done = arguments[0];
       element.sendUserMessage({ text: "hello" });
       element.setThreadId(null).then(() => done(null), (error) => done(error.message));`,
    );
    assert.match(rejected, /a response streams/);
    await chat.says("message-user", "hello");
    await chat.says("message-assistant", "Hosted ChatKit heard: hello");
    await chat.idle();
    assert.equal(api.asked[0].type, "threads.create");
    const names = (await said()).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => /^response|^thread/.test(name)),
      ["response.start", "thread.change", "response.end"],
    );

    // A mention, previewed and clicked; a tool of the page.
    await chat.type("composer", "about @gre");
    await chat.click("mention-option", "Ferns gre");
    await chat.click("send");
    await chat.says("message-user", "about");
    assert.deepEqual(api.asked.at(-1).params.input.content, [
      { type: "input_text", text: "about " },
      { type: "input_tag", id: "task:1", text: "Ferns gre", data: {}, interactive: true },
    ]);
    await chat.click("entity");
    await hears("clicked");
    await chat.says("preview", "Preview");
    await chat.idle();
    await chat.send('call add {"a":1,"b":2}');
    await chat.says("message-assistant", 'The tool gave: {"name":"add","sum":3}');

    // Options replace each other, all of them.
    await driver.executeScript(
      `begin({ ...base, theme: { colorScheme: "dark", color: { accent: { primary: "#123456", level: 1 } } } })`,
    );
    const accent = "return document.documentElement.style.getPropertyValue('--ck-accent')";
    await until("the accent", async () => (await chat.read(accent)) === "#123456");
    await driver.executeScript("begin({ api: base.api })");
    await until("no accent", async () => (await chat.read(accent)) === "");
    assert.equal(await chat.shows("retry"), false);

    // History: renamed, left, deleted.
    await chat.click("history-open");
    await chat.click("history-rename");
    await chat.type("history-rename-input", "Ferns");
    await chat.click("history-rename-save");
    await chat.says("history-thread", "Ferns");
    await chat.click("history-delete");
    await chat.click("history-delete-confirm");
    await until("no threads", async () => !(await chat.shows("history-thread")));
    assert.equal(api.threads.size, 0);
    assert.deepEqual(
      (await said()).filter(([name]) => name === "error"),
      [],
    );
  }),
);

onDesk("hosted, the stand-in asks for a secret, and for the next before it ends", (desk) =>
  withPage(desk, {}, async ({ driver, chat, cdn, secrets }) => {
    const soon = Math.floor(Date.now() / 1000) + 5;
    for (const secret of [`ek_0_${soon}`, `ek_1_${soon + 600}`]) secrets.set(secret, "good");
    await driver.executeScript(
      `window.asked = [];
       const [first, next] = arguments;
       begin({ api: { getClientSecret: async (now) => { asked.push(now); return now === null ? first : next; } } });`,
      ...secrets.keys(),
    );
    await chat.say("hello", "Hosted ChatKit heard: hello");
    await chat.say("again", "Hosted ChatKit heard: again");
    assert.deepEqual(await driver.executeScript("return asked"), [null, `ek_0_${soon}`]);
    assert.ok(cdn.hosted.asked.every(({ secret }) => secret === `ek_1_${soon + 600}`));
  }),
);

onDesk("trouble is made as it is asked for", async (desk) => {
  await withPage(desk, { script: "missing" }, ({ hears }) => hears("script error"));
  await withPage(desk, { frame: "hangs" }, async ({ driver, cdn, said }) => {
    await driver.executeScript("begin()");
    await until("the frame", () => cdn.count("/orders") === 1);
    assert.deepEqual(await said(), []);
  });
  await withPage(desk, { ready: "fatal" }, async ({ driver, hears, cdn }) => {
    await driver.executeScript("begin()");
    assert.deepEqual(await hears("error"), ["error", "FatalAppError"]);
    cdn.order("unmount");
    await until("the element to be gone", () => driver.executeScript("return !element.isConnected"));
  });
});
