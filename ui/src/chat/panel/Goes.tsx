import type { ReactNode } from "react";
import { webPage } from "../setup/AskLink";
import { useActs } from "./acts";

type Props = {
  /** Where it goes, as the answer says; what is no page of the web can't be clicked. */
  address: string;
  /** Stands for itself, and isn't a part of the words around it. */
  chip?: boolean;
  children: ReactNode;
};

/**
 * Words that lead to a page of the web, after a question that shows where. No `<a>`: the window itself must
 * go nowhere, whichever button of the mouse is pressed.
 */
export function Goes({ address, chip = false, children }: Props) {
  const { onLink } = useActs();
  const page = webPage(address);
  if (page === null) return chip ? <span className="mention plain">{children}</span> : children;
  return (
    <span
      role="link"
      tabIndex={0}
      className={chip ? "mention" : "named"}
      title={page.href}
      onClick={(event) => {
        event.stopPropagation();
        onLink(page.href);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") onLink(page.href);
      }}
    >
      {children}
    </span>
  );
}
