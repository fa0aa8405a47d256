/**
 * Things to try in the chat. What a button says is a message; the prompt that it sends is a sentence that the
 * offline interpreter understands, in English whatever the locale.
 */
import { messages } from "./generated/prompts";

type Name = keyof typeof messages;

const prompt = <Icon extends string>(name: Name, icon: Icon, sent: string) => ({
  get label() {
    return messages[name];
  },
  prompt: sent,
  icon,
});

export const promptText = {
  moveOverdue: prompt("moveOverdue", "reload", "Move what is overdue to today"),
  dueToday: prompt("dueToday", "calendar", "What’s due today?"),
  comingUp: prompt("comingUp", "calendar", "What is coming up?"),
  showInbox: prompt("showInbox", "notebook", "Show me the inbox"),
  showAll: prompt("showAll", "check-circle", "Show me my tasks"),
  addOne: prompt("addOne", "plus", "Add a task to buy groceries tomorrow"),
  yesterday: prompt("yesterday", "clock", "What did I do yesterday?"),
} as const;
