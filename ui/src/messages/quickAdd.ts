/** What the quick-add window says. */
import { messages } from "./generated/quickAdd";

export const quickAddText = messages;
