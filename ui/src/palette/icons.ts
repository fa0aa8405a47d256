/** The icon of each command in the palette: its own, or that of its group. */
import type { IconName } from "../design/Icon";
import { type CommandId, commands, type Group } from "../keys/commands";

const ofGroup: Record<Group, IconName> = { anywhere: "settings", go: "right", list: "all", task: "edit" };

const own: Partial<Record<CommandId, IconName>> = {
  search: "search",
  chat: "chat",
  undo: "restore",
  redo: "repeat",
  sheet: "all",
  go_inbox: "inbox",
  go_today: "today",
  go_upcoming: "upcoming",
  go_someday: "someday",
  go_all: "all",
  go_list: "all",
  go_completed: "completed",
  go_trash: "trash",
  go_activity: "history",
  add: "plus",
  add_below: "plus",
  move_up: "up",
  move_down: "down",
  complete: "completed",
  details: "note",
  reschedule: "upcoming",
  to_today: "today",
  to_tomorrow: "upcoming",
  move_to_list: "inbox",
  tags: "tag",
  priority_1: "flag",
  priority_2: "flag",
  priority_3: "flag",
  priority_4: "flag",
  repeat: "repeat",
  remind: "clock",
  skip: "right",
  copy: "copy",
  duplicate: "copy",
  delete: "trash",
  restore: "restore",
  add_list: "plus",
  add_filter: "filter",
  overdue_to_today: "today",
  empty_trash: "trash",
};

export function iconOf(id: CommandId): IconName {
  return own[id] ?? ofGroup[commands[id].group];
}
