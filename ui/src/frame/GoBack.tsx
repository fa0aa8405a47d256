/** The way back to the copy from before an update, after a question; for tasks that the app does not start with. */
import { useState } from "react";
import { Ask } from "../chat/setup/Ask";
import type { BackupFile } from "../ipc/bindings/BackupFile";
import type { Status } from "../ipc/bindings/Status";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { updatesText } from "../messages/updates";
import { inFull } from "../settings/when";

const say = updatesText.starts;

type Props = { copy: BackupFile; onStatus: (status: Status) => Promise<void> };

export function GoBack({ copy, onStatus }: Props) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  const at = inFull(copy.at);
  const go = async () => {
    setBusy(true);
    setRefused("");
    try {
      await onStatus(await call("go_back", { name: copy.name }));
    } catch (thrown) {
      setRefused(failureOf(thrown).message);
    }
    setBusy(false);
  };
  return (
    <>
      <p className="after">{say.copy(at)}</p>
      <div className="acts">
        <button type="button" className="btn" aria-disabled={busy} onClick={() => !busy && setAsked(true)}>
          {busy ? say.working : say.goBack}
        </button>
      </div>
      <p role="alert" className="after">
        {refused}
      </p>
      {asked && (
        <Ask
          label={say.goBack}
          agree={say.goBack}
          refuse={say.keep}
          onAnswer={(agreed) => {
            setAsked(false);
            if (agreed) void go();
          }}
        >
          <p>
            <strong>{say.goBackQuestion(at)}</strong>
          </p>
          <p>{say.goBackMeans}</p>
        </Ask>
      )}
    </>
  );
}
