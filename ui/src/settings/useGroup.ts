/** One group of settings, for a page that changes it bit by bit. */
import { createContext, useCallback, useContext } from "react";
import type { AllSettings } from "../ipc/bindings/AllSettings";
import type { Failure } from "../ipc/bindings/Failure";
import type { SettingsGroup } from "../ipc/bindings/SettingsGroup";
import { failureOf } from "../ipc/failure";
import { useSettings } from "./useSettings";

/** Says above the page what went wrong; null takes it back. */
export const SayFailure = createContext<(failure: Failure | null) => void>(() => undefined);

/** Runs what may fail, and says so above the page. Gives back null where it did. */
export function useAttempt(): <T>(run: () => Promise<T>) => Promise<T | null> {
  const say = useContext(SayFailure);
  return useCallback(
    async (run) => {
      try {
        const answer = await run();
        say(null);
        return answer;
      } catch (thrown) {
        say(failureOf(thrown));
        return null;
      }
    },
    [say],
  );
}

/** The group as it is, and what changes a part of it. Each change is kept at once. */
export function useGroup<G extends keyof AllSettings>(
  group: G,
): [AllSettings[G], (change: Partial<AllSettings[G]>) => void] {
  const { settings, save } = useSettings();
  const attempt = useAttempt();
  const now = settings[group];
  const change = (part: Partial<AllSettings[G]>) => {
    void attempt(() => save({ group, settings: { ...now, ...part } } as SettingsGroup));
  };
  return [now, change];
}
