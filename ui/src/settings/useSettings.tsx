/** What the person has chosen: asked for at the start, kept for all who go by it, saved group by group. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { AllSettings } from "../ipc/bindings/AllSettings";
import type { SettingsGroup } from "../ipc/bindings/SettingsGroup";
import { ahead } from "../ipc/ahead";
import { call } from "../ipc/host";
import { defaults } from "./defaults";

export type SettingsState = {
  /** As they are now; the defaults until they are known, and where they can't be read. */
  settings: AllSettings;
  /** Whether the host has answered, whatever it said. */
  asked: boolean;
  /** Keeps one group, and goes by it at once. Rejects with a `Failure`; then all is as it was. */
  save: (change: SettingsGroup) => Promise<void>;
  /** Asks once more: something else has changed them. */
  look: () => void;
};

const Context = createContext<SettingsState>({
  settings: defaults,
  asked: false,
  save: () => Promise.resolve(),
  look: () => undefined,
});

/** All settings with one group as it was chosen anew. */
function withGroup(all: AllSettings, change: SettingsGroup): AllSettings {
  return { ...all, [change.group]: change.settings };
}

export function SettingsProvider({ children }: { children: ReactNode }) {
  // What the host said last, and over it what it has not answered yet.
  const [known, setKnown] = useState(() => ahead("settings") ?? defaults);
  const [pending, setPending] = useState<readonly SettingsGroup[]>([]);
  const [asked, setAsked] = useState(() => ahead("settings") !== undefined);
  const turn = useRef<Promise<unknown>>(Promise.resolve()); // one question after the other

  const ask = useCallback((question: () => Promise<AllSettings>) => {
    const answered = turn.current.then(question).then(setKnown);
    turn.current = answered.catch(() => undefined);
    return answered;
  }, []);
  const look = useCallback(() => {
    // Without an answer the window goes by what it knows.
    void ask(() => call("settings"))
      .catch(() => undefined)
      .then(() => setAsked(true));
  }, [ask]);
  useEffect(() => {
    if (ahead("settings") === undefined) look();
  }, [look]);

  const save = useCallback(
    async (change: SettingsGroup) => {
      setPending((before) => [...before, change]);
      try {
        await ask(() => call("save_settings", { change }));
      } finally {
        setPending((before) => before.filter((each) => each !== change));
      }
    },
    [ask],
  );

  const settings = useMemo(() => pending.reduce(withGroup, known), [known, pending]);
  const state = useMemo(() => ({ settings, asked, save, look }), [settings, asked, save, look]);
  return <Context value={state}>{children}</Context>;
}

export function useSettings(): SettingsState {
  return useContext(Context);
}
