/** A small field at the head of the list: the row whose title begins as typed is gone to. */
import { useEffect, useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { listText } from "../messages/list";

/** Milliseconds of quiet before anything is looked for. */
const PAUSE = 60;

type Props = {
  /** Goes to the nearest match, or on to the next one in a direction; gives back whether there is one. */
  onFind: (typed: string, on: 1 | -1 | null) => Promise<boolean>;
  /** Back to the rows. */
  onClose: () => void;
};

export function FindField({ onFind, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [missed, setMissed] = useState("");
  const latest = useRef(onFind);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    latest.current = onFind;
  });
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (typed.trim() === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      void latest.current(typed, null).then((found) => {
        if (!stale) setMissed(found ? "" : typed);
      });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed]);
  const none = missed !== "" && missed === typed;
  return (
    <div className="find-field pop" role="search">
      <div className="words-field">
        <Icon name="search" />
        <input
          ref={field}
          aria-label={listText.find}
          placeholder={listText.find}
          aria-invalid={none}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={(event) => {
            if (event.relatedTarget !== null) onClose();
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const on = { Enter: 1, ArrowDown: 1, ArrowUp: -1 } as const;
            if (event.key === "Escape" || event.key === "Tab") {
              event.preventDefault();
              event.stopPropagation();
              onClose();
            } else if (event.key in on) {
              event.preventDefault();
              if (typed.trim() !== "") void onFind(typed, on[event.key as keyof typeof on]);
            }
          }}
        />
        <span role="status" className="none">
          {none ? listText.findNone : ""}
        </span>
      </div>
    </div>
  );
}
