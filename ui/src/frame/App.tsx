/** The page: asks the host how it is, then shows the window, or why there is none. */
import { useCallback, useEffect, useState } from "react";
import { ahead } from "../ipc/ahead";
import type { Status } from "../ipc/bindings/Status";
import { startWatching } from "../ipc/changes";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { FailedScreen } from "./FailedScreen";
import { MainWindow } from "./MainWindow";
import { useAppearance } from "../settings/useAppearance";
import { useSettings } from "../settings/useSettings";
import { FirstStart } from "../welcome/FirstStart";
import { windowReady } from "./windowReady";

type Known = Status | { state: "silent"; failure: ReturnType<typeof failureOf> };

export function App() {
  const [status, setStatus] = useState<Known | null>(() => ahead("status") ?? null);
  const { asked } = useSettings();
  useAppearance();

  const ask = useCallback(async (question: () => Promise<Status>) => {
    try {
      const answer = await question();
      if (answer.state === "ready") await startWatching();
      setStatus(answer);
    } catch (thrown) {
      setStatus({ state: "silent", failure: failureOf(thrown) });
    }
  }, []);

  useEffect(() => {
    const known = ahead("status");
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer of the host comes later
    void ask(() => (known === undefined ? call("status") : Promise.resolve(known)));
  }, [ask]);

  const failed = status !== null && status.state !== "ready";
  useEffect(() => {
    if (failed) void windowReady();
  }, [failed]);

  // Nothing is shown in looks that the person did not choose.
  if (status === null || (!asked && status.state !== "held")) return null;
  if (status.state === "ready")
    return (
      <FirstStart>
        <MainWindow />
      </FirstStart>
    );
  return (
    <FailedScreen
      failure={status.state === "held" ? null : status.failure}
      failedStarts={status.state === "held" ? status.failed : 0}
      copy={status.state === "silent" ? null : status.copy}
      dataDir={status.state === "silent" ? null : status.data_dir}
      onTryAgain={() => ask(() => call("reopen"))}
      onStatus={(answer) => ask(() => Promise.resolve(answer))}
    />
  );
}
