/** What can be done with a row of the side list: by the button at its end, the other mouse button, or Shift+F10. */
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Icon } from "../design/Icon";
import { file } from "../load/file";
import { part } from "../load/part";

const menu = file(() => import("./menu"));
export const MenuOf = part(menu, ({ MenuOf }) => MenuOf, { opens: true });
export const Item = part(menu, ({ Item }) => Item);
export const ColourItems = part(menu, ({ ColourItems }) => ColourItems);

type Props = {
  /** The row that it belongs to, by its key. */
  of: string;
  label: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

export function RowMenu({ of, label, open, onOpen, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* Out of the way of Tab: the row's own keys open it. */}
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        className="ib s more"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        data-of={of}
        onClick={() => onOpen(!open)}
      >
        <Icon name="more" small />
      </button>
      {open && (
        <MenuOf anchor={button} label={label} onClose={() => onOpen(false)}>
          {children}
        </MenuOf>
      )}
    </>
  );
}

/** Whether a key asks for the menu. */
export function asksForMenu(event: KeyboardEvent): boolean {
  return event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
}
