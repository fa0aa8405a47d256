/** Shows the first start before the window, where it is one. */
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useSettings } from "../settings/useSettings";
import { isNew } from "./isNew";
import { file } from "../load/file";
import { part } from "../load/part";

const Welcome = part(
  file(() => import("./Welcome"), { rarely: true }),
  (welcome) => welcome.Welcome,
  { opens: true },
);

export function FirstStart({ children }: { children: ReactNode }) {
  const { settings, save } = useSettings();
  const { general } = settings;
  // Decided once, when the window opens.
  const [first, setFirst] = useState<boolean | null>(general.welcomed ? false : null);
  const done = useCallback(() => {
    setFirst(false);
    // What can't be kept is asked for once more at the next start.
    save({ group: "general", settings: { ...general, welcomed: true } }).catch(() => undefined);
  }, [general, save]);
  const asking = first === null;
  useEffect(() => {
    if (!asking) return;
    let gone = false;
    isNew()
      // The window says what is wrong.
      .catch(() => false)
      .then((yes) => {
        if (gone) return;
        if (yes) setFirst(true);
        else done();
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asking, done]);
  if (first === null) return null;
  return first ? <Welcome onDone={done} /> : children;
}
