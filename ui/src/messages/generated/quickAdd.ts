/** English, written from messages/en/quickAdd.json by `npm run messages`. */
import { area } from "../area";

export const messages = area("quickAdd", {
  title: "Quick add",
  label: "Task",
  placeholder: "What is to be done?",
  inbox: "Inbox",
  parts: "What was understood",
  deleteKeeps: (words: string) => `Delete keeps “${words}” as words in the title.`,
  fromLink: "From a link. It is added only if you say so.",
  added: (title: string) => `Added “${title}”.`,
  lists: "Lists",
  tags: "Tags",
  pickDay: "Day",
  newList: (name: string) => `New list “${name}”`,
  newTag: (name: string) => `New tag “${name}”`,
  hints: {
    save: "Save",
    saveMore: "Save, add another",
    reach: "Reach the parts",
    keep: "Close, keep draft",
    close: "Close",
    clear: "Clear the draft",
    choose: "Choose",
    take: "Take it",
    day: "Pick a day",
    back: "Back to the line",
    asWords: (words: string) => `Keep “${words}” as words`,
    add: "Add it",
    leave: "Leave it",
  },
  failed: "Nothing can be added now. What you type stays here.",
});
