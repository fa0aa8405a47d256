/** The menu of a row of the side list, and what can stand in one. */
import { createContext, type ReactNode, type RefObject, useContext } from "react";
import { Menu, MenuItem, Popover, SubmenuTrigger } from "react-aria-components";
import { Icon, type IconName } from "../design/Icon";
import type { Colour } from "../ipc/bindings/Colour";
import { colourNames } from "../messages/colours";
import { sideText } from "../messages/side";

type Props = {
  /** What it stands beside. */
  anchor: RefObject<Element | null>;
  label: string;
  onClose: () => void;
  /** Which of its ends it stands at, if not the last. */
  end?: "start" | "end";
  children: ReactNode;
};

/** Closes the menu: one that opens from it closes by itself alone. */
const Close = createContext<() => void>(() => undefined);

export function MenuOf({ anchor, label, onClose, end = "end", children }: Props) {
  return (
    <Popover
      className="pop"
      isOpen
      aria-label={label}
      triggerRef={anchor}
      placement={`bottom ${end}`}
      offset={4}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu
        className="menu"
        aria-label={label}
        // A menu opens to be walked through.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        onClose={onClose}
      >
        <Close value={onClose}>{children}</Close>
      </Menu>
    </Popover>
  );
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
  const close = useContext(Close);
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
          onAction={(key) => {
            close();
            onChange(key === NONE ? null : (key as Colour));
          }}
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
