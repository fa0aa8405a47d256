/** Things to try in the chat. Each prompt is a sentence that the offline interpreter understands. */

export const promptText = {
  moveOverdue: {
    label: "Move what is overdue to today",
    prompt: "Move what is overdue to today",
    icon: "reload",
  },
  dueToday: { label: "What’s due today?", prompt: "What’s due today?", icon: "calendar" },
  comingUp: { label: "What is coming up?", prompt: "What is coming up?", icon: "calendar" },
  showInbox: { label: "Show me the inbox", prompt: "Show me the inbox", icon: "notebook" },
  showAll: { label: "Show me my tasks", prompt: "Show me my tasks", icon: "check-circle" },
  addOne: {
    label: "Add a task to buy groceries tomorrow",
    prompt: "Add a task to buy groceries tomorrow",
    icon: "plus",
  },
  yesterday: { label: "What did I do yesterday?", prompt: "What did I do yesterday?", icon: "clock" },
} as const;
