import { useState } from "react";
import { Notice } from "../../design/Notice";
import { chatText } from "../../messages/chat";
import { text } from "../../messages/en";
import type { Why } from "../way";

/** Why this is the built-in panel, in a sentence. */
export function because(why: Why): string {
  const say = chatText.why;
  switch (why.kind) {
    case "rollback":
      return say[why.by];
    case "fatal":
      return say.fatal(why.detail);
    case "no_session":
      return say.no_session(why.message);
    default:
      return say[why.kind];
  }
}

type Props = {
  why: Why;
  /** Tries ChatKit again; null where that makes no sense. */
  onTryAgain: (() => void) | null;
};

/** Says once why this is the built-in panel; it goes when the person keeps it. */
export function Because({ why, onTryAgain }: Props) {
  const said = because(why);
  const [kept, setKept] = useState<string | null>(null);
  // What a person set is no news to them.
  if (kept === said || (why.kind === "rollback" && why.by === "setting")) return null;
  return (
    <Notice
      kind={why.kind === "rollback" ? "info" : "warn"}
      actions={
        <>
          {onTryAgain && (
            <button type="button" className="btn" onClick={onTryAgain}>
              {text.tryAgain}
            </button>
          )}
          <button type="button" className="btn" onClick={() => setKept(said)}>
            {chatText.keepBuiltIn}
          </button>
        </>
      }
    >
      {said}
    </Notice>
  );
}
