/** English, written from messages/en/list.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("list", {
  completedMany: (count: number) =>
    `Completed ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  reopenedMany: (count: number) =>
    `Opened ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })} again.`,
  deletedMany: (count: number) =>
    `Moved ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })} to the trash.`,
  restoredMany: (count: number) =>
    `Restored ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  scheduled: (title: string, when: string) => `“${title}” is due ${when}.`,
  scheduledMany: (count: number, when: string) =>
    `${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })} moved to ${when}.`,
  unscheduled: (title: string) => `“${title}” has no date now.`,
  unscheduledMany: (count: number) =>
    `Took the date off ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  setAside: (title: string) => `Set “${title}” aside for someday.`,
  setAsideMany: (count: number) =>
    `Set ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })} aside for someday.`,
  movedTo: (title: string, list: string) => `Moved “${title}” to ${list}.`,
  movedManyTo: (count: number, list: string) =>
    `Moved ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })} to ${list}.`,
  tagged: (title: string) => `Changed the tags of “${title}”.`,
  taggedMany: (count: number) =>
    `Changed the tags of ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  prioritised: (title: string, priority: string) => `“${title}” has ${priority} now.`,
  prioritisedMany: (count: number, priority: string) =>
    plural(count, {
      one: `${number(count)} task has ${priority} now.`,
      other: `${number(count)} tasks have ${priority} now.`,
    }),
  repeatsSomehow: (title: string) => `“${title}” repeats now.`,
  repeatsBy: (title: string, rule: string) => `“${title}” repeats ${rule} now.`,
  repeatsMany: (count: number) =>
    plural(count, {
      one: `Changed how ${number(count)} task repeats.`,
      other: `Changed how ${number(count)} tasks repeat.`,
    }),
  repeatsNoMore: (title: string) => `“${title}” does not repeat any more.`,
  reminded: (title: string) => `Changed the reminders of “${title}”.`,
  remindedMany: (count: number) =>
    `Changed the reminders of ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  skipped: (title: string) => `Skipped one occurrence of “${title}”.`,
  skippedUntil: (title: string, next: string) => `Skipped “${title}”. It comes next on ${next}.`,
  reordered: (title: string) => `Moved “${title}”.`,
  reorderedMany: (count: number) =>
    `Moved ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  indented: (title: string, above: string) => `“${title}” is below “${above}” now.`,
  indentedMany: (count: number, above: string) =>
    plural(count, {
      one: `${number(count)} task is below “${above}” now.`,
      other: `${number(count)} tasks are below “${above}” now.`,
    }),
  dragged: (count: number) =>
    plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` }),
  outdented: (title: string) => `“${title}” stands one level up now.`,
  copied: (count: number) =>
    `Copied ${plural(count, { one: `${number(count)} title`, other: `${number(count)} titles` })}.`,
  notCopied: "The titles could not be copied: the system refused its clipboard.",
  doneSoFar: (done: number, of: number) =>
    `${number(done)} of ${plural(of, { one: `${number(of)} task`, other: `${number(of)} tasks` })} so far.`,
  tookBack: (count: number) =>
    `Took back what was done to ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  onlySome: (done: number, of: number) =>
    `${number(done)} of ${plural(of, { one: `${number(of)} task`, other: `${number(of)} tasks` })} were changed before it failed. The rest is as it was.`,
  selected: (count: number) => `${number(count)} selected`,
  selectedTasks: "Selected tasks",
  bulkComplete: "Complete",
  bulkReschedule: "Reschedule",
  bulkMove: "Move",
  bulkTags: "Change the tags",
  bulkPriority: "Change the priority",
  bulkDelete: "Move to the trash",
  letGo: "Let the selection go",
  find: "Find by first letters",
  findNone: "None",
  progress: (done: number, of: number) => `${number(done)}/${number(of)}`,
  progressInFull: (done: number, of: number) =>
    `${number(done)} of ${plural(of, { one: `${number(of)} subtask`, other: `${number(of)} subtasks` })} done`,
  foldTree: (title: string) => `Hide the subtasks of ${title}`,
  unfoldTree: (title: string) => `Show the subtasks of ${title}`,
  orderIsGiven: (place: string) => `${place} is sorted by itself. Put tasks in order in their list.`,
  alreadyFirst: "It is the first already.",
  alreadyLast: "It is the last already.",
  nothingAbove: "There is no task above to put it below. Esc, then Tab leaves the list.",
  atTheTop: "It is no subtask. Esc, then Shift Tab leaves the list.",
  tabHint: "Tab and Shift Tab put a task below the one above, and back. Press Esc first to leave with Tab.",
});
