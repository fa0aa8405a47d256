/** English, written from messages/en/side.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("side", {
  addList: "Add a list",
  listName: "Name of the list",
  rename: "Rename",
  renaming: (name: string) => `New name of ${name}`,
  colour: "Colour",
  ownColour: "Chosen by the app",
  archive: "Archive",
  unarchive: "Bring back from the archive",
  archived: "Archived lists",
  moveUp: "Move up",
  moveDown: "Move down",
  toTrash: "Move to the trash",
  more: (name: string) => `More about ${name}`,
  listDeleted: (name: string) => `Moved the list “${name}” and its tasks to the trash.`,
  listArchived: (name: string) => `Archived “${name}”. Its tasks are out of sight.`,
  listUnarchived: (name: string) => `“${name}” is back among the lists.`,
  renamed: (name: string) => `It is called “${name}” now.`,
  coloured: (name: string) => `“${name}” has another colour.`,
  placed: (name: string, place: number, of: number) =>
    `${name} is at place ${number(place)} of ${number(of)}`,
  moved: (name: string) => `Moved the list “${name}”.`,
  addFilter: "Add a filter",
  editFilter: "Edit the filter",
  edit: "Edit",
  filterName: "Name",
  filterQuery: "Shows tasks that are",
  fits: (count: number) =>
    plural(count, {
      "=0": "No task fits now.",
      one: `${number(count)} task fits now.`,
      other: `${number(count)} tasks fit now.`,
    }),
  fitsOrMore: (count: number) =>
    plural(count, {
      one: `${number(count)} task fits now, or more.`,
      other: `${number(count)} tasks fit now, or more.`,
    }),
  filterDeleted: (name: string) => `Moved the filter “${name}” to the trash.`,
  filterSaved: (name: string) => `Saved the filter “${name}”.`,
  nameNeeded: "A filter needs a name.",
  queryNeeded: "Say what it shows.",
  save: "Save",
  language: "What can be written",
  languageHint: "Press one to add it.",
  means: {
    today: "due on that day; also tomorrow, friday, 22 nov",
    overdue: "due before today",
    nextDays: "due on one of so many days",
    before: "due before that day; also after",
    noDate: "without a due date; also no start, no deadline, no time",
    someday: "set aside; also recurring",
    tag: "with this tag; also no tags",
    list: "in this list; also #inbox",
    priority: "of this priority; also no priority",
    search: "with this word in title, notes or tags",
    deadline: "the same of the deadline; also start, created, completed",
    has: "with notes; also has: reminder, subtask",
    by: "made by them; also me, or the name of a client",
    done: "completed; also all, trash",
  },
  operators: "& is both, | is either, ! is not; brackets group.",
  state: "State of the app",
  onThisComputer: "On this computer",
  hereTitle: "Your tasks are on this computer",
  here: "Every change is saved at once, with or without a network. Nothing leaves unless you ask for it.",
  pausedUntil: (when: string) => `Reminders paused until ${when}`,
  paused: "They come then, as one summary where there are several.",
  resume: "Resume reminders",
  diskFull: "The disk is full",
  diskFullMore:
    "The last change was not saved. What was saved before is safe. Make room on the disk, then try again.",
  readOnly: "Changes can’t be saved",
  readOnlyMore:
    "The data folder can’t be written to. What was saved before is safe. See to its permissions, then try again.",
});
