/** The keys that open quick add from anywhere: pressed to be changed, and whether the system gives them. */
import { type KeyboardEvent, useEffect, useState } from "react";
import { Notice } from "../../design/Notice";
import type { ShortcutState } from "../../ipc/bindings/ShortcutState";
import { call } from "../../ipc/host";
import { shownAccelerator } from "../../keys/accelerator";
import { settingsText as say } from "../../messages/settings";
import { CopyText } from "../parts/CopyText";
import { Line, Section } from "../parts/Section";
import { useAttempt } from "../useGroup";
import { recorded } from "./recorded";

const USUAL = "Ctrl+Shift+Space";

export function QuickAddKeys() {
  const [state, setState] = useState<ShortcutState | null>(null);
  const attempt = useAttempt();
  useEffect(() => {
    void attempt(() => call("shortcut_state")).then(setState);
  }, [attempt]);
  if (state === null) return null;
  const set = async (keys: string | null) => {
    // Where it was refused, what was before holds.
    setState((await attempt(() => call("set_shortcut", { keys }))) ?? state);
  };
  const { keys, state: standing, reason, command } = state;
  return (
    <Section title={say.quickAdd} hint={say.quickAddHint}>
      <Line label={<kbd className="keys-now">{keys === null ? say.noKeys : shownAccelerator(keys)}</kbd>}>
        <Recorder onKeys={(chosen) => void set(chosen)} />
        {keys !== null && (
          <button type="button" className="btn quiet" onClick={() => void set(null)}>
            {say.removeKeys}
          </button>
        )}
        {keys !== USUAL && (
          <button type="button" className="btn quiet" onClick={() => void set(USUAL)}>
            {say.usualKeys(shownAccelerator(USUAL))}
          </button>
        )}
      </Line>
      {standing === "refused" ? (
        <Notice kind="warn">{reason ?? say.refusedKeys}</Notice>
      ) : (
        <p className="set-hint" role="status">
          {standing === "registered" ? say.registeredKeys : (reason ?? "")}
        </p>
      )}
      {standing !== "registered" && (
        <>
          <p className="set-hint">{say.bindByHand}</p>
          <CopyText label={say.commandToBind} text={command} />
        </>
      )}
    </Section>
  );
}

function Recorder({ onKeys }: { onKeys: (keys: string) => void }) {
  const [recording, setRecording] = useState(false);
  const [alone, setAlone] = useState(false);
  const end = () => {
    setRecording(false);
    setAlone(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const held = event.ctrlKey || event.altKey || event.metaKey;
    if (!recording || (event.key === "Tab" && !held)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape" && !held) {
      end();
      return;
    }
    const found = recorded(event.nativeEvent);
    setAlone(found.kind === "alone");
    if (found.kind !== "keys") return;
    end();
    onKeys(found.keys);
  };
  return (
    <>
      <button
        type="button"
        className="btn soft"
        data-recording={recording || undefined}
        aria-pressed={recording}
        onKeyDown={onKeyDown}
        // A blank or Enter that was recorded presses nothing when it comes up.
        onKeyUp={(event) => recording && event.preventDefault()}
        onBlur={end}
        onClick={() => setRecording(!recording)}
      >
        {recording ? say.recording : say.record}
      </button>
      <span role="status" className="set-hint">
        {alone ? say.recordNeedsModifier : ""}
      </span>
    </>
  );
}
