/** What is said of updates, and of starts that fail. */
import { messages } from "./generated/updates";

export const updatesText = messages;
