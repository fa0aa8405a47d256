/** The profile can't be opened, or is held after starts that failed: what happened, where the data is, what to do. */
import { type ReactNode, useState } from "react";
import { Icon } from "../design/Icon";
import type { BackupFile } from "../ipc/bindings/BackupFile";
import type { Code } from "../ipc/bindings/Code";
import type { Failure } from "../ipc/bindings/Failure";
import type { Status } from "../ipc/bindings/Status";
import { text } from "../messages/en";
import { updatesText as say } from "../messages/updates";
import { Diagnostics } from "./Diagnostics";
import { GoBack } from "./GoBack";

const titles: Partial<Record<Code, string>> = text.failed;

type Props = {
  /** Why it can't be opened; null where nobody has tried yet. */
  failure: Failure | null;
  /** How many starts failed before this one, where that is why nobody has tried. */
  failedStarts: number;
  /** The copy from before the last update, where there is a way back to it. */
  copy: BackupFile | null;
  /** Where the data lives; null when even that is unknown. */
  dataDir: string | null;
  onTryAgain: () => Promise<void>;
  onStatus: (status: Status) => Promise<void>;
};

export function FailedScreen({ failure, failedStarts, copy, dataDir, onTryAgain, onStatus }: Props) {
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState(false);
  const held = failure === null;
  const [title, words, again]: [string, ReactNode, string] = held
    ? [say.starts.title, say.starts.held(failedStarts), say.starts.open]
    : [titles[failure.code] ?? text.failed.other, failure.message, text.tryAgain];
  return (
    <main className="failed">
      <div className="mid">
        <span className="sign">
          <Icon name="warn" />
        </span>
        <h2>{title}</h2>
        <p>{words}</p>
        {dataDir !== null && (
          <p className="path">
            <span className="vh">{text.dataFolder}: </span>
            <bdi>{dataDir}</bdi>
          </p>
        )}
        <div className="acts">
          <button
            type="button"
            className="btn soft"
            aria-disabled={trying}
            onClick={() => {
              if (trying) return;
              setTrying(true);
              void onTryAgain().finally(() => {
                setTrying(false);
                setTried(true);
              });
            }}
          >
            {trying ? text.trying : again}
          </button>
        </div>
        <p role="status" className="after">
          {tried && !trying && !held ? text.stillFailing : ""}
        </p>
        {copy !== null && <GoBack copy={copy} onStatus={onStatus} />}
        {held && copy === null && <p className="after">{say.starts.noCopy}</p>}
        {dataDir !== null && <Diagnostics />}
      </div>
    </main>
  );
}
