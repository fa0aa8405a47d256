/** The context menu of a task, or of the selected ones: what can be done, with its keys. */
import { useRef } from "react";
import { type Key, Menu, MenuItem, Popover, Separator, SubmenuTrigger } from "react-aria-components";
import { Icon, type IconName } from "../design/Icon";
import { type CommandId, commandIds, commands } from "../keys/commands";
import { shownKeys } from "../keys/shown";
import { commandText } from "../messages/commands";
import { menuText } from "../messages/menu";
import { iconOf } from "../palette/icons";

/** Where it opens, in pixels of the window. */
export type Point = { x: number; y: number };

/** Commands that stand in a menu of their own. */
type Sub = { id: "priority" | "order"; icon: IconName; of: readonly CommandId[] };

/** What it offers, in groups. What can't be done to a task is left out. */
const GROUPS: readonly (readonly (CommandId | Sub)[])[] = [
  ["complete", "restore", "details", "edit", "add_below"],
  ["reschedule", "to_today", "to_tomorrow", "repeat", "skip", "remind"],
  [
    "move_to_list",
    "tags",
    { id: "priority", icon: "flag", of: ["priority_1", "priority_2", "priority_3", "priority_4"] },
    { id: "order", icon: "up", of: ["move_up", "move_down", "indent", "outdent"] },
  ],
  ["copy", "duplicate", "delete"],
];

type Props = {
  at: Point;
  /** What the menu is about. */
  label: string;
  can: (id: CommandId) => boolean;
  onRun: (id: CommandId) => void;
  onClose: () => void;
};

export function TaskMenu({ at, label, can, onRun, onClose }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const shown = GROUPS.map((group) =>
    group.filter((entry) => (typeof entry === "string" ? can(entry) : entry.of.some(can))),
  ).filter((group) => group.length > 0);
  const act = (key: Key) => {
    onClose();
    const id = commandIds.find((each) => each === key);
    if (id) onRun(id);
  };
  return (
    <>
      <span ref={anchor} className="menu-at" style={{ left: at.x, top: at.y }} />
      <Popover
        className="pop menu"
        aria-label={label}
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Menu
          aria-label={label}
          // A menu opens to be walked through.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={act}
        >
          {shown.flatMap((group, place) => [
            ...(place > 0 ? [<Separator key={`line ${place}`} />] : []),
            ...group.map((entry) =>
              typeof entry === "string" ? (
                <CommandItem key={entry} id={entry} />
              ) : (
                <SubmenuTrigger key={entry.id}>
                  <MenuItem id={entry.id} textValue={menuText[entry.id]}>
                    <Icon name={entry.icon} />
                    <span className="name">{menuText[entry.id]}</span>
                    <Icon name="right" small />
                  </MenuItem>
                  <Popover className="pop menu" offset={2}>
                    <Menu aria-label={menuText[entry.id]} onAction={act}>
                      {entry.of.filter(can).map((id) => (
                        <CommandItem key={id} id={id} />
                      ))}
                    </Menu>
                  </Popover>
                </SubmenuTrigger>
              ),
            ),
          ])}
        </Menu>
      </Popover>
    </>
  );
}

function CommandItem({ id }: { id: CommandId }) {
  const name = commandText.titles[id];
  const [keys] = commands[id].keys;
  return (
    <MenuItem id={id} textValue={name} className={id === "delete" ? "danger" : ""}>
      <Icon name={iconOf(id)} />
      <span className="name">{name}</span>
      {keys !== undefined && <kbd>{shownKeys(keys)}</kbd>}
    </MenuItem>
  );
}
