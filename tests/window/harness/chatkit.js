/** The stand-in for ChatKit as a person sees it: what is in its frame, by test id. */
import { By } from "selenium-webdriver";
import { until } from "./processes.js";

export class ChatKit {
  /** `outer` is the frame of the window that the element is in, by a selector, where there is one. */
  constructor(driver, outer = null) {
    this.driver = driver;
    this.outer = outer;
  }

  /** Runs something in the page that the element is in. */
  async aroundFrame(body) {
    await this.driver.switchTo().defaultContent();
    try {
      if (this.outer) await this.#enter(`document.querySelector(${JSON.stringify(this.outer)})`);
      return await body();
    } finally {
      await this.driver.switchTo().defaultContent();
    }
  }

  /** Runs something in the frame that draws the conversation. */
  inFrame(body) {
    return this.aroundFrame(async () => {
      await this.#enter(`document.querySelector("openai-chatkit")?.shadowRoot.querySelector("iframe")`);
      return body();
    });
  }

  async #enter(expression) {
    const frame = await this.driver.executeScript(`return ${expression}`);
    if (!frame) throw new Error(`there is no ${expression}`);
    await this.driver.switchTo().frame(frame);
  }

  /** The words of all that has this test id, in order; what is hidden is left out. */
  words(id) {
    return this.read(
      `return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility())
         .map((e) => e.innerText.trim())`,
      `[data-testid="${id}"]`,
    );
  }

  /** Runs a script in the frame. */
  read(script, ...args) {
    return this.inFrame(() => this.driver.executeScript(script, ...args));
  }

  /** Whether something with this test id can be seen. */
  async shows(id) {
    return (await this.words(id)).length > 0;
  }

  /** Waits until something with this test id has words that fit. */
  says(id, pattern, seconds) {
    return until(
      `${id} with ${pattern}`,
      async () => {
        const words = await this.words(id);
        return words.some((each) =>
          typeof pattern === "string" ? each.includes(pattern) : pattern.test(each),
        );
      },
      seconds,
    );
  }

  /** Clicks what has this test id, the first whose words fit. Waits for it. */
  async click(id, pattern = "") {
    await until(`a click on ${id} ${pattern}`, () =>
      this.inFrame(async () => {
        for (const element of await this.driver.findElements(By.css(`[data-testid="${id}"]`))) {
          const words = await element.getText();
          const fits = typeof pattern === "string" ? words.includes(pattern) : pattern.test(words);
          if (!fits || !(await element.isDisplayed())) continue;
          await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
          await element.click();
          return true;
        }
        return false;
      }),
    );
  }

  /** Where the middle of what has this test id is in the window. */
  async place(id) {
    const middle = `const { x, y, width, height } = arguments[0].getBoundingClientRect(); return [x, y, width, height]`;
    const corner = async (expression) => {
      const element = await this.driver.executeScript(`return ${expression}`);
      return (await this.driver.executeScript(middle, element)).slice(0, 2);
    };
    await this.driver.switchTo().defaultContent();
    const outer = this.outer ? await corner(`document.querySelector(${JSON.stringify(this.outer)})`) : [0, 0];
    const inner = await this.aroundFrame(() =>
      corner(`document.querySelector("openai-chatkit").shadowRoot.querySelector("iframe")`),
    );
    const [x, y, width, height] = await this.inFrame(async () =>
      this.driver.executeScript(middle, await this.driver.findElement(By.css(`[data-testid="${id}"]`))),
    );
    return [outer[0] + inner[0] + x + width / 2, outer[1] + inner[1] + y + height / 2].map(Math.round);
  }

  /** Types into what has this test id, key by key. */
  async type(id, ...keys) {
    await this.inFrame(async () => {
      const element = await this.driver.findElement(By.css(`[data-testid="${id}"]`));
      await element.click();
      // One by one: only the end of a call lets go of Ctrl.
      for (const key of keys) await element.sendKeys(key);
    });
  }

  /** Writes a message and sends it. */
  async send(words) {
    await until("a composer that takes words", () => this.shows("composer"));
    await this.type("composer", words);
    await this.click("send");
  }

  /** Waits until nothing is under way. */
  async idle() {
    await until("an idle chat", () =>
      this.read(`return document.querySelector('[data-testid="messages"]').ariaBusy === "false"`),
    );
  }

  /** Sends a message and waits for an answer that fits. */
  async say(words, pattern) {
    await this.send(words);
    await this.says("message-user", words);
    await this.says("message-assistant", pattern);
    await this.idle();
  }
}
