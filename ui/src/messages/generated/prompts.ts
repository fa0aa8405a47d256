/** English, written from messages/en/prompts.json by `npm run messages`. */
import { area } from "../area";

export const messages = area("prompts", {
  moveOverdue: "Move what is overdue to today",
  dueToday: "What’s due today?",
  comingUp: "What is coming up?",
  showInbox: "Show me the inbox",
  showAll: "Show me my tasks",
  addOne: "Add a task to buy groceries tomorrow",
  yesterday: "What did I do yesterday?",
});
