/** Which groups of the side list are closed; the window remembers it. */
import { useState } from "react";
import { remember, remembered } from "../storage/remember";

export type GroupName = "lists" | "filters" | "tags";

export function useClosed(): [(name: GroupName) => boolean, (name: GroupName) => (open: boolean) => void] {
  const [closed, setClosed] = useState(() => new Set((remembered("side.closed") ?? "").split(" ")));
  const setOpen = (name: GroupName) => (open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(name);
    else next.add(name);
    setClosed(next);
    remember("side.closed", [...next].join(" ").trim() || null);
  };
  return [(name) => !closed.has(name), setOpen];
}
