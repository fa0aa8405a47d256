/** That each guard matters: left out, alone, it lets through what it is there to stop. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { browse } from "./harness/browser.js";
import { ChatKit } from "./harness/chatkit.js";
import { FRAME } from "./harness/chat.js";
import { onDesk, until } from "./harness/index.js";
import { SANDBOX, Reproduction } from "./hostile/reproduction.js";
import { Hostile } from "./hostile/server.js";

/** The policy of the chat page, as the app's server sends it; a test below holds the two together. */
const policyFor = (vendor) =>
  [
    "default-src 'none'",
    `script-src 'self' ${vendor}`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src data:",
    `frame-src ${vendor}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors tauri://localhost",
  ].join("; ");

/** Runs the hostile script in a frame with these guards, and then a click of the person. */
async function withGuards(desk, { policy = policyFor, sandbox = SANDBOX }, body) {
  const far = await Hostile.start();
  const frame = await Reproduction.start({ script: far.script, policy: policy?.(far.origin), sandbox });
  const { driver, stop } = await browse(desk, frame.address);
  const page = new ChatKit(driver, FRAME);
  try {
    await body({ driver, far, page, frame });
  } finally {
    await stop();
    await frame.close();
    await far.close();
  }
}

const done = ({ driver, page }) =>
  until(
    "all attempts",
    () => page.aroundFrame(() => driver.executeScript("return window.done === true")),
    30,
  );

onDesk("with all guards nothing gets through, in the plain frame too", (desk) =>
  withGuards(desk, {}, async (c) => {
    await done(c);
    // What a click of the person leads to is in hostile.test.js, in the window itself.
    assert.deepEqual([c.far.got, c.far.reached], [[], []]);
    assert.equal(await c.driver.getCurrentUrl(), c.frame.address);
  }),
);

onDesk("without its policy the page reaches everything around it", (desk) =>
  withGuards(desk, { policy: null }, async ({ far }) => {
    await until("what is stolen", () =>
      ["GET", "POST", "upgrade"].every((how) => far.reached.some((each) => each.startsWith(how))),
    );
    await until("what the vendor gets", () => far.got.some((each) => each.startsWith("POST")));
  }),
);

onDesk("without the sandbox the script gets to the top of the window", (desk) =>
  withGuards(desk, { sandbox: null }, async (c) => {
    await until("the vendor's page at the top", async () => {
      await c.page.aroundFrame(() => c.driver.findElement({ css: "#clicked" }).click()).catch(() => {});
      return (await c.driver.getCurrentUrl()) === `${c.far.origin}/stolen`;
    });
  }),
);

onDesk("on 127.0.0.1 alone, another process is the page at localhost", async (desk) => {
  const servers = [];
  const listen = (host, port, words) =>
    new Promise((resolve, reject) => {
      const server = createServer((_, response) => response.end(words));
      servers.push(server);
      server
        .once("error", reject)
        .listen({ host, port, ipv6Only: true }, () => resolve(server.address().port));
    });
  try {
    const port = await listen("127.0.0.1", 0, "ours");
    try {
      await listen("::1", port, "theirs");
    } catch (error) {
      // A computer without IPv6 has one family only.
      assert.equal(error.code, "EADDRNOTAVAIL");
      return;
    }
    const { driver, stop } = await browse(desk, `http://localhost:${port}/`);
    try {
      assert.equal(await driver.executeScript("return document.body.textContent"), "theirs");
    } finally {
      await stop();
    }
  } finally {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
});
