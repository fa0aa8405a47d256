/** A chip that opens a popover: what is set it says, what isn't is an icon alone. */
import { useRef, type ReactNode } from "react";
import { Float } from "./pickers/later";

type Props = {
  /** What it is, for a screen reader: "Due: Tomorrow". */
  label: string;
  icon: ReactNode;
  /** What is set, in words; null where nothing is. */
  words: string | null;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

export function PickChip({ label, icon, words, open, onOpen, children }: Props) {
  const chip = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={chip}
        type="button"
        className={words === null ? "chip" : "chip set"}
        aria-label={words === null ? label : `${label}: ${words}`}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        {icon}
        {words !== null && <bdi>{words}</bdi>}
      </button>
      {open && (
        <Float anchor={chip} label={label} placement="bottom start" onClose={() => onOpen(false)}>
          {children}
        </Float>
      )}
    </>
  );
}
