/** What the built-in chat panel says. */
import { messages } from "./generated/chat";

export const chatText = Object.assign(messages, {
  picture: (alt: string) => (alt === "" ? messages.unnamedPicture : messages.namedPicture(alt)),
  why: Object.assign(messages.why, {
    fatal: (detail: string) => (detail === "" ? messages.why.stopped : messages.why.stoppedBy(detail)),
  }),
});
