/** What the chat's own screens say: what ChatKit sends, settings, secrets, questions. */
import { messages } from "./generated/chatSetup";

export const setupText = Object.assign(messages, {
  endsIn: (four: string) => (four === "" ? messages.secretKept : messages.secretEndsIn(four)),
});
