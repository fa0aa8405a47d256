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
  indentedMany: (count: number, above: string) => `${tasks(count)} are below “${above}” now.`,
  dragged: (count: number) => tasks(count),
  outdented: (title: string) => `“${title}” stands one level up now.`,
  copied: (count: number) => `Copied ${counted(count, "title", "titles")}.`,
  notCopied: "The titles could not be copied: the system refused its clipboard.",
  doneSoFar: (done: number, of: number) => `${number(done)} of ${tasks(of)} so far.`,
  tookBack: (count: number) => `Took back what was done to ${tasks(count)}.`,
  onlySome: (done: number, of: number) =>
    `${number(done)} of ${tasks(of)} were changed before it failed. The rest is as it was.`,

  // Several at once
  selected: (count: number) => `${number(count)} selected`,
  selectedTasks: "Selected tasks",
  bulkComplete: "Complete",
  bulkReschedule: "Reschedule",
  bulkMove: "Move",
  bulkTags: "Change the tags",
  bulkPriority: "Change the priority",
  bulkDelete: "Move to the trash",
  letGo: "Let the selection go",

  // Finding a row
  find: "Find by first letters",
  findNone: "None",

  // Subtasks
  progress: (done: number, of: number) => `${number(done)}/${number(of)}`,
  progressInFull: (done: number, of: number) =>
    `${number(done)} of ${counted(of, "subtask", "subtasks")} done`,
  foldTree: (title: string) => `Hide the subtasks of ${title}`,
  unfoldTree: (title: string) => `Show the subtasks of ${title}`,
  addBelow: "Add a task below",

  // What can't be done here
  orderIsGiven: (place: string) => `${place} is sorted by itself. Put tasks in order in their list.`,
  alreadyFirst: "It is the first already.",
  alreadyLast: "It is the last already.",
  nothingAbove: "There is no task above to put it below. Esc, then Tab leaves the list.",
  atTheTop: "It is no subtask. Esc, then Shift Tab leaves the list.",
  tabHint: "Tab and Shift Tab put a task below the one above, and back. Press Esc first to leave with Tab.",
} as const;

export const pickerText = {
  // The popover of a due date
  reschedule: "Reschedule",
  chooseDeadline: "Deadline",
  inWords: "In words: fri 9am, in 2 weeks",
  dayInWords: "In words: friday, in 2 weeks",
  understood: (what: string) => `Enter sets ${what}`,
  notUnderstood: "No day or time is understood yet.",
  notReached: "The words could not be read just now.",
  from: (rule: string, when: string) => `${rule}, from ${when}`,
  quick: "Quick choices",
  thisWeekend: "This weekend",
  nextWeekend: "Next weekend",
  nextWeek: "Next week",
  noDate: "No date",
  someday: "Someday",
  noDeadline: "No deadline",
  month: "Month",
  before: "The month before",
  after: "The month after",
  time: "Time",
  noTime: "No time",
  setTo: (when: string) => `Set ${when}`,
  whichOnes: "Which occurrences",
  onlyThis: "Only this one",
  following: "This and following",

  // Other pickers
  moveTo: "Move to a list",
  findList: "Find or name a list",
  newList: (name: string) => `New list “${name}”`,
  lists: "Lists",
  changeTags: "Tags",
  findTag: "Find or name a tag",
  newTag: (name: string) => `New tag @${name}`,
  onSome: "on some",
  choosePriority: "Priority",
  repeat: "Repeat",
  repeatInWords: "In words: every 2nd friday",
  noRepeat: "Does not repeat",
  noRule: "No repetition is understood yet.",
  next: (dates: string) => `Next on ${dates}`,
  then: (first: string, second: string) => `${first}, then ${second}`,
  remind: "Remind",
  remindInWords: "Another time: tomorrow 18:00",
  needsTime: "A reminder needs a time, such as 18:00.",
  atDue: "At the due time",
  minutesBefore: (minutes: number) => `${counted(minutes, "minute", "minutes")} before`,
  hoursBefore: (hours: number) => `${counted(hours, "hour", "hours")} before`,
  daysBefore: (days: number) => `${counted(days, "day", "days")} before`,
  needsDue: "Reminders before the due time need a due date.",
  duration: "How long it takes",
  durationInMinutes: "Minutes",
  noDuration: "No duration",
} as const;

export const menuText = {
  priority: "Priority",
  order: "Order",
  of: (title: string) => `What to do with ${title}`,
  ofMany: (count: number) => `What to do with ${counted(count, "task", "tasks")}`,
} as const;
