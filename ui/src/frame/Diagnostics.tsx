/** Writes what can be handed to whoever helps, where the settings can't be reached. */
import { useState } from "react";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";
import { updatesText } from "../messages/updates";

const say = updatesText.starts;

export function Diagnostics() {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [written, setWritten] = useState(false);
  const run = async (deed: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    try {
      setSaid(await deed());
    } catch (thrown) {
      setSaid(failureOf(thrown).message);
    }
    setBusy(false);
  };
  const write = async () => {
    const path = await call("export_diagnostics");
    setWritten(true);
    return say.written(path);
  };
  const open = async () => {
    await call("open_folder", { folder: "downloads" });
    return said;
  };
  return (
    <>
      <div className="acts">
        <button type="button" className="btn" aria-disabled={busy} onClick={() => void run(write)}>
          {say.diagnostics}
        </button>
        {written && (
          <button type="button" className="btn" aria-disabled={busy} onClick={() => void run(open)}>
            {say.openFolder}
          </button>
        )}
      </div>
      <p role="status" className="after">
        {busy ? say.working : said}
      </p>
    </>
  );
}
