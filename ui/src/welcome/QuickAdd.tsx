/** The keys that open the quick-add window from anywhere: those in force, or the way to have some. */
import { useEffect, useState } from "react";
import type { ShortcutState } from "../ipc/bindings/ShortcutState";
import { call } from "../ipc/host";
import { shownAccelerator } from "../keys/accelerator";
import { welcomeText } from "../messages/welcome";
import { Next } from "./Next";

export function QuickAdd({ onNext }: { onNext: () => void }) {
  const [shortcut, setShortcut] = useState<ShortcutState | null>(null);
  useEffect(() => {
    let gone = false;
    call("shortcut_state").then(
      (state) => {
        if (!gone) setShortcut(state);
      },
      // Then nothing is claimed of it; the settings say more.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  const keys = shortcut?.state === "registered" ? shortcut.keys : null;
  const without = shortcut !== null && keys === null;
  return (
    <>
      <h1>{welcomeText.quickAdd}</h1>
      {keys !== null && (
        <p className="welcome-keys">
          <kbd>{shownAccelerator(keys)}</kbd>
        </p>
      )}
      <p>{keys === null ? welcomeText.quickAddOff : welcomeText.quickAddOn}</p>
      {without && (
        <>
          {shortcut.reason !== null && <p>{shortcut.reason}</p>}
          <p>{welcomeText.quickAddCommand}</p>
          <p className="path">
            <bdi>{shortcut.command}</bdi>
          </p>
        </>
      )}
      <p>{welcomeText.quickAddChange}</p>
      <Next label={welcomeText.next} onPress={onNext} />
    </>
  );
}
