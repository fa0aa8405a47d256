/**
 * What the window says in English; what only the chat says is in `chat.ts`. Plurals through
 * Intl.PluralRules, so that other languages can follow.
 */
import { counted, isOne, number } from "./count";

/** "20 min", "1 h 30 min", or "1 hour 30 minutes" in full. */
function lasting(minutes: number, full: boolean): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts: string[] = [];
  if (hours > 0) parts.push(full ? counted(hours, "hour", "hours") : `${number(hours)} h`);
  if (rest > 0 || hours === 0) parts.push(full ? counted(rest, "minute", "minutes") : `${number(rest)} min`);
  return parts.join(" ");
}

export const text = {
  appName: "Calm Orbit",
  unexpected: (detail: string) =>
    detail === ""
      ? "Something went wrong inside the app. Nothing was changed."
      : `Something went wrong inside the app: ${detail}`,
  tryAgain: "Try again",
  dismiss: "Dismiss",
  cancel: "Cancel",
  number: (count: number) => number(count),

  // Days
  today: "Today",
  tomorrow: "Tomorrow",
  yesterday: "Yesterday",
  weekdayAndDay: (weekday: string, day: string) => `${weekday} ${day}`,
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,

  // Side list
  side: "Lists and views",
  search: "Search",
  inbox: "Inbox",
  upcoming: "Upcoming",
  someday: "Someday",
  allTasks: "All tasks",
  lists: "Lists",
  filters: "Filters",
  tags: "Tags",
  tag: (name: string) => `@${name}`,
  completed: "Completed",
  trash: "Trash",
  onThisComputer: "On this computer",
  showSide: "Show the side list",
  closeSide: "Close the side list",
  placeWithCount: (name: string, count: number) => `${name}, ${counted(count, "task", "tasks")}`,

  // Head of the list
  toDo: (count: number) => `${number(count)} to do`,
  done: (count: number) => `${number(count)} done`,
  tasks: (count: number) => counted(count, "task", "tasks"),
  results: (count: number, limit: number) =>
    count >= limit ? `The first ${counted(count, "task", "tasks")}` : counted(count, "task", "tasks"),
  joined: (parts: string[]) => parts.join(", "),
  chatToggle: (keys: string) => `Chat, ${keys}`,

  // The list
  tasksIn: (place: string) => `Tasks in ${place}`,
  overdue: "Overdue",
  earlier: "Earlier",
  doneToday: "Done today",
  complete: (title: string) => `Complete: ${title}`,
  restore: (title: string) => `Restore: ${title}`,
  restoreButton: "Restore",
  untitled: "Untitled",
  hasNotes: "Has notes",
  priority: (priority: string) => `Priority ${priority.slice(1)}`,
  noPriority: "No priority",
  priorityLetters: (priority: string) => priority.toUpperCase(),
  due: (when: string) => `Due ${when}`,
  repeats: (rule: string | null) => (rule === null ? "Repeats" : `Repeats ${rule}`),
  deadline: (when: string) => `Deadline ${when}`,
  deadlinePast: (when: string) => `Deadline was ${when}`,
  takes: (minutes: number) => `Takes ${lasting(minutes, true)}`,
  lasting: (minutes: number) => lasting(minutes, false),
  subtaskOf: (title: string) => `Subtask of ${title}`,
  loading: "Loading",

  // Empty places
  emptyToday: "Nothing left for today",
  emptyTodayNext: (count: number) =>
    count === 0
      ? "Nothing is planned after today."
      : `${counted(count, "task is", "tasks are")} planned after today.`,
  lookAtUpcoming: "Look at what is next",
  emptyInbox: "The Inbox is empty",
  emptyInboxHint: "What you add without a list lands here.",
  emptyUpcoming: "Nothing is planned",
  emptyUpcomingHint: "Tasks with a date after today show here.",
  emptySomeday: "Nothing is set aside",
  emptySomedayHint: "Tasks that are meant for someday wait here.",
  emptyFilter: (name: string) => `Nothing fits “${name}”`,
  emptyFilterHint: "Tasks that fit this filter show here.",
  emptyAll: "No open tasks",
  emptyAllHint: "Every open task of every list shows here.",
  emptyList: (name: string) => `${name} is empty`,
  emptyListHint: "What you add here stays in this list.",
  emptyTag: (name: string) => `No open task has @${name}`,
  emptyTagHint: "Add the tag to a task and it shows here.",
  emptyCompleted: "Nothing is completed yet",
  emptyCompletedHint: "Completed tasks stay here.",
  emptyTrash: "The trash is empty",
  emptyTrashHint: "Deleted tasks wait here and can be restored.",
  emptySearch: "Search all tasks",
  emptySearchHint: "Type a few letters of a title, a note or a tag.",
  noHit: (words: string) => `No task has “${words}”`,
  noHitHint: "Fewer letters find more.",
  searchLabel: "Search all tasks",
  closeSearch: "Close the search",

  // Adding
  addTask: "Add a task",
  addHint: "Enter adds, Esc closes",
  inList: (name: string) => `In the list ${name}`,
  hasTag: (name: string) => `Tag ${name}`,
  perhaps: (what: string) => `Perhaps: ${what}`,
  refuse: (what: string, words: string) => `${what}. Keep “${words}” as words of the title`,
  keepAsWords: (words: string) => `Backspace or a click keeps “${words}” as words in the title.`,
  keepNotesAsWords: "A click keeps the notes as words in the title.",
  added: (title: string) => `Added “${title}”.`,
  notAdded: "Not added",

  // Editing
  editing: (title: string) => `Edit: ${title}`,
  title: "Title",
  notes: "Notes",
  dueField: "Due",
  duePlaceholder: "No date",
  listField: "List",
  listPlaceholder: "Inbox",
  listOptions: "Lists to choose from",
  showLists: "Show all lists",
  priorityField: "Priority",
  removeTag: (name: string) => `Remove the tag ${name}`,
  addTag: "Add a tag",
  tagPlaceholder: "@tag",
  movesThisOne: "Moves only this occurrence.",
  endsRepeating: "Without a date it does not repeat.",
  enterSaves: "Enter saves",
  notSaved: "Not saved",
  titleNeeded: "A task needs a title.",

  // Toasts
  completedToast: (title: string) => `Completed “${title}”.`,
  completedUntilToast: (title: string, next: string) => `Completed “${title}”. It comes next on ${next}.`,
  reopenedToast: (title: string) => `Opened “${title}” again.`,
  deletedToast: (title: string) => `Moved “${title}” to the trash.`,
  restoredToast: (title: string) => `Restored “${title}”.`,
  savedToast: (title: string) => `Saved “${title}”.`,
  stayed: (titles: string[]) =>
    `${titles.map((title) => `“${title}”`).join(", ")} changed since, so ${isOne(titles.length) ? "it was" : "they were"} left alone.`,
  undo: "Undo",
  keys: { undo: "Ctrl Z", chat: "Ctrl J", search: "Ctrl K", add: "N" },
  macKeys: { undo: "⌘Z", chat: "⌘J", search: "⌘K", add: "N" },

  // When the profile can't be opened
  failed: {
    newer_database: "Your tasks were saved by a newer version",
    damaged_database: "The task file is damaged",
    read_only: "The data folder can’t be written to",
    disk_full: "The disk is full",
    unavailable: "Your tasks can’t be reached",
    busy: "Your tasks are in use",
    denied: "The data folder may not be opened",
    other: "Your tasks can’t be opened",
  },
  dataFolder: "Data folder",
  stillFailing: "Tried again, with the same result.",
  trying: "Trying again",

  // Chat
  chat: "Chat",
  earlierChats: "Earlier chats",
  newChat: "New chat",
  closeChat: "Close chat",
  backToChat: "Back to the chat",

  // Shortcut sheet
  shortcuts: "Keyboard shortcuts",
  close: "Close",
  sheet: [
    {
      title: "Anywhere",
      keys: [
        ["Search", "Ctrl K or /"],
        ["Chat", "Ctrl J"],
        ["Undo, redo", "Ctrl Z, Ctrl Shift Z"],
        ["Step back", "Esc"],
        ["This sheet", "?"],
      ],
    },
    {
      title: "In the list",
      keys: [
        ["Add a task", "N"],
        ["Up, down", "↑ ↓"],
        ["First, last", "Home, End"],
        ["A screen further", "Page Up, Page Down"],
        ["Close, open a group", "← →"],
      ],
    },
    {
      title: "On a task",
      keys: [
        ["Complete", "Space"],
        ["Edit in place", "Enter, E or F2"],
        ["To the trash", "Delete"],
        ["Restore, in the trash", "Space or Enter"],
      ],
    },
  ],
} as const;

const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

/** The keys as this system writes them. */
export const keys = isMac ? text.macKeys : text.keys;

/** A key of the sheet as this system writes it: Ctrl is Cmd on macOS. */
export function keyName(name: string): string {
  return isMac ? name.replaceAll("Ctrl ", "⌘").replaceAll("Shift ", "⇧") : name;
}
