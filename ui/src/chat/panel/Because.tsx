import { Notice } from "../../design/Notice";
import { chatText } from "../../messages/chat";
import { text } from "../../messages/en";
import type { Why } from "../way";

/** Why this is the built-in panel, in a sentence; null for what is no news to the person. */
export function because(why: Why): string | null {
  const say = chatText.why;
  switch (why.kind) {
    case "rollback":
      return why.by === "setting" ? null : say[why.by];
    case "fatal":
      return say.fatal(why.detail);
    case "no_session":
      return say.no_session(why.message);
    default:
      return say[why.kind];
  }
}

type Props = {
  said: string;
  /** Something went wrong; else somebody decided so. */
  failed: boolean;
  /** Tries ChatKit again; null where that makes no sense. */
  onTryAgain: (() => void) | null;
  /** The person goes on here and has read it. */
  onKeep: () => void;
};

/** Says once why this is the built-in panel. */
export function Because({ said, failed, onTryAgain, onKeep }: Props) {
  return (
    <div className="because">
      <Notice
        kind={failed ? "warn" : "info"}
        actions={
          <>
            {onTryAgain && (
              <button type="button" className="btn" onClick={onTryAgain}>
                {text.tryAgain}
              </button>
            )}
            <button type="button" className="btn" onClick={onKeep}>
              {chatText.keepBuiltIn}
            </button>
          </>
        }
      >
        {said}
      </Notice>
    </div>
  );
}
