/** The context menu of a task, or of the selected ones: what can be done, with its keys. */
import { useRef } from "react";
import { Menu, MenuItem, Popover, Separator } from "react-aria-components";
import { Icon } from "../design/Icon";
import { type CommandId, commands } from "../keys/commands";
import { shownKeys } from "../keys/shown";
import { commandText } from "../messages/commands";
import { iconOf } from "../palette/icons";

/** Where it opens, in pixels of the window. */
export type Point = { x: number; y: number };

/** What it offers, in groups. What can't be done to a task is left out. */
const GROUPS: readonly (readonly CommandId[])[] = [
  ["complete", "restore", "details", "edit", "add_below"],
  ["reschedule", "to_today", "to_tomorrow", "repeat", "skip", "remind"],
  ["move_to_list", "tags", "priority_1", "priority_2", "priority_3", "priority_4"],
  ["move_up", "move_down", "indent", "outdent"],
  ["copy", "delete"],
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
  const shown = GROUPS.map((group) => group.filter(can)).filter((group) => group.length > 0);
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
          onAction={(key) => {
            onClose();
            const id = shown.flat().find((each) => each === key);
            if (id) onRun(id);
          }}
        >
          {shown.flatMap((group, place) => [
            ...(place > 0 ? [<Separator key={`line ${place}`} />] : []),
            ...group.map((id) => {
              const name = commandText.titles[id].title;
              const [keys] = commands[id].keys;
              return (
                <MenuItem key={id} id={id} textValue={name} className={id === "delete" ? "danger" : ""}>
                  <Icon name={iconOf(id)} />
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
