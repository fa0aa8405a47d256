import { Notice } from "../../design/Notice";
import type { KeychainState } from "../../ipc/bindings/KeychainState";
import { setupText } from "../../messages/chatSetup";

type Props = {
  keychain: KeychainState;
  /** The person's choice to keep secrets in memory only, or to take that back. */
  onSession: (on: boolean) => void;
};

/** What there is to know about where secrets go; nothing where they go to the keychain, as they should. */
export function KeychainNote({ keychain: { place, trouble }, onSession }: Props) {
  if (place === "session") {
    return (
      <Notice
        kind="info"
        actions={
          trouble === null && (
            <button type="button" className="btn" onClick={() => onSession(false)}>
              {setupText.useKeychain}
            </button>
          )
        }
      >
        {trouble} {setupText.keptInMemory}
      </Notice>
    );
  }
  if (trouble === null) return null;
  return (
    <Notice
      kind="warn"
      actions={
        place === null && (
          <button type="button" className="btn" onClick={() => onSession(true)}>
            {setupText.useMemory}
          </button>
        )
      }
    >
      {trouble}
    </Notice>
  );
}
