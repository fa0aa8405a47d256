/** Hosted ChatKit: sessions minted by a backend or with the person's own key, and tools that run here. */
import assert from "node:assert/strict";
import { Backend, TOKEN } from "./doubles/backend.js";
import { KEY, OpenAi, WORKFLOW } from "./doubles/openai.js";
import { onChat } from "./harness/chat.js";
import { Key, until } from "./harness/index.js";

/** A test with a double that mints sessions, whose secrets the stand-in takes. */
function onHosted(name, Far, body) {
  const far = new Far();
  const secrets = (secret) => far.worth(secret);
  onChat(
    name,
    async (c) => {
      await far.start();
      try {
        if (far instanceof OpenAi) c.desk.env.CALM_ORBIT_OPENAI_URL = `${far.origin}/v1`;
        await body(c, far);
      } finally {
        await far.close();
      }
    },
    { secrets },
  );
}

/** Gives a field of the settings other words. */
async function fill(c, name, words) {
  const field = await c.session.find("textbox", name);
  await c.session.type(field, Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE, words);
}

async function choose(c, label) {
  await c.session.click(await c.session.find("radio", label));
}

/** Has answers come from a backend, by the settings. */
async function useBackend(c, backend, { token = TOKEN, path } = {}) {
  await c.chat.click("header-left");
  await choose(c, "A backend");
  await fill(c, "Token", token);
  await c.press("Keep the token");
  await c.says(`Ends in …${token.slice(-4)}`);
  await fill(c, "Address", backend.origin);
  if (path) await choose(c, path);
  await c.press("Use this backend");
}

async function useOpenAi(c, { key = KEY, workflow = WORKFLOW } = {}) {
  await c.chat.click("header-left");
  await choose(c, "OpenAI, with your own key");
  await fill(c, "API key", key);
  await c.press("Keep the key");
  await c.says(`Ends in …${key.slice(-4)}`);
  await fill(c, "Workflow id", workflow);
  await c.press("Use this workflow");
}

onHosted("session created with the token", Backend, async (c, backend) => {
  await c.desk.keychain();
  await c.open();
  await useBackend(c, backend);
  await c.desk.picture("chat-settings");
  await c.press("Done");
  await c.ready();
  await c.chat.say("hello", "Hosted ChatKit heard: hello");
  const [minted] = backend.asked.filter(({ path }) => path === "/api/chatkit/session");
  assert.equal(minted.headers.authorization, `Bearer ${TOKEN}`);
  assert.equal(minted.method, "POST");
  assert.equal(typeof minted.body.user_id, "string");
  await c.desk.picture("chat-hosted");
  // The token is in the keychain: the next start needs no other.
  await c.session.stop();
  await c.start();
  await c.ready();
  await c.chat.say("again", "Hosted ChatKit heard: again");
});

onHosted(
  "a session is minted anew before it ends, with the other published path too",
  Backend,
  async (c, backend) => {
    await c.desk.keychain();
    backend.lifetime = 14;
    await c.open();
    await useBackend(c, backend, { path: "/api/chat/chatkit/session" });
    await c.press("Done");
    await c.ready();
    const path = "/api/chat/chatkit/session";
    await until("the first session", () => backend.count(path) >= 1);
    const [[first, end]] = backend.secrets;
    // One that has only just been minted is not replaced.
    await until("the end of the secret to be near", () => end - Date.now() / 1000 < 3);
    await c.chat.say("hello", "Hosted ChatKit heard: hello");
    assert.notEqual(first, [...backend.secrets.keys()].at(-1), "a secret that was about to end was replaced");
    const [{ secret }] = c.cdn.hosted.asked;
    assert.equal(secret, [...backend.secrets.keys()].at(-1));
  },
);

onHosted(
  "sessions come from OpenAI with the person's own key, and end with it",
  OpenAi,
  async (c, openai) => {
    await c.desk.keychain();
    await c.open();
    await useOpenAi(c);
    await c.press("Done");
    await c.ready();
    await c.chat.say("hello", "Hosted ChatKit heard: hello");
    assert.equal(openai.sessions.size, 1);

    await c.chat.click("header-left");
    await c.press("Sign out");
    await c.press("Sign out");
    await until("the session to be cancelled", () =>
      [...openai.sessions.values()].every(({ status }) => status === "cancelled"),
    );
    await c.session.find("button", "Keep the key");
  },
);

onHosted("a tool of hosted ChatKit runs here, and asks before it destroys", Backend, async (c, backend) => {
  await c.desk.keychain();
  await c.desk.shell("add", "Keep the ferns alive");
  const [{ id }] = tasksOf((await c.desk.shell("list", "--json")).stdout);
  await c.open();
  await useBackend(c, backend);
  await c.press("Done");
  await c.ready();
  await c.press(/^All tasks/);

  // Reading and adding need no word of the person.
  await c.chat.say('call add_task {"title":"Buy compost"}', /The tool gave: .*Buy compost/);
  await c.session.find("checkbox", "Complete: Buy compost");

  // Destroying does: refused first, then agreed to.
  const remove = `call delete_task ${JSON.stringify({ id })}`;
  await c.chat.send(remove);
  await c.session.find("alertdialog", "The assistant asks");
  await c.desk.picture("chat-tool-asks");
  await c.press("Leave it as it is");
  await c.chat.says("message-assistant", /refused/);
  await c.chat.idle();
  await c.session.find("checkbox", "Complete: Keep the ferns alive");

  await c.chat.send(remove);
  const dialog = await c.session.find("alertdialog", "The assistant asks");
  const agree = await dialog.findElement({ css: "button.danger" });
  await c.session.click(agree);
  await c.session.gone("checkbox", "Complete: Keep the ferns alive");
  await c.chat.idle();

  // What is no tool of the task server is refused.
  await c.chat.say('call secret_has {"name":"backend_token"}', /The tool gave|no tool|not/i);
  assert.ok(!JSON.stringify(c.cdn.hosted.asked).includes(TOKEN));
});

/** The tasks in what the command lists. */
function tasksOf(json) {
  const found = JSON.parse(json);
  return Array.isArray(found) ? found : (found.tasks ?? Object.values(found).find(Array.isArray));
}

onHosted("errors shown", Backend, async (c, backend) => {
  await c.desk.keychain();
  await c.open();
  // A token that is not known: sign in.
  await useBackend(c, backend, { token: "a-wrong-token-0000" });
  await c.press("Done");
  await c.session.find("button", "Sign in");
  await c.desk.picture("chat-sign-in");
  // This computer answers meanwhile.
  await c.ready();
  await c.chat.say("Add a task to oil the hinge", /hinge/i);

  // The right one: hosted ChatKit answers.
  await c.press("Sign in");
  await c.press("Replace the token");
  await fill(c, "Token", TOKEN);
  await c.press("Replace the token");
  await c.says(`Ends in …${TOKEN.slice(-4)}`);
  await c.press("Done");
  await c.ready();
  await c.chat.say("hello", "Hosted ChatKit heard: hello");
});

onHosted(
  "a backend that fails is tried three times, then this computer answers, and says why",
  Backend,
  async (c, backend) => {
    await c.desk.keychain();
    await c.open();
    backend.meet(...Array.from({ length: 3 }, () => ({ status: 503, body: { detail: "Down for repair" } })));
    await useBackend(c, backend);
    await c.press("Done");
    await c.session.find("button", "Try again", { seconds: 30 });
    await c.desk.picture("chat-hosted-failed");
    assert.equal(backend.count("/api/chatkit/session"), 3);
    await c.ready();
    await c.chat.say("Add a task to ring the plumber", /plumber/i);
    await c.press("Try again");
    await until("a session", () => backend.secrets.size > 0);
    await c.ready();
    await c.chat.say("hello", "Hosted ChatKit heard: hello");
  },
);

onHosted(
  "without a keychain a secret is kept nowhere, or in memory by choice",
  Backend,
  async (c, backend) => {
    await c.open();
    await c.chat.click("header-left");
    await choose(c, "A backend");
    await fill(c, "Address", backend.origin);
    await c.press("Use this backend");
    // Without a place for it, it is not even asked for.
    await c.session.find("button", "Keep it in memory until Calm Orbit ends", { seconds: 30 });
    await c.desk.picture("chat-no-keychain");
    assert.equal(backend.count("/api/chatkit/session"), 0);

    await c.press("Keep it in memory until Calm Orbit ends");
    await c.says("Secrets are kept in memory until Calm Orbit ends");
    await fill(c, "Token", TOKEN);
    await c.press("Keep the token");
    await c.says("In memory until Calm Orbit ends.");
    await c.press("Done");
    await c.ready();
    await until("hosted ChatKit", () => backend.secrets.size > 0);

    // After a restart it is gone, and that is said.
    await c.session.stop();
    await c.start();
    await c.says(/There is no keychain on this computer/);
    await c.session.find("button", "Chat settings");
  },
);
