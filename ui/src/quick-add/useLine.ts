/** The line that is typed: the draft, which is kept, or for a while the line of a link, which is not. */
import { useCallback, useEffect, useRef, useState } from "react";
import { moveRefused } from "../add/refused";
import { call, type Range } from "../ipc/host";

/** Milliseconds of quiet before the draft is kept. */
const PAUSE = 400;

type Content = { typed: string; refused: readonly Range[] };

const EMPTY: Content = { typed: "", refused: [] };

export type Line = Content & {
  /** It is that of a link, which somebody followed. */
  fromLink: boolean;
  type: (typed: string) => void;
  refuse: (range: Range) => void;
  /** The draft that was kept: shown, unless something was typed before it came. */
  restore: (draft: string) => void;
  /** Shows the line of a link; the draft waits. */
  follow: (link: string) => void;
  /** The line is done with: added, or a link's that isn't wanted. The draft that waited comes back. */
  finish: (typed: string) => void;
  /** Keeps the draft now. */
  keep: () => Promise<void>;
};

export function useLine(): Line {
  const [draft, setDraft] = useState<Content>(EMPTY);
  const [link, setLink] = useState<Content | null>(null);
  const set = link === null ? setDraft : setLink;
  const { typed, refused } = link ?? draft;
  const keep = useKept(draft.typed);

  return {
    typed,
    refused,
    fromLink: link !== null,
    type: (next) =>
      set((now: Content | null) => ({
        typed: next,
        refused: moveRefused(now?.typed ?? "", next, now?.refused ?? []),
      })),
    refuse: ({ start, end }) =>
      set((now: Content | null) => ({
        typed: now?.typed ?? "",
        refused: [...(now?.refused ?? []), { start, end }],
      })),
    restore: useCallback((kept) => {
      setDraft((now) => (now.typed === "" ? { typed: kept, refused: [] } : now));
    }, []),
    follow: useCallback((line) => setLink({ typed: line, refused: [] }), []),
    finish: (done) => {
      if (link !== null) setLink(null);
      // What was typed while the answer was under way is the next task.
      else setDraft((now) => (now.typed === done ? EMPTY : { ...now, refused: [] }));
    },
    keep,
  };
}

/** Keeps a draft in the profile, a moment after it was typed; gives back what keeps it at once. */
function useKept(typed: string): () => Promise<void> {
  const kept = useRef("");
  const latest = useRef(typed);
  // One after the other, so that no older draft comes last.
  const turn = useRef<Promise<void>>(Promise.resolve());
  const keep = useCallback(() => {
    const text = latest.current;
    if (text === kept.current) return turn.current;
    kept.current = text;
    turn.current = turn.current
      .then(() => call("quick_add_draft", { text }))
      .then(
        () => undefined,
        // It is still in the window; adding says what is wrong.
        () => undefined,
      );
    return turn.current;
  }, []);
  useEffect(() => {
    latest.current = typed;
    // A draft that is gone must not come back.
    const timer = setTimeout(() => void keep(), typed === "" ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [typed, keep]);
  return keep;
}
