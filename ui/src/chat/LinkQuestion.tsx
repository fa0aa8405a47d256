/** Asks before a link opens in the browser, and says what went wrong where it doesn't. */
import { useState } from "react";
import { Notice } from "../design/Notice";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { setupText } from "../messages/chatSetup";
import { AskLink } from "./setup/AskLink";

type Props = {
  /** Where it goes. */
  address: string;
  /** Where the link was, for who can't see it; the chat, if nothing is said. */
  label?: string;
  /** The question is over. */
  onDone: () => void;
};

export function LinkQuestion({ address, label, onDone }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  const open = async () => {
    try {
      await call("open_link", { address });
      onDone();
    } catch (thrown) {
      setFailed(failureOf(thrown).message);
    }
  };
  if (failed !== null) {
    return (
      <div className="because">
        <Notice
          actions={
            <button type="button" className="btn" onClick={onDone}>
              {setupText.close}
            </button>
          }
        >
          {failed}
        </Notice>
      </div>
    );
  }
  return (
    <AskLink
      address={address}
      {...(label === undefined ? {} : { label })}
      onAnswer={(agreed) => (agreed ? void open() : onDone())}
    />
  );
}
