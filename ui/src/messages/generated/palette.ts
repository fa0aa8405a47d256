/** English, written from messages/en/palette.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("palette", {
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
  found: (count: number) =>
    plural(count, { one: `${number(count)} result`, other: `${number(count)} results` }),
  nothing: "Nothing is called that",
  nothingHint: "Fewer letters find more.",
  noLists: "There are no lists yet",
  inbox: "Inbox",
  completed: "Completed",
  archived: "Archived",
});
