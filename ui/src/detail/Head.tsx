/** What the pane of details shows whichever task it is: its head, and words where there is none. */
import type { ReactNode } from "react";

export function Head({ children, closing }: { children?: ReactNode; closing: ReactNode }) {
  return (
    <div className="pane-head detail-head">
      <div className="grow">{children}</div>
      {closing}
    </div>
  );
}

export function Nothing({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="mid">
      <h2>{title}</h2>
      <p>{hint}</p>
    </div>
  );
}
