/** The head of the right pane: its name, its buttons, and the one that closes it. */
import type { ReactNode } from "react";
import { Icon } from "../design/Icon";
import { text } from "../messages/en";

type Props = { title: string; children?: ReactNode; onClose: () => void };

export function PaneHead({ title, children, onClose }: Props) {
  return (
    <div className="pane-head">
      <h2>{title}</h2>
      {children}
      <button
        type="button"
        className="ib"
        aria-label={text.closeChat}
        title={text.closeChat}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
