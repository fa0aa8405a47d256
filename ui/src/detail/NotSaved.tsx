/** A text that could not be saved: why, and what can be done. The text itself stays in its field. */
import { useEffect, useRef, useState } from "react";
import { Notice } from "../design/Notice";
import { detailText } from "../messages/detail";
import { text } from "../messages/en";
import type { Typed } from "./useDraft";

export function NotSaved({ typed, onDrop }: { typed: Typed; onDrop?: () => void }) {
  const [said, setSaid] = useState("");
  const { draft, words } = typed;
  const notice = useRef<HTMLDivElement>(null);
  const failure = draft?.failure ?? null;
  const failed = failure !== null;
  useEffect(() => {
    if (failed) notice.current?.scrollIntoView({ block: "nearest" });
  }, [failed]);
  if (failure === null) return null;
  const copy = async () => {
    setSaid("");
    try {
      await navigator.clipboard.writeText(words);
      setSaid(detailText.textCopied);
    } catch {
      setSaid(detailText.textNotCopied);
    }
  };
  return (
    <div className="not-saved-notice" ref={notice}>
      <Notice
        actions={
          <>
            <button type="button" className="btn" onClick={() => void typed.save()}>
              {text.tryAgain}
            </button>
            <button type="button" className="btn" onClick={() => void copy()}>
              {detailText.copyText}
            </button>
            <button
              type="button"
              className="btn quiet"
              onClick={() => {
                typed.drop();
                onDrop?.();
              }}
            >
              {detailText.letGo}
            </button>
          </>
        }
      >
        <b>{detailText.notSaved}.</b> {failure.message}
        <span role="status">{said === "" ? "" : ` ${said}`}</span>
      </Notice>
    </div>
  );
}
