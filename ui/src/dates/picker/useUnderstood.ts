import { useEffect, useState } from "react";

/** Milliseconds of quiet before the host is asked. */
const PAUSE = 90;

export type Reading<T> = { state: "empty" | "reading" | "unknown" | "failed" } | { state: "known"; what: T };

/** What the host understands of words, by a `read` that stays the same; never an answer for older ones. */
export function useUnderstood<T>(words: string, read: (words: string) => Promise<T | null>): Reading<T> {
  const [answer, setAnswer] = useState<{ words: string; what: T | null | "failed" } | null>(null);
  useEffect(() => {
    if (words.trim() === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      read(words)
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
  }, [words, read]);
  if (words.trim() === "") return { state: "empty" };
  if (answer?.words !== words) return { state: "reading" };
  if (answer.what === "failed") return { state: "failed" };
  return answer.what === null ? { state: "unknown" } : { state: "known", what: answer.what };
}
