/** What can be done with a row of the side list: by the button at its end, the other mouse button, or Shift+F10. */
import type { KeyboardEvent, ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from "react-aria-components";
import { Icon, type IconName } from "../design/Icon";
import type { Colour } from "../ipc/bindings/Colour";
import { colourNames } from "../messages/colours";
import { sideText } from "../messages/side";

type Props = {
  /** The row that it belongs to, by its key. */
  of: string;
  label: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

export function RowMenu({ of, label, open, onOpen, children }: Props) {
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpen}>
      {/* Out of the way of Tab: the row's own keys open it. */}
      <Button className="ib s more" aria-label={label} excludeFromTabOrder data-of={of}>
        <Icon name="more" small />
      </Button>
      <Popover className="pop" placement="bottom end" offset={4}>
        <Menu className="menu">{children}</Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Whether a key asks for the menu. */
export function asksForMenu(event: KeyboardEvent): boolean {
  return event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
}

type ItemProps = { icon: IconName; title: string; keys?: string; danger?: boolean; onAction: () => void };

export function Item({ icon, title, keys, danger = false, onAction }: ItemProps) {
  return (
    <MenuItem className={danger ? "item danger" : "item"} textValue={title} onAction={onAction}>
      <Icon name={icon} />
      <span className="grow">{title}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
    </MenuItem>
  );
}

const colours = Object.keys(colourNames) as Colour[];
const NONE = "none";

/** The colours, in a menu of their own. */
export function ColourItems({
  value,
  onChange,
}: {
  value: Colour | null;
  onChange: (value: Colour | null) => void;
}) {
  return (
    <SubmenuTrigger>
      <MenuItem className="item" textValue={sideText.colour}>
        <span className="dot" data-colour={value ?? "grey"} />
        <span className="grow">{sideText.colour}</span>
        <Icon name="right" small />
      </MenuItem>
      <Popover className="pop" offset={2}>
        <Menu
          className="menu"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value ?? NONE]}
          onAction={(key) => onChange(key === NONE ? null : (key as Colour))}
        >
          <MenuItem id={NONE} className="item" textValue={sideText.ownColour}>
            <span className="dot none" />
            <span className="grow">{sideText.ownColour}</span>
          </MenuItem>
          {colours.map((colour) => (
            <MenuItem key={colour} id={colour} className="item" textValue={colourNames[colour]}>
              <span className="dot" data-colour={colour} />
              <span className="grow">{colourNames[colour]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}
