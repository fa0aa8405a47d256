import type { ReactNode } from "react";
import { chatText } from "../../messages/chat";
import { useActs } from "./acts";

type Props = {
  /** `task:UUID`, `list:UUID` or `tag:NAME`. */
  entity: string;
  title: string;
  /** What more there is to say about it. */
  about?: string | undefined;
  /** Stands for itself, and isn't a part of the words around it. */
  chip: boolean;
  children: ReactNode;
};

/** Words that show what they name. No `<button>`: that would not break over lines as words do. */
export function Opens({ entity, title, about, chip, children }: Props) {
  const { onOpen } = useActs();
  return (
    <span
      role="button"
      tabIndex={0}
      className={chip ? "mention" : "named"}
      aria-label={chatText.showSource(title)}
      title={about}
      onClick={(event) => {
        // It may stand in the words of a link.
        event.stopPropagation();
        onOpen(entity);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        onOpen(entity);
      }}
    >
      {children}
    </span>
  );
}
