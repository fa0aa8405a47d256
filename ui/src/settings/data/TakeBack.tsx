/** What was done to everything at once, and the way back from it. */
import { useState } from "react";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { useAttempt } from "../useGroup";

type Props = {
  words: string;
  /** What takes it back; null where nothing was changed. */
  group: string | null;
  onDone: () => Promise<void>;
};

export function TakeBack({ words, group, onDone }: Props) {
  const [back, setBack] = useState(false);
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  const undo = async () => {
    setBusy(true);
    const undone = await attempt(() => call("undo", { group }));
    setBusy(false);
    if (undone === null) return;
    setBack(true);
    await onDone();
  };
  return (
    <div className="set-outcome">
      <p role="status">{back ? say.takenBack : words}</p>
      {group !== null && !back && (
        <button type="button" className="btn soft" aria-disabled={busy} onClick={() => !busy && void undo()}>
          {say.takeBack}
        </button>
      )}
    </div>
  );
}
