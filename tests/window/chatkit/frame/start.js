/** What a new thread begins with: a greeting, and prompts to begin by. */
import { button, make, part } from "./dom.js";

const GREETING = "What can I help with today?";

export function drawStart(shown, { greeting = GREETING, prompts = [] } = {}, send) {
  const box = part("start");
  box.hidden = !shown;
  const content = (prompt) => (typeof prompt === "string" ? [{ type: "input_text", text: prompt }] : prompt);
  box.replaceChildren(
    make("h2", "greeting", {}, greeting),
    ...prompts.map(({ label, prompt, icon }) =>
      button("prompt", label, () => send(content(prompt)), { data: { icon: icon ?? "" } }),
    ),
  );
}
