/** The names that fit what is typed after `#` or `@`. */
import { useEffect, useState } from "react";
import type { OfferedName } from "../ipc/bindings/OfferedName";
import { call } from "../ipc/host";
import type { Naming } from "./naming";

export type Names = {
  offered: readonly OfferedName[];
  /** The name that there is not yet; null where the letters are one that there is. */
  fresh: string | null;
};

const NONE: Names = { offered: [], fresh: null };

export function useNames(naming: Naming | null): Names {
  const kind = naming?.kind ?? null;
  const letters = naming?.letters ?? "";
  const [answer, setAnswer] = useState<{ asked: string; offered: OfferedName[] } | null>(null);
  const asked = kind === null ? null : `${kind} ${letters}`;
  useEffect(() => {
    if (kind === null || asked === null) return;
    let stale = false;
    call("quick_add_names", { kind, letters })
      .then((offered) => {
        if (!stale) setAnswer({ asked, offered });
      })
      // A name can be typed in full.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [asked, kind, letters]);
  if (kind === null || answer === null) return NONE;
  // Until the answer comes, that to the letters before; but never of the other kind.
  if (!answer.asked.startsWith(`${kind} `)) return NONE;
  const name = letters.trim();
  const known = answer.offered.some((each) => each.name.toLowerCase() === name.toLowerCase());
  return { offered: answer.offered, fresh: name === "" || known || answer.asked !== asked ? null : name };
}
