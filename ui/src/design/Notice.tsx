import type { ReactNode } from "react";
import { Icon } from "./Icon";

/** Something to know, shown where it happened, with what can be done about it. */
export function Notice({
  kind = "bad",
  children,
  actions,
}: {
  kind?: "bad" | "warn" | "info";
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`notice ${kind}`} role={kind === "info" ? "status" : "alert"}>
      <Icon name={kind === "info" ? "chat" : "warn"} />
      <div>
        {children}
        {Boolean(actions) && <div className="acts">{actions}</div>}
      </div>
    </div>
  );
}
