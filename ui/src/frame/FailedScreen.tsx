import { useState } from "react";
import { Icon } from "../design/Icon";
import type { Code } from "../ipc/bindings/Code";
import type { Failure } from "../ipc/bindings/Failure";
import { text } from "../messages/en";

const titles: Partial<Record<Code, string>> = text.failed;

type Props = {
  failure: Failure;
  /** Where the data lives; null when even that is unknown. */
  dataDir: string | null;
  onTryAgain: () => Promise<void>;
};

/** The profile can't be opened: what happened, where the data is, what to do. Nothing of it was changed. */
export function FailedScreen({ failure, dataDir, onTryAgain }: Props) {
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState(false);
  return (
    <main className="failed">
      <div className="mid">
        <span className="sign">
          <Icon name="warn" />
        </span>
        <h2>{titles[failure.code] ?? text.failed.other}</h2>
        <p>{failure.message}</p>
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
            {trying ? text.trying : text.tryAgain}
          </button>
        </div>
        <p role="status" className="after">
          {tried && !trying ? text.stillFailing : ""}
        </p>
      </div>
    </main>
  );
}
