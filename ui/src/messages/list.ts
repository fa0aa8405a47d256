/** What the list of tasks says. */
import { messages } from "./generated/list";

export const listText = Object.assign(messages, {
  repeatsNow: (title: string, rule: string | null) =>
    rule === null ? messages.repeatsSomehow(title) : messages.repeatsBy(title, rule),
});
