/** The app in its real window, driven from outside: tauri-driver, and WebKit's driver behind it. */
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { Service, freePort, until } from "./processes.js";

/** Which elements have a role; the names are those of WAI-ARIA. */
const selectors = {
  alertdialog: "[role=alertdialog]",
  button: "button:not([role]), [role=button]",
  checkbox: "[role=checkbox], input[type=checkbox]",
  dialog: "dialog, [role=dialog]",
  grid: "[role=grid], [role=treegrid]",
  heading: "h1, h2, h3, [role=heading]",
  link: "a[href], [role=link]",
  log: "[role=log]",
  radio: "input[type=radio], [role=radio]",
  row: "[role=row]",
  textbox: "textarea, input:not([type]), input[type=text], input[type=password], [role=textbox]",
};

export class Session {
  static async start({ app, args, env, shown, end }) {
    const session = new Session();
    session.end = end;
    const [port, native] = [await freePort(), await freePort()];
    session.service = new Service("tauri-driver", ["--port", String(port), "--native-port", String(native)], {
      env,
    });
    const capabilities = new Capabilities();
    capabilities.set("tauri:options", { application: app, args });
    capabilities.setBrowserName("wry");
    try {
      await until("tauri-driver to listen", async () => {
        const status = await fetch(`http://127.0.0.1:${port}/status`);
        return status.ok;
      });
      session.driver = await new Builder()
        .usingServer(`http://127.0.0.1:${port}/`)
        .withCapabilities(capabilities)
        .build();
      await until("the window to be shown", shown);
    } catch (error) {
      await session.stop();
      throw new Error(`the app did not start. ${session.service.said}`, { cause: error });
    }
    return session;
  }

  /** The element with this role and accessible name (a text, or a pattern). Waits for it. */
  find(role, name, { within, seconds } = {}) {
    return until(`a ${role} named ${name}`, () => this.look(role, name, within), seconds);
  }

  /** The same without waiting; null where there is none. */
  async look(role, name, within) {
    const root = within ?? this.driver;
    for (const element of await root.findElements(By.css(selectors[role]))) {
      const found = await this.nameOf(element);
      if (typeof name === "string" ? found === name : name.test(found)) return element;
    }
    return null;
  }

  /** What an element is called: its label, else its words. */
  nameOf(element) {
    return this.driver.executeScript(
      `const [element] = arguments;
       const by = element.getAttribute("aria-labelledby");
       const text = element.getAttribute("aria-label")
         ?? (by && by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" "))
         ?? element.labels?.[0]?.textContent ?? element.textContent;
       return text.replace(/\\s+/g, " ").trim();`,
      element,
    );
  }

  /** Waits until no element has this role and name. */
  async gone(role, name) {
    await until(`no ${role} named ${name}`, async () => (await this.look(role, name)) === null);
  }

  /** Clicks. WebKit's driver loses the click on what it has to scroll to, so it is scrolled to before. */
  async click(element) {
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
    await element.click();
  }

  /** Types into a field, key by key. */
  async type(element, ...keys) {
    await this.click(element);
    // One by one: only the end of a call lets go of Ctrl.
    for (const key of keys) await element.sendKeys(key);
  }

  /** Puts a long text into a field at once, as pasting does. */
  paste(element, text) {
    return this.driver.executeScript(
      `const [element, text] = arguments;
       element.focus();
       document.execCommand("insertText", false, text);`,
      element,
      text,
    );
  }

  /** The words in the window. */
  words() {
    return this.driver.executeScript("return document.body.innerText");
  }

  /** Waits until the page has drawn what it has changed. */
  async frames() {
    await this.driver?.executeAsyncScript(
      "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));",
    );
  }

  /** Calls a command as the page does; gives { value } or { error }. */
  invoke(name, args = {}) {
    return this.driver.executeAsyncScript(
      `const [name, args, done] = arguments;
       window.__TAURI_INTERNALS__.invoke(name, args).then(
         (value) => done({ value }),
         (error) => done({ error }),
       );`,
      name,
      args,
    );
  }

  /** Quits the app and the driver. */
  async stop() {
    if (this.driver) await this.driver.quit().catch(() => {});
    this.driver = undefined;
    await this.service.stop();
    // The driver ends the page, and the app not always; another start would only bring that to the front.
    await this.end();
  }
}

export { By, Key };
