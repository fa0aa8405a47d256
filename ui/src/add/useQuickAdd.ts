import { useEffect, useState } from "react";
import type { QuickAdd } from "../ipc/bindings/QuickAdd";
import { call, type Range } from "../ipc/host";
import { accepted } from "./refused";

/** Milliseconds of quiet before the host is asked. */
const PAUSE = 90;

const NOTHING: QuickAdd["spans"] = [];

/** What the host recognises in a text beside what was refused; an answer for an older text is never shown. */
export function useQuickAdd(typed: string, refused: readonly Range[]): QuickAdd["spans"] {
  const [answer, setAnswer] = useState<{ typed: string; spans: QuickAdd["spans"] } | null>(null);
  useEffect(() => {
    if (typed.trim() === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      call("read_quick_add", { text: typed, refused })
        .then(({ spans }) => {
          if (!stale) setAnswer({ typed, spans });
        })
        // What is not recognised is a title: adding says what is wrong, if anything is.
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed, refused]);
  // What was refused since the answer is a word again at once.
  return answer?.typed === typed ? accepted(answer.spans, refused) : NOTHING;
}
