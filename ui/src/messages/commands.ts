/** What the commands are called, in the palette and on the sheet of shortcuts. */
import type { CommandId } from "../keys/commands";
import { messages } from "./generated/commands";

const also: Readonly<Partial<Record<CommandId, string>>> = messages.also;

export const commandText = Object.assign(messages, {
  /** Other words by which somebody may look for it. */
  alsoCalled: (id: CommandId) => also[id] ?? "",
});
