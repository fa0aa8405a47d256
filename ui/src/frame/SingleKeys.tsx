/** At the foot of the sheet: whether letters alone are commands. */
import { useState } from "react";
import { failureOf } from "../ipc/failure";
import { commandText } from "../messages/commands";
import { useSettings } from "../settings/useSettings";

export function SingleKeys() {
  const { settings, save } = useSettings();
  const [failure, setFailure] = useState<string | null>(null);
  const on = settings.general.single_keys;
  const choose = async (single_keys: boolean) => {
    try {
      await save({ group: "general", settings: { ...settings.general, single_keys } });
      setFailure(null);
    } catch (thrown) {
      setFailure(failureOf(thrown).message);
    }
  };
  return (
    <div className="sheet-foot">
      <label>
        <input type="checkbox" checked={on} onChange={(event) => void choose(event.target.checked)} />
        {commandText.singleKeys}
      </label>
      <p role="status">{failure ?? (on ? "" : commandText.singleKeysOff)}</p>
    </div>
  );
}
