/** A desk with the stand-in for ChatKit on it, and the app as it meets it. */
import { Cdn } from "../chatkit/server.js";
import { ChatKit } from "./chatkit.js";
import { onDesk } from "./index.js";
import { until } from "./processes.js";

/** Where the chat page is in the window. */
export const FRAME = "iframe.chat-frame";

/** A test at a desk of its own, with a stand-in of its own. `secrets` says what a client secret is worth. */
export function onChat(name, body, { secrets } = {}) {
  onDesk(name, async (desk, t) => {
    delete desk.env.ROLLBACK_CHAT;
    const cdn = await Cdn.start({ secrets: (secret) => secrets?.(secret) ?? "unknown" });
    desk.env.CALM_ORBIT_CHATKIT_SCRIPT = cdn.script;
    try {
      await body(new ChatDesk(desk, cdn), t);
    } finally {
      await cdn.close();
    }
  });
}

export class ChatDesk {
  constructor(desk, cdn) {
    this.desk = desk;
    this.cdn = cdn;
  }

  /** Starts the app; `pace` is the pause before each piece of an answer, in milliseconds. */
  async start({ pace = 0, env = {} } = {}) {
    this.session = await this.desk.start({ env: { CALM_ORBIT_CHAT_PACE_MS: String(pace), ...env } });
    this.chat = new ChatKit(this.session.driver, FRAME);
    return this;
  }

  /** Starts the app for the first time, and lets ChatKit be loaded. */
  async open(options) {
    await this.start(options);
    await this.press("Use ChatKit");
    await this.ready();
    return this;
  }

  /** Waits until ChatKit can be used. */
  async ready() {
    await until("ChatKit to be ready", () => this.chat.shows("composer"));
  }

  /** Presses a button of the window. */
  async press(name) {
    await this.session.click(await this.session.find("button", name));
  }

  /** Waits until the window has words that fit. */
  says(pattern, seconds) {
    return until(
      `the window to say ${pattern}`,
      async () => {
        const words = await this.session.words();
        return typeof pattern === "string" ? words.includes(pattern) : pattern.test(words);
      },
      seconds,
    );
  }

  /** What was said, in the built-in panel. */
  async log() {
    return (await this.session.find("log", "Conversation")).getText();
  }

  /** Waits until the built-in panel shows all these words. */
  async panelSays(...words) {
    await until(`the built-in panel to show ${words.join(", ")}`, async () => {
      const log = await this.session.look("log", "Conversation");
      const said = log && (await log.getText());
      return said && words.every((each) => said.includes(each));
    });
  }

  /** Says something in the built-in panel. */
  async say(words) {
    await this.session.type(await this.session.find("textbox", "Ask me to manage your tasks…"), words);
    await this.press("Send");
  }
}
