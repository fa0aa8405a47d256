/** What the page can't do: reach another place, or call what its window is not granted. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { onDesk, until } from "./harness/index.js";

const commands = await readFile(new URL("../../ui/src/ipc/bindings/commands.ts", import.meta.url), "utf8");
const main = JSON.parse(commands.match(/"main": (\[.*\])/)[1]);
const quickAdd = JSON.parse(commands.match(/"quick-add": (\[.*\])/)[1]);

onDesk("a window that is granted nothing gets nothing", async (desk) => {
  const session = await desk.start({ args: ["--as-window", "stranger"] });
  assert.ok(main.length > 10);
  for (const name of main) {
    const { value, error } = await session.invoke(name);
    assert.equal(value, undefined, name);
    assert.match(String(error), /not allowed/, name);
  }
});

onDesk("the quick-add window gets its own few commands and no other", async (desk) => {
  const session = await desk.start({ args: ["--as-window", "quick-add"] });
  const others = main.filter((name) => !quickAdd.includes(name));
  assert.ok(quickAdd.length < 8 && others.includes("undo") && others.includes("view"));
  for (const name of [...others, "plugin:window|close", "plugin:event|listen"]) {
    const { value, error } = await session.invoke(name);
    assert.equal(value, undefined, name);
    assert.match(String(error), /not allowed/, name);
  }
  for (const name of quickAdd) {
    const { error } = await session.invoke(name);
    assert.doesNotMatch(JSON.stringify(error ?? null), /not allowed/, name);
  }
});

onDesk("the main window gets nothing of Tauri's own", async (desk) => {
  const session = await desk.start();
  for (const name of [
    "plugin:event|listen",
    "plugin:window|close",
    "plugin:webview|create_webview_window",
    "plugin:app|version",
    "plugin:path|resolve_directory",
  ]) {
    const { value, error } = await session.invoke(name, {});
    assert.equal(value, undefined, name);
    assert.match(String(error), /not allowed/, name);
  }
});

onDesk("the page stays where it is, alone, and reaches no network", async (desk) => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end("<title>Foreign</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const session = await desk.start();
    const place = `http://127.0.0.1:${server.address().port}`;
    const blocked = await session.driver.executeAsyncScript(
      `const [place, done] = arguments;
       const blocked = [];
       addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
       fetch(place + "/fetch").catch(() => {});
       new Image().src = place + "/image";
       const frame = document.createElement("iframe");
       frame.src = place + "/frame";
       document.body.append(frame);
       const script = document.createElement("script");
       script.textContent = "window.ran = true";
       document.body.append(script);
       const form = document.createElement("form");
       form.action = place + "/form";
       document.body.append(form);
       form.submit();
       setTimeout(() => done(blocked), 500);`,
      place,
    );
    for (const directive of ["connect-src", "img-src", "frame-src", "script-src-elem", "form-action"]) {
      assert.ok(blocked.includes(directive), `${directive} among ${blocked}`);
    }
    assert.equal(await session.driver.executeScript("return window.ran"), null);

    const before = await session.driver.getCurrentUrl();
    await desk.logged("the quick-add window listens");
    const windows = (await session.driver.getAllWindowHandles()).length;
    await session.driver.executeScript(`location.href = arguments[0] + "/navigation"`, place);
    await desk.logged("navigation refused");
    const opened = await session.driver.executeScript(
      `return window.open(arguments[0] + "/window") === null`,
      place,
    );
    assert.ok(opened, "no window opens");
    assert.equal(await session.driver.getCurrentUrl(), before);
    assert.equal((await session.driver.getAllWindowHandles()).length, windows);
    assert.deepEqual(asked, []);
  } finally {
    server.close();
  }
});

onDesk("the key to the commands is written nowhere", async (desk) => {
  const session = await desk.start();
  await session.driver.executeScript(
    `window.webkit.messageHandlers.ipc.postMessage(JSON.stringify({
       cmd: "status", callback: 1, error: 2, payload: {}, options: {},
       __TAURI_INVOKE_KEY__: "guess",
     }));`,
  );
  // Answered after it, so that the guess has been refused by now.
  const { value } = await session.invoke("status");
  assert.equal(value.state, "ready");
  await until("the app to have started", () => session.service.said !== undefined);
  const log = await readFile(desk.log, "utf8");
  for (const said of [log, session.service.said]) assert.doesNotMatch(said, /INVOKE_KEY|guess/);
});
