/** Makes the document look as the settings and the system say, and goes on following both. */
import { useEffect, useState } from "react";
import { dress, onSystemTheme, systemWish } from "../design/theme";
import type { Surroundings } from "../ipc/bindings/Surroundings";
import { call } from "../ipc/host";
import { useSettings } from "./useSettings";

/** What the system says; null until it is known. Asked again whenever the window comes to the front. */
export function useSurroundings(): Surroundings | null {
  const [known, setKnown] = useState<Surroundings | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () => {
      call("surroundings")
        .then((now) => {
          if (!gone) setKnown(now);
        })
        // Without it the app looks as it does by itself.
        .catch(() => undefined);
    };
    look();
    window.addEventListener("focus", look);
    return () => {
      gone = true;
      window.removeEventListener("focus", look);
    };
  }, []);
  return known;
}

export function useAppearance(): void {
  const { settings, asked } = useSettings();
  const { appearance } = settings;
  const surroundings = useSurroundings();
  useEffect(() => {
    if (!asked) return;
    const apply = () => {
      const wish = systemWish();
      const contrast = wish.contrast || surroundings?.contrast === true;
      dress(document.documentElement, appearance, { ...wish, contrast }, surroundings?.accent ?? null);
    };
    apply();
    return onSystemTheme(apply);
  }, [appearance, asked, surroundings]);
}
