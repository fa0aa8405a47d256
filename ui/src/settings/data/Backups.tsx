/** The backups: made by hand, and brought back after a question. */
import { useState } from "react";
import { Ask } from "../../chat/setup/Ask";
import type { BackupFile } from "../../ipc/bindings/BackupFile";
import type { BroughtBack } from "../../ipc/bindings/BroughtBack";
import type { Data } from "../../ipc/bindings/Data";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { Section } from "../parts/Section";
import { useAttempt } from "../useGroup";
import { inFull } from "../when";
import { TakeBack } from "./TakeBack";

/** How many are shown at first. */
const FIRST = 8;

type Props = { data: Data; onData: (data: Data) => void; onLook: () => Promise<void> };

export function Backups({ data: { backups }, onData, onLook }: Props) {
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<BackupFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [restored, setRestored] = useState<BroughtBack | null>(null);
  const attempt = useAttempt();

  const make = async () => {
    if (busy) return;
    setBusy(true);
    setSaid(say.working);
    const data = await attempt(() => call("back_up"));
    setBusy(false);
    setSaid(data === null ? "" : say.backedUp);
    if (data !== null) onData(data);
  };
  const restore = async ({ name }: BackupFile) => {
    setBusy(true);
    setRestored(null);
    setSaid(say.working);
    const outcome = await attempt(() => call("restore_backup", { name }));
    setBusy(false);
    setSaid("");
    setRestored(outcome);
    await onLook();
  };
  const shown = all ? backups : backups.slice(0, FIRST);
  return (
    <Section title={say.backups} hint={say.backupsHint}>
      <div className="set-acts">
        <button type="button" className="btn soft" aria-disabled={busy} onClick={() => void make()}>
          {say.backUp}
        </button>
        <span role="status" className="set-hint">
          {said}
        </span>
      </div>
      {restored !== null && (
        <TakeBack
          key={restored.group}
          words={say.restored(restored.changed)}
          group={restored.changed > 0 ? restored.group : null}
          onDone={onLook}
        />
      )}
      {backups.length === 0 && <p>{say.noBackups}</p>}
      <ul className="set-list">
        {shown.map((backup) => {
          const at = inFull(backup.at);
          return (
            <li key={backup.name}>
              <span>{say.backupAt(at, say.size(backup.bytes))}</span>
              <button
                type="button"
                className="btn"
                aria-label={say.restoreFrom(at)}
                aria-disabled={busy}
                onClick={() => !busy && setAsked(backup)}
              >
                {say.restore}
              </button>
              {asked === backup && (
                <Ask
                  label={say.restoreFrom(at)}
                  agree={say.restore}
                  refuse={say.keepIt}
                  onAnswer={(agreed) => {
                    setAsked(null);
                    if (agreed) void restore(backup);
                  }}
                >
                  <p>
                    <strong>{say.restoreQuestion(at)}</strong>
                  </p>
                  <p>{say.restoreMeans}</p>
                </Ask>
              )}
            </li>
          );
        })}
      </ul>
      {backups.length > FIRST && !all && (
        <button type="button" className="btn quiet" onClick={() => setAll(true)}>
          {say.moreBackups(backups.length - FIRST)}
        </button>
      )}
    </Section>
  );
}
