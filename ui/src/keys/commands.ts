/** All commands of the main window: the palette, the sheet of shortcuts and the keys are made from this table. */

/** Where the sheet shows a command, in this order. */
export const groups = ["anywhere", "go", "list", "task"] as const;
export type Group = (typeof groups)[number];

/**
 * How a key is written here: parts joined by "+", the key last, named as in `KeyboardEvent.key` (a blank is "Space").
 * "Mod" is Ctrl, on macOS Cmd. Two keys with a blank between are pressed one after the other.
 */
type Keys = readonly string[];

type Facts = {
  group: Group;
  keys: Keys;
  /**
   * Whose keys these are: those of the window work wherever the keyboard is, if no text field takes them; those of the
   * list only in it.
   */
  of: "window" | "list";
  /** It means the same while somebody types. */
  typing?: true;
  /** The palette has no line for it: it is a way to move, or makes sense by its key alone. */
  keyOnly?: true;
};

const table = {
  palette: { group: "anywhere", of: "window", keys: ["Mod+k"], typing: true, keyOnly: true },
  search: { group: "anywhere", of: "window", keys: ["Mod+f"], typing: true },
  chat: { group: "anywhere", of: "window", keys: ["Mod+j"], typing: true },
  undo: { group: "anywhere", of: "window", keys: ["Mod+z"] },
  redo: { group: "anywhere", of: "window", keys: ["Mod+Shift+z", "Mod+y"] },
  settings: { group: "anywhere", of: "window", keys: ["Mod+,"], typing: true },
  sheet: { group: "anywhere", of: "window", keys: ["?"] },
  zoom_in: { group: "anywhere", of: "window", keys: ["Mod++", "Mod+="], typing: true },
  zoom_out: { group: "anywhere", of: "window", keys: ["Mod+-"], typing: true },
  zoom_reset: { group: "anywhere", of: "window", keys: ["Mod+0"], typing: true },
  back: { group: "anywhere", of: "window", keys: ["Escape"], keyOnly: true },
  next_region: { group: "anywhere", of: "window", keys: ["F6"], typing: true, keyOnly: true },
  previous_region: { group: "anywhere", of: "window", keys: ["Shift+F6"], typing: true, keyOnly: true },

  go_inbox: { group: "go", of: "window", keys: ["g i"] },
  go_today: { group: "go", of: "window", keys: ["g t"] },
  go_upcoming: { group: "go", of: "window", keys: ["g u"] },
  go_someday: { group: "go", of: "window", keys: ["g s"] },
  go_all: { group: "go", of: "window", keys: ["g a"] },
  go_list: { group: "go", of: "window", keys: ["g l"] },
  go_completed: { group: "go", of: "window", keys: ["g c"] },
  go_trash: { group: "go", of: "window", keys: ["g d"] },
  go_activity: { group: "go", of: "window", keys: ["g h"] },

  add: { group: "list", of: "window", keys: ["n"] },
  add_below: { group: "list", of: "list", keys: ["Enter"] },
  up: { group: "list", of: "list", keys: ["ArrowUp", "k"], keyOnly: true },
  down: { group: "list", of: "list", keys: ["ArrowDown", "j"], keyOnly: true },
  first: { group: "list", of: "list", keys: ["Home"], keyOnly: true },
  last: { group: "list", of: "list", keys: ["End"], keyOnly: true },
  page_up: { group: "list", of: "list", keys: ["PageUp"], keyOnly: true },
  page_down: { group: "list", of: "list", keys: ["PageDown"], keyOnly: true },
  find: { group: "list", of: "list", keys: ["/"], keyOnly: true },
  select_up: { group: "list", of: "list", keys: ["Shift+ArrowUp"], keyOnly: true },
  select_down: { group: "list", of: "list", keys: ["Shift+ArrowDown"], keyOnly: true },
  select_all: { group: "list", of: "list", keys: ["Mod+a"] },
  move_up: { group: "list", of: "list", keys: ["Alt+ArrowUp"] },
  move_down: { group: "list", of: "list", keys: ["Alt+ArrowDown"] },
  indent: { group: "list", of: "list", keys: ["Tab"] },
  outdent: { group: "list", of: "list", keys: ["Shift+Tab"] },
  fold: { group: "list", of: "list", keys: ["ArrowLeft"], keyOnly: true },
  unfold: { group: "list", of: "list", keys: ["ArrowRight"], keyOnly: true },

  complete: { group: "task", of: "list", keys: ["Space"] },
  edit: { group: "task", of: "list", keys: ["e", "F2"] },
  details: { group: "task", of: "list", keys: ["o"] },
  reschedule: { group: "task", of: "list", keys: ["t"] },
  to_today: { group: "task", of: "list", keys: [] },
  to_tomorrow: { group: "task", of: "list", keys: ["Shift+T"] },
  move_to_list: { group: "task", of: "list", keys: ["l"] },
  tags: { group: "task", of: "list", keys: ["@"] },
  priority_1: { group: "task", of: "list", keys: ["1"] },
  priority_2: { group: "task", of: "list", keys: ["2"] },
  priority_3: { group: "task", of: "list", keys: ["3"] },
  priority_4: { group: "task", of: "list", keys: ["4"] },
  repeat: { group: "task", of: "list", keys: ["r"] },
  remind: { group: "task", of: "list", keys: ["b"] },
  skip: { group: "task", of: "list", keys: [] },
  copy: { group: "task", of: "list", keys: ["Mod+c"] },
  duplicate: { group: "task", of: "list", keys: ["Mod+d"] },
  delete: { group: "task", of: "list", keys: ["Delete"] },
  restore: { group: "task", of: "list", keys: [] },

  add_list: { group: "anywhere", of: "window", keys: [] },
  add_filter: { group: "anywhere", of: "window", keys: [] },
  overdue_to_today: { group: "anywhere", of: "window", keys: [] },
  empty_trash: { group: "anywhere", of: "window", keys: [] },
} as const satisfies Record<string, Facts>;

export type CommandId = keyof typeof table;

/** Every command with what is known of it, in the order of the table. */
export const commands: Readonly<Record<CommandId, Facts>> = table;
export const commandIds = Object.keys(table) as readonly CommandId[];

/** What a key pressed in the chat's frame may do. Others' script runs there: never anything that changes a task. */
export const fromFrame: ReadonlySet<CommandId> = new Set(["palette", "chat", "back"]);
