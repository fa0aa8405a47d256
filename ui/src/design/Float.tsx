/** What opens beside something: a small dialog that takes the keyboard, and gives it back when it closes. */
import type { ReactNode, RefObject } from "react";
import { Dialog, Popover, type PopoverProps } from "react-aria-components";

type Props = {
  /** What it stands beside. */
  anchor: RefObject<Element | null>;
  label: string;
  className?: string;
  placement?: NonNullable<PopoverProps["placement"]>;
  onClose: () => void;
  children: ReactNode;
};

export function Float({ anchor, label, className = "", placement = "bottom end", onClose, children }: Props) {
  return (
    <Popover
      className={`pop float ${className}`}
      isOpen
      offset={6}
      placement={placement}
      triggerRef={anchor}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog aria-label={label}>{children}</Dialog>
    </Popover>
  );
}
