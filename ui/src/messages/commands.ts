/** What the commands are called in English, in the palette and on the sheet of shortcuts. */
import type { CommandId, Group } from "../keys/commands";

type Title = {
  title: string;
  /** Other words by which somebody may look for it. */
  also?: string;
};

const titles: Record<CommandId, Title> = {
  palette: { title: "Search or run" },
  search: { title: "Search all tasks", also: "find look for" },
  chat: { title: "Open or close the chat", also: "assistant ask ai panel hide show" },
  undo: { title: "Undo", also: "take back revert" },
  redo: { title: "Redo", also: "do again repeat" },
  settings: { title: "Settings", also: "preferences options theme" },
  sheet: { title: "Keyboard shortcuts", also: "keys help hotkeys" },
  back: { title: "Step back" },
  zoom_in: { title: "Larger", also: "zoom in size text" },
  zoom_out: { title: "Smaller", also: "zoom out size text" },
  zoom_reset: { title: "Usual size", also: "zoom reset 100 text" },
  next_region: { title: "To the next part of the window" },
  previous_region: { title: "To the part before" },

  go_inbox: { title: "Inbox", also: "go to unsorted" },
  go_today: { title: "Today", also: "go to now overdue" },
  go_upcoming: { title: "Upcoming", also: "go to next week planned later calendar" },
  go_someday: { title: "Someday", also: "go to maybe later" },
  go_all: { title: "All tasks", also: "go to everything open" },
  go_list: { title: "Go to a list…", also: "project open" },
  go_completed: { title: "Completed", also: "go to done finished logbook" },
  go_trash: { title: "Trash", also: "go to deleted bin" },
  go_activity: { title: "Activity", also: "go to history log changes who" },

  add: { title: "Add a task", also: "new create" },
  add_below: { title: "Add a task below the current", also: "new create insert" },
  up: { title: "Up" },
  down: { title: "Down" },
  first: { title: "To the first" },
  last: { title: "To the last" },
  page_up: { title: "A screen up" },
  page_down: { title: "A screen down" },
  find: { title: "Find by its first letters" },
  select_up: { title: "Select one more above" },
  select_down: { title: "Select one more below" },
  select_all: { title: "Select all tasks", also: "mark everything" },
  move_up: { title: "Move the task up", also: "reorder sort" },
  move_down: { title: "Move the task down", also: "reorder sort" },
  indent: { title: "Make it a subtask of the one above", also: "indent nest" },
  outdent: { title: "Take it out of its parent", also: "outdent unnest" },
  fold: { title: "Close the group" },
  unfold: { title: "Open the group" },

  complete: { title: "Complete", also: "done finish tick check reopen" },
  edit: { title: "Edit in place", also: "rename change title" },
  details: { title: "Open the details", also: "show notes subtasks" },
  reschedule: { title: "Reschedule…", also: "date due day postpone snooze when" },
  to_today: { title: "Reschedule to today", also: "due now" },
  to_tomorrow: { title: "Reschedule to tomorrow", also: "due postpone snooze" },
  move_to_list: { title: "Move to a list…", also: "project" },
  tags: { title: "Tags…", also: "label" },
  priority_1: { title: "Priority 1", also: "p1 urgent important" },
  priority_2: { title: "Priority 2", also: "p2 important" },
  priority_3: { title: "Priority 3", also: "p3" },
  priority_4: { title: "No priority", also: "p4 priority 4" },
  repeat: { title: "Repeat…", also: "recurring every weekly" },
  remind: { title: "Remind…", also: "reminder alarm notify bell" },
  skip: { title: "Skip this occurrence", also: "repeat next" },
  copy: { title: "Copy", also: "clipboard" },
  duplicate: { title: "Duplicate", also: "copy clone again twice" },
  delete: { title: "Move to the trash", also: "delete remove" },
  restore: { title: "Restore from the trash", also: "undelete" },

  add_list: { title: "Add a list…", also: "new create project" },
  add_filter: { title: "Add a filter…", also: "new create saved search query view" },
  overdue_to_today: { title: "Reschedule everything overdue to today", also: "late catch up" },
  empty_trash: { title: "Empty the trash…", also: "delete for good purge bin" },
};

/** A row of the sheet: what one or a few commands that belong together do. */
type SheetRow = { label: string; of: readonly CommandId[] };

const rows: Record<Group, readonly SheetRow[]> = {
  anywhere: [
    { label: "Search or run", of: ["palette"] },
    { label: "Search all tasks", of: ["search"] },
    { label: "Chat", of: ["chat"] },
    { label: "Undo, redo", of: ["undo", "redo"] },
    { label: "Settings", of: ["settings"] },
    { label: "Next part, part before", of: ["next_region", "previous_region"] },
    { label: "Larger, smaller, usual size", of: ["zoom_in", "zoom_out", "zoom_reset"] },
    { label: "Step back", of: ["back"] },
    { label: "This sheet", of: ["sheet"] },
  ],
  go: [
    { label: "Inbox, Today, Upcoming, Someday", of: ["go_inbox", "go_today", "go_upcoming", "go_someday"] },
    { label: "All, Completed, Trash, Activity", of: ["go_all", "go_completed", "go_trash", "go_activity"] },
    { label: "A list by name", of: ["go_list"] },
  ],
  list: [
    { label: "Add a task, below the current", of: ["add", "add_below"] },
    { label: "Up, down", of: ["up", "down"] },
    { label: "First, last", of: ["first", "last"] },
    { label: "A screen further", of: ["page_up", "page_down"] },
    { label: "Find by its first letters", of: ["find"] },
    { label: "Select more", of: ["select_up", "select_down"] },
    { label: "Select all", of: ["select_all"] },
    { label: "Move the task", of: ["move_up", "move_down"] },
    { label: "Indent, outdent", of: ["indent", "outdent"] },
    { label: "Close, open a group", of: ["fold", "unfold"] },
  ],
  task: [
    { label: "Complete", of: ["complete"] },
    { label: "Edit in place", of: ["edit"] },
    { label: "Open the details", of: ["details"] },
    { label: "Reschedule", of: ["reschedule"] },
    { label: "To tomorrow", of: ["to_tomorrow"] },
    { label: "List, tags", of: ["move_to_list", "tags"] },
    { label: "Priority", of: ["priority_1", "priority_2", "priority_3", "priority_4"] },
    { label: "Repeat, remind", of: ["repeat", "remind"] },
    { label: "Copy", of: ["copy"] },
    { label: "Duplicate", of: ["duplicate"] },
    { label: "To the trash", of: ["delete"] },
  ],
};

export const commandText = {
  titles,
  groups: { anywhere: "Anywhere", go: "Go to", list: "In the list", task: "On a task" },
  rows,
  /** Between two keys, one after the other: "G then I". */
  then: "then",
  /** Between keys that mean the same: "E or F2". */
  or: (one: string, other: string) => `${one} or ${other}`,
  /** Of keys that follow each other: "1 to 4". */
  upTo: (first: string, last: string) => `${first} to ${last}`,
  quickAdd: "Quick add, also when hidden",
  singleKeys: "Single keys are commands",
  singleKeysOff: "Letters and signs alone do nothing now. This sheet is in the palette too.",
} as const;
