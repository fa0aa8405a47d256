/** A group of the side list: a heading that closes it, and what adds to it. */
import type { KeyboardEvent, ReactNode } from "react";
import { Icon } from "../design/Icon";

type Props = {
  /** A word for it. */
  id: string;
  name: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The button that adds one. */
  add?: { label: string; onPress: () => void };
  children: ReactNode;
};

export function Group({ id, name, open, onOpen, add, children }: Props) {
  const rtl = typeof document !== "undefined" && document.dir === "rtl";
  const onKeyDown = (event: KeyboardEvent) => {
    const opens = { ArrowRight: !rtl, ArrowLeft: rtl }[event.key];
    if (opens === undefined || opens === open) return;
    event.preventDefault();
    onOpen(opens);
  };
  return (
    <section className="side-group">
      <div className="side-head">
        <h2>
          <button
            type="button"
            tabIndex={-1}
            id={`side-${id}`}
            data-side={`group:${id}`}
            aria-expanded={open}
            onClick={() => onOpen(!open)}
            onKeyDown={onKeyDown}
          >
            <span>{name}</span>
            <span className="chev">
              <Icon name={open ? "down" : "right"} small />
            </span>
          </button>
        </h2>
        {add && (
          <button
            type="button"
            tabIndex={-1}
            className="ib s"
            data-side={`add:${id}`}
            aria-label={add.label}
            title={add.label}
            onClick={add.onPress}
          >
            <Icon name="plus" small />
          </button>
        )}
      </div>
      {open && (
        <div role="group" aria-labelledby={`side-${id}`}>
          {children}
        </div>
      )}
    </section>
  );
}
