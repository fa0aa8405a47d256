import { useState } from "react";
import { Notice } from "../../design/Notice";
import type { Failure } from "../../ipc/bindings/Failure";
import { setupText } from "../../messages/chatSetup";
import { text } from "../../messages/en";

type Props = {
  failure: Failure;
  /** Tries again; where it gives a promise, the button says so until that settles. */
  onRetry: () => void | Promise<void>;
  /** Shows the settings, where a token or key is given. */
  onSignIn: () => void;
};

/** Why hosted ChatKit gives no answers: sign in, wait, or try again. */
export function HostedBanner({ failure, onRetry, onSignIn }: Props) {
  const [trying, setTrying] = useState(false);
  const retry = async () => {
    if (trying) return;
    setTrying(true);
    try {
      await onRetry();
    } finally {
      setTrying(false);
    }
  };
  const here = failure.code === "sign_in" ? setupText.signIn : setupText.chatSettings;
  return (
    <Notice
      kind={failure.code === "internal" ? "bad" : "warn"}
      actions={
        <>
          {failure.code === "sign_in" && (
            <button type="button" className="btn" onClick={onSignIn}>
              {here}
            </button>
          )}
          <button type="button" className="btn" aria-disabled={trying} onClick={() => void retry()}>
            {trying ? text.trying : text.tryAgain}
          </button>
          {failure.code !== "sign_in" && (
            <button type="button" className="btn quiet" onClick={onSignIn}>
              {here}
            </button>
          )}
        </>
      }
    >
      {failure.message}
    </Notice>
  );
}
