/** What stands on the sheet of shortcuts: lines of one or a few commands that belong together. */
import type { commandText } from "../messages/commands";
import type { CommandId, Group } from "./commands";

type Line = { name: keyof typeof commandText.rows; of: readonly CommandId[] };

export const sheet: Readonly<Record<Group, readonly Line[]>> = {
  anywhere: [
    { name: "palette", of: ["palette"] },
    { name: "search", of: ["search"] },
    { name: "chat", of: ["chat"] },
    { name: "undo", of: ["undo", "redo"] },
    { name: "settings", of: ["settings"] },
    { name: "regions", of: ["next_region", "previous_region"] },
    { name: "zoom", of: ["zoom_in", "zoom_out", "zoom_reset"] },
    { name: "back", of: ["back"] },
    { name: "sheet", of: ["sheet"] },
  ],
  go: [
    { name: "views", of: ["go_inbox", "go_today", "go_upcoming", "go_someday"] },
    { name: "otherViews", of: ["go_all", "go_completed", "go_trash", "go_activity"] },
    { name: "list", of: ["go_list"] },
  ],
  list: [
    { name: "add", of: ["add", "add_below"] },
    { name: "upAndDown", of: ["up", "down"] },
    { name: "ends", of: ["first", "last"] },
    { name: "pages", of: ["page_up", "page_down"] },
    { name: "find", of: ["find"] },
    { name: "select", of: ["select_up", "select_down"] },
    { name: "selectAll", of: ["select_all"] },
    { name: "move", of: ["move_up", "move_down"] },
    { name: "indent", of: ["indent", "outdent"] },
    { name: "fold", of: ["fold", "unfold"] },
  ],
  task: [
    { name: "complete", of: ["complete"] },
    { name: "edit", of: ["edit"] },
    { name: "details", of: ["details"] },
    { name: "reschedule", of: ["reschedule"] },
    { name: "toTomorrow", of: ["to_tomorrow"] },
    { name: "listAndTags", of: ["move_to_list", "tags"] },
    { name: "priority", of: ["priority_1", "priority_2", "priority_3", "priority_4"] },
    { name: "repeat", of: ["repeat", "remind"] },
    { name: "copy", of: ["copy"] },
    { name: "duplicate", of: ["duplicate"] },
    { name: "delete", of: ["delete"] },
  ],
};
