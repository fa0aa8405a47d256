/** The context menu of a task, or of the selected ones: what can be done, with its keys. */
import { useRef } from "react";
import { Menu, MenuItem, Popover, Separator } from "react-aria-components";
import { Icon, type IconName } from "../design/Icon";
import { type CommandId, commands } from "../keys/commands";
import { shownKeys } from "../keys/shown";
import { menuText } from "../messages/list";

/** Where it opens, in pixels of the window. */
export type Point = { x: number; y: number };

type Entry = { id: CommandId; name: string; icon: IconName };

/** The entries, in groups. Those that can't be carried out are left out. */
function entries(): Entry[][] {
  return [
    [
      { id: "complete", name: menuText.complete, icon: "check" },
      { id: "restore", name: menuText.restore, icon: "restore" },
      { id: "details", name: menuText.details, icon: "note" },
      { id: "edit", name: menuText.edit, icon: "edit" },
      { id: "add_below", name: menuText.addBelow, icon: "plus" },
    ],
    [
      { id: "reschedule", name: menuText.reschedule, icon: "upcoming" },
      { id: "to_today", name: menuText.today, icon: "today" },
      { id: "to_tomorrow", name: menuText.tomorrow, icon: "upcoming" },
      { id: "repeat", name: menuText.repeat, icon: "repeat" },
      { id: "skip", name: menuText.skip, icon: "skip" },
      { id: "remind", name: menuText.remind, icon: "bell" },
    ],
    [
      { id: "move_to_list", name: menuText.move, icon: "inbox" },
      { id: "tags", name: menuText.tags, icon: "tag" },
      { id: "priority_1", name: menuText.priority(1), icon: "flag" },
      { id: "priority_2", name: menuText.priority(2), icon: "flag" },
      { id: "priority_3", name: menuText.priority(3), icon: "flag" },
      { id: "priority_4", name: menuText.noPriority, icon: "flag" },
    ],
    [
      { id: "move_up", name: menuText.up, icon: "up" },
      { id: "move_down", name: menuText.down, icon: "down" },
      { id: "indent", name: menuText.indent, icon: "right" },
      { id: "outdent", name: menuText.outdent, icon: "left" },
    ],
    [
      { id: "copy", name: menuText.copy, icon: "copy" },
      { id: "delete", name: menuText.delete, icon: "trash" },
    ],
  ];
}

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
  const shown = entries()
    .map((group) => group.filter(({ id }) => can(id)))
    .filter((group) => group.length > 0);
  return (
    <>
      <span ref={anchor} className="menu-at" style={{ left: at.x, top: at.y }} />
      <Popover
        className="pop menu"
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
          onAction={(key) => {
            onClose();
            const id = shown.flat().find((entry) => entry.id === key)?.id;
            if (id) onRun(id);
          }}
        >
          {shown.flatMap((group, place) => [
            ...(place > 0 ? [<Separator key={`line ${place}`} />] : []),
            ...group.map(({ id, name, icon }) => {
              const [keys] = commands[id].keys;
              return (
                <MenuItem key={id} id={id} textValue={name} className={id === "delete" ? "danger" : ""}>
                  <Icon name={icon} />
                  <span className="name">{name}</span>
                  {keys !== undefined && <kbd>{shownKeys(keys, "")}</kbd>}
                </MenuItem>
              );
            }),
          ])}
        </Menu>
      </Popover>
    </>
  );
}
