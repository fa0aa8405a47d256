/** What the list of tasks and its pickers say in English. */
import { counted, number } from "./count";

const tasks = (count: number) => counted(count, "task", "tasks");

export const listText = {
  // What was done to tasks
  completedMany: (count: number) => `Completed ${tasks(count)}.`,
  reopenedMany: (count: number) => `Opened ${tasks(count)} again.`,
  deletedMany: (count: number) => `Moved ${tasks(count)} to the trash.`,
  restoredMany: (count: number) => `Restored ${tasks(count)}.`,
  scheduled: (title: string, when: string) => `“${title}” is due ${when}.`,
  scheduledMany: (count: number, when: string) => `${tasks(count)} moved to ${when}.`,
  unscheduled: (title: string) => `“${title}” has no date now.`,
  unscheduledMany: (count: number) => `Took the date off ${tasks(count)}.`,
  setAside: (title: string) => `Set “${title}” aside for someday.`,
  setAsideMany: (count: number) => `Set ${tasks(count)} aside for someday.`,
  movedTo: (title: string, list: string) => `Moved “${title}” to ${list}.`,
  movedManyTo: (count: number, list: string) => `Moved ${tasks(count)} to ${list}.`,
  tagged: (title: string) => `Changed the tags of “${title}”.`,
  taggedMany: (count: number) => `Changed the tags of ${tasks(count)}.`,
  prioritised: (title: string, priority: string) => `“${title}” has ${priority} now.`,
  prioritisedMany: (count: number, priority: string) => `${tasks(count)} have ${priority} now.`,
  repeatsNow: (title: string, rule: string | null) =>
    rule === null ? `“${title}” repeats now.` : `“${title}” repeats ${rule} now.`,
  repeatsMany: (count: number) => `Changed how ${tasks(count)} repeat.`,
  repeatsNoMore: (title: string) => `“${title}” does not repeat any more.`,
  reminded: (title: string) => `Changed the reminders of “${title}”.`,
  remindedMany: (count: number) => `Changed the reminders of ${tasks(count)}.`,
  skipped: (title: string) => `Skipped one occurrence of “${title}”.`,
  skippedUntil: (title: string, next: string) => `Skipped “${title}”. It comes next on ${next}.`,
  reordered: (title: string) => `Moved “${title}”.`,
  reorderedMany: (count: number) => `Moved ${tasks(count)}.`,
  indented: (title: string, above: string) => `“${title}” is below “${above}” now.`,
  outdented: (title: string) => `“${title}” stands one level up now.`,
  copied: (count: number) => `Copied ${counted(count, "title", "titles")}.`,
  notCopied: "The titles could not be copied: the system refused its clipboard.",
  doneSoFar: (done: number, of: number) => `${number(done)} of ${tasks(of)} so far.`,
  tookBack: (count: number) => `Took back what was done to ${tasks(count)}.`,
  onlySome: (done: number, of: number) =>
    `${number(done)} of ${tasks(of)} were changed before it failed. The rest is as it was.`,

  // What can't be done here
  orderIsGiven: (place: string) => `${place} is sorted by itself. Put tasks in order in their list.`,
  alreadyFirst: "It is the first already.",
  alreadyLast: "It is the last already.",
  nothingAbove: "There is no task above to put it below. Esc, then Tab leaves the list.",
  atTheTop: "It is no subtask. Esc, then Shift Tab leaves the list.",
  tabHint: "Tab and Shift Tab put a task below the one above, and back. Press Esc first to leave with Tab.",
} as const;
