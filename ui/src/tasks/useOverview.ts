import { useLayoutEffect, useState } from "react";
import type { Overview } from "../ipc/bindings/Overview";
import { ahead } from "../ipc/ahead";
import { onChanged } from "../ipc/changes";
import { Coalesced } from "../ipc/coalesce";
import { call } from "../ipc/host";

/** Lists, tags and counts, kept current; null until they are known. `today` is asked again when it turns. */
export function useOverview(today: string): Overview | null {
  const [overview, setOverview] = useState<Overview | null>(() => ahead("overview") ?? null);
  // Before the frame is drawn that waits for it.
  useLayoutEffect(() => {
    const refresh = new Coalesced<null>(async () => {
      // A failure here is the failure of the view too, and shown there.
      const answer = await call("overview").catch(() => null);
      if (answer) setOverview(answer);
    });
    refresh.askNow(null);
    const leave = onChanged(() => refresh.ask(null));
    return () => {
      leave();
      refresh.stop();
    };
  }, [today]);
  return overview;
}
