/** Texts that somebody is typing and that aren't saved: a restart must not take them along. */
import { useEffect } from "react";
import { drafts } from "../detail/saving";

/** Where such a text can be. */
export type UnsavedPlace = "task" | "add" | "edit" | "filter" | "chat";

const typed = new Map<symbol, UnsavedPlace>();

/** Says for as long as it holds that there is unsaved text in a place. */
export function useUnsaved(place: UnsavedPlace, has: boolean): void {
  useEffect(() => {
    if (!has) return;
    const mark = Symbol(place);
    typed.set(mark, place);
    return () => {
      typed.delete(mark);
    };
  }, [place, has]);
}

/** Saves what can be saved without asking, and gives back where unsaved text is left. */
export async function settleTexts(): Promise<UnsavedPlace[]> {
  const settled = await drafts.settle();
  return [...new Set([...(settled ? [] : ["task" as const]), ...typed.values()])];
}
