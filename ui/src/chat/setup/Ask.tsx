import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  /** What kind of question it is, for who can't see it. */
  label: string;
  children: ReactNode;
  /** The verb of the answer that does something; null where there is none. */
  agree: string | null;
  /** The verb of the safe answer. */
  refuse: string;
  /** Agreeing destroys something. */
  danger?: boolean;
  onAnswer: (agreed: boolean) => void;
};

/**
 * A question in the pane. The safe answer has the keyboard, and Escape gives it; the keyboard then goes back
 * to where it was. Who is typing elsewhere in the window is not interrupted.
 */
export function Ask({ label, children, agree, refuse, danger = false, onAnswer }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const question = useId();

  useEffect(() => {
    const before = document.activeElement;
    const pane = card.current?.closest(".pane, .settings") ?? card.current;
    const free = before === null || before === document.body || before.tagName === "IFRAME";
    if (!free && !pane?.contains(before)) return;
    safe.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    // Escape answers from either button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={card}
      className="asking"
      role="alertdialog"
      aria-label={label}
      aria-describedby={question}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onAnswer(false);
      }}
    >
      <div id={question} className="question">
        {children}
      </div>
      <div className="acts">
        {agree !== null && (
          <button
            type="button"
            className={danger ? "btn soft danger" : "btn soft"}
            onClick={() => onAnswer(true)}
          >
            {agree}
          </button>
        )}
        <button ref={safe} type="button" className="btn" onClick={() => onAnswer(false)}>
          {refuse}
        </button>
      </div>
    </div>
  );
}
