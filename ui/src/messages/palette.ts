/** What the command palette says in English. */
import { counted } from "./count";

export const paletteText = {
  name: "Search or run",
  placeholder: "Search tasks, go to a place, run a command",
  listPlaceholder: "Go to a list",
  results: "What was found",
  recent: "Recent",
  go: "Go to",
  commands: "Commands",
  tasks: "Tasks",
  ask: (words: string) => `Ask the assistant: “${words}”`,
  askHint: "Ask the assistant",
  found: (count: number) => counted(count, "result", "results"),
  nothing: "Nothing is called that",
  nothingHint: "Fewer letters find more.",
  noLists: "There are no lists yet",
  inbox: "Inbox",
  completed: "Completed",
  archived: "Archived",
} as const;
