/** Whether the system starts the app at sign-in: as the system has it, not as somebody wished it once. */
import { useCallback, useEffect, useState } from "react";
import type { StartAtLogin as State } from "../../ipc/bindings/StartAtLogin";
import { call } from "../../ipc/host";
import { settingsText as say } from "../../messages/settings";
import { useAttempt } from "../useGroup";
import { Toggle } from "./Toggle";

export function StartAtLogin() {
  const [state, setState] = useState<State | null>(null);
  const attempt = useAttempt();
  const look = useCallback(() => {
    void call("start_at_login").then(setState, () => undefined);
  }, []);
  useEffect(() => {
    look();
    // Somebody may come back from the system's settings.
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [look]);
  const change = async (on: boolean) => {
    setState({ on, problem: null });
    const now = await attempt(() => call("set_start_at_login", { on }));
    if (now) setState(now);
    else look();
  };
  return (
    <Toggle
      label={say.startAtLogin}
      hint={state?.problem ?? say.startAtLoginHint}
      on={state?.on ?? false}
      disabled={state === null || state.problem !== null}
      onChange={(on) => void change(on)}
    />
  );
}
