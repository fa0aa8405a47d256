import { useEffect, useState } from "react";
import { ProgressRing } from "../design/Ring";
import { firstKeys } from "../keys/together";
import { text } from "../messages/en";
import type { Toast } from "../tasks/useActions";

/** How long a toast stays when nobody is at it, in milliseconds. */
const STAYS = 8000;

type Props = { toast: Toast | null; onClose: () => void; onUndo: (group: string) => void };

/** What just happened, with the way back. The region is always there, so that a screen reader hears it change. */
export function Toaster({ toast, onClose, onUndo }: Props) {
  const [busy, setBusy] = useState(false); // the pointer or the keyboard is at it
  useEffect(() => {
    if (!toast || busy) return;
    const timer = setTimeout(onClose, STAYS);
    return () => clearTimeout(timer);
  }, [toast, busy, onClose]);
  const group = toast?.group ?? null;
  return (
    // The listeners only keep the toast while somebody is at it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="toasts"
      role="status"
      aria-live="polite"
      onMouseEnter={() => setBusy(true)}
      onMouseLeave={() => setBusy(false)}
      onFocus={() => setBusy(true)}
      onBlur={() => setBusy(false)}
    >
      {toast && (
        <div key={toast.id} className="toast">
          <ProgressRing share={0.7} />
          <span className="said">{toast.message}</span>
          {group !== null && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setBusy(false);
                onClose();
                onUndo(group);
              }}
            >
              {text.undo} <kbd>{firstKeys("undo")}</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
