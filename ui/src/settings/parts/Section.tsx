/** Settings that belong together, under a heading; and a line of one of them. */
import { type ReactNode, useId } from "react";

export function Section({ title, hint, children }: { title?: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="set-section" aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && <h2 id={id}>{title}</h2>}
      {hint !== undefined && <p className="set-hint">{hint}</p>}
      {children}
    </section>
  );
}

/** Words at the start, what can be done at the end. */
export function Line({
  label,
  hint,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="set-line">
      <div className="set-words">
        <div className="set-label">{label}</div>
        {hint !== undefined && <div className="set-hint">{hint}</div>}
      </div>
      {children !== undefined && <div className="set-control">{children}</div>}
    </div>
  );
}
