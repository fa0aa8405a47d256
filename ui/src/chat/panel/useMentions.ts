/** What can be mentioned, as one looks for it by `@`. */
import { useEffect, useState } from "react";
import type { Entity } from "../../ipc/bindings/Entity";
import { call } from "../../ipc/host";
import type { Query } from "./draft";

export type Mentions = {
  /** Nothing where nothing is looked for or found. */
  found: readonly Entity[];
  /** The one that Enter would take. */
  at: number;
  move: (to: number) => void;
  /** Closes the list until something else is looked for. */
  close: () => void;
};

type Found = { query: string; entities: readonly Entity[] };

export function useMentions(query: Query | null): Mentions {
  const [answer, setAnswer] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  // What was closed stays closed where it stands, whatever is typed behind it.
  const [closed, setClosed] = useState<number | null>(null);
  const words = query?.words ?? null;
  const start = query?.start ?? null;
  if (closed !== null && start !== closed) setClosed(null);

  useEffect(() => {
    if (words === null) return;
    let late = false;
    call("chat_tags", { query: words }).then(
      (entities) => {
        if (late) return;
        setAnswer({ query: words, entities });
        setAt(0);
      },
      // Without suggestions one writes on.
      () => !late && setAnswer(null),
    );
    return () => {
      late = true;
    };
  }, [words]);

  // While the next answer is under way, the one before stays: the list doesn't flicker.
  const open = words !== null && closed === null && answer !== null;
  return {
    found: open ? answer.entities : [],
    at: Math.min(at, Math.max(0, (answer?.entities.length ?? 0) - 1)),
    move: setAt,
    close: () => setClosed(start),
  };
}
