/** What the person has chosen: read once, kept for all who go by it, saved group by group. */
import { createContext, createElement, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { AllSettings } from "../ipc/bindings/AllSettings";
import type { SettingsGroup } from "../ipc/bindings/SettingsGroup";
import { call } from "../ipc/host";

export type SettingsState = {
  /** Null until they are known, and where they can't be read. */
  settings: AllSettings | null;
  /** Whether the answer is there, whatever it was. */
  asked: boolean;
  /** Keeps one group. Rejects with a failure, and nothing is changed then. */
  save: (change: SettingsGroup) => Promise<void>;
};

const Context = createContext<SettingsState>({
  settings: null,
  asked: false,
  save: () => Promise.resolve(),
});

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState<{ settings: AllSettings | null; asked: boolean }>({
    settings: null,
    asked: false,
  });
  useEffect(() => {
    let gone = false;
    // Without an answer the window goes by the defaults.
    void call("settings")
      .catch(() => null)
      .then((settings) => {
        if (!gone) setKnown({ settings, asked: true });
      });
    return () => {
      gone = true;
    };
  }, []);
  const save = useCallback(async (change: SettingsGroup) => {
    const settings = await call("save_settings", { change });
    setKnown({ settings, asked: true });
  }, []);
  const state = useMemo(() => ({ ...known, save }), [known, save]);
  return createElement(Context, { value: state }, children);
}

export function useSettings(): SettingsState {
  return useContext(Context);
}
