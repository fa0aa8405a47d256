/** The real window with a hostile script in its chat page. */
import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { ChatKit } from "../harness/chatkit.js";
import { FRAME } from "../harness/chat.js";
import { onDesk, until } from "../harness/index.js";
import { Hostile } from "./server.js";

/** A test at a desk of its own, with a vendor that has turned. */
export function onHostile(name, body) {
  onDesk(name, async (desk, t) => {
    delete desk.env.ROLLBACK_CHAT;
    const far = await Hostile.start();
    desk.env.CALM_ORBIT_CHATKIT_SCRIPT = far.script;
    try {
      await body(new HostileWindow(desk, far), t);
    } finally {
      await far.close();
    }
  });
}

class HostileWindow {
  constructor(desk, far) {
    this.desk = desk;
    this.far = far;
  }

  async start() {
    await this.desk.shell("add", "Keep me");
    this.session = await this.desk.start();
    this.page = new ChatKit(this.session.driver, FRAME);
  }

  /** Lets ChatKit be loaded, which is the hostile script. */
  async begin() {
    await this.session.click(await this.session.find("button", "Use ChatKit"));
    await until("the script to begin", () => this.inPage("return window.begun === true"));
  }

  pageAddress() {
    return this.session.driver.executeScript(`return document.querySelector(arguments[0]).src`, FRAME);
  }

  /** Runs a script in the chat page. */
  inPage(script, ...args) {
    return this.page.aroundFrame(() => this.session.driver.executeScript(script, ...args));
  }

  /** Clicks as a person does, in the chat page or in a frame within it. */
  click(...path) {
    return this.page.aroundFrame(async () => {
      for (const frame of path.slice(0, -1)) {
        await this.session.driver.switchTo().frame(await this.session.driver.findElement(By.css(frame)));
      }
      await (await this.session.driver.findElement(By.css(path.at(-1)))).click();
    });
  }

  /** Nothing has got out, and the window is the app's and works. */
  async unharmed() {
    const { driver } = this.session;
    assert.deepEqual(this.far.got, [], "what has reached the vendor");
    assert.deepEqual(this.far.reached, [], "what has reached a neighbour");
    assert.match(await driver.getCurrentUrl(), /^tauri:\/\/localhost/);
    // The app's own: this one, and that of quick add, which waits out of sight.
    const windows = await driver.getAllWindowHandles();
    assert.ok(windows.length <= 2, `${windows.length} windows`);
    const here = await driver.getWindowHandle();
    for (const each of windows.filter((each) => each !== here)) {
      await driver.switchTo().window(each);
      assert.equal(await driver.getCurrentUrl(), "tauri://localhost/quick-add.html");
    }
    await driver.switchTo().window(here);
    const { value } = await this.session.invoke("status");
    assert.equal(value.state, "ready");
    const { stdout } = await this.desk.shell("list", "--json");
    assert.ok(stdout.includes("Keep me") && !stdout.includes("Stolen"), stdout);
    assert.doesNotMatch(this.session.service.said, /INVOKE_KEY|guess/);
  }
}
