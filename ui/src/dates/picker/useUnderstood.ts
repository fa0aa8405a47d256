import { useEffect, useState } from "react";
import { readWords, type Understood } from "./readWords";

/** Milliseconds of quiet before the host is asked. */
const PAUSE = 90;

export type Reading =
  { state: "empty" | "reading" | "unknown" | "failed" } | { state: "known"; what: Understood };

/** What the host understands of words; never an answer for older ones. */
export function useUnderstood(words: string): Reading {
  const [answer, setAnswer] = useState<{ words: string; what: Understood | null | "failed" } | null>(null);
  useEffect(() => {
    if (words.trim() === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      readWords(words)
        .catch(() => "failed" as const)
        .then((what) => {
          if (!stale) setAnswer({ words, what });
        })
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [words]);
  if (words.trim() === "") return { state: "empty" };
  if (answer?.words !== words) return { state: "reading" };
  if (answer.what === "failed") return { state: "failed" };
  return answer.what === null ? { state: "unknown" } : { state: "known", what: answer.what };
}
