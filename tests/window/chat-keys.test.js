/** Keys pressed inside the chat, and links that it asks to open. */
import assert from "node:assert/strict";
import { onChat } from "./harness/chat.js";
import { Key, until } from "./harness/index.js";

/** Presses keys as a person does, in whatever has the focus. */
async function press(c, ...keys) {
  const [window] = await c.desk.visibleWindows();
  await c.desk.tool("xdotool", "windowactivate", "--sync", window);
  await c.desk.tool("xdotool", "key", "--clearmodifiers", ...keys);
}

/** Clicks where a person would; the driver's click doesn't take the keyboard from the window. */
async function clickComposer(c) {
  const [window] = await c.desk.visibleWindows();
  const [x, y] = await c.chat.place("composer");
  await c.desk.tool("xdotool", "mousemove", "--window", window, x, y, "click", "1");
  await until("the composer to have the focus", () =>
    c.chat.read(`return document.hasFocus() && document.activeElement.matches("[data-testid=composer]")`),
  );
}

onChat("shortcuts of the window work inside the chat page and inside the vendor's frame", async (c) => {
  await c.open();
  const places = {
    page: () =>
      c.chat.aroundFrame(() =>
        c.session.driver.executeScript(`document.body.tabIndex = -1; window.focus(); document.body.focus();`),
      ),
    frame: () => clickComposer(c),
  };
  for (const [place, enter] of Object.entries(places)) {
    await enter();
    await press(c, "ctrl+k");
    // Not to the chat: letters go to the palette.
    await c.desk.tool("xdotool", "type", place);
    await until(`the words typed from the ${place} in the palette`, () =>
      c.session.driver.executeScript(
        `return document.querySelector(".palette input")?.value === arguments[0]`,
        place,
      ),
    );
    await press(c, "Escape");
    await until("the palette to be left", () =>
      c.session.driver.executeScript(`return document.querySelector(".palette") === null`),
    );
  }
  // Ctrl+J closes the chat, from within it.
  await clickComposer(c);
  await press(c, "ctrl+j");
  await until("the chat to be closed", async () => {
    const shown = await c.session.driver.executeScript(
      `return document.querySelector("iframe.chat-frame")?.checkVisibility() ?? false`,
    );
    return !shown;
  });
});

onChat("what is typed in the chat goes to the chat", async (c) => {
  await c.open();
  await c.press(/^All tasks/);
  await c.chat.type("composer", "n ? /");
  assert.equal(await c.chat.read(`return document.querySelector('[data-testid=composer]').value`), "n ? /");
  // Copy and paste stay within the field.
  await press(c, "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+v");
  await until("the words twice", async () => {
    const value = await c.chat.read(`return document.querySelector('[data-testid=composer]').value`);
    return value === "n ? /n ? /";
  });
});

onChat("a link in the chat is asked about, and opens nothing here", async (c) => {
  await c.desk.shell("add", "Read https://example.com/paper");
  await c.open();
  await c.chat.send("Show me my tasks");
  await c.chat.says("message-assistant", /example\.com/);
  await c.chat.idle();
  const before = (await c.session.driver.getAllWindowHandles()).length;
  await c.chat.click("link", /example\.com/);
  const dialog = await c.session.find("alertdialog", "A link from the chat");
  assert.match(await dialog.getText(), /This opens example\.com in your browser/);
  await c.desk.picture("chat-link");
  await c.press("Stay here");
  await c.session.gone("alertdialog", "A link from the chat");
  assert.equal((await c.session.driver.getAllWindowHandles()).length, before);
  await c.chat.type("composer", Key.ESCAPE);
});
