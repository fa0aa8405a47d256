/** A field that is changed in a popover: its value is a button that opens it. */
import { type ReactNode, useRef, useState } from "react";
import { Float } from "../design/Float";
import { detailText } from "../messages/detail";

type Props = {
  /** By what the keyboard finds it again when it moves to another place. */
  field: string;
  name: string;
  /** Its value as it is shown; null where there is none. */
  value: string | null;
  /** Its value in full. */
  hint?: string | undefined;
  className?: string;
  /** What the button shows. */
  children: ReactNode;
  /** What the popover holds. */
  picker: (close: () => void) => ReactNode;
};

export function PickField({ field, name, value, hint, className = "value", children, picker }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        data-field={field}
        aria-label={value === null ? name : detailText.editField(name, value)}
        title={hint}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && (
        <Float anchor={button} label={name} placement="bottom start" onClose={() => setOpen(false)}>
          {picker(() => setOpen(false))}
        </Float>
      )}
    </>
  );
}
