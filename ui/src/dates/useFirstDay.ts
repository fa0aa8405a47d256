/** The first day of the week: as the person chose it, which stands at the root of the page, or as is usual here. */
import { useSyncExternalStore } from "react";
import type { FirstDay } from "../ipc/bindings/FirstDay";
import { firstDayOfWeek, type Weekday } from "./week";

const CHOICES: readonly string[] = ["locale", "monday", "saturday", "sunday"] satisfies FirstDay[];

function chosen(): Weekday {
  const choice = document.documentElement.dataset["firstDay"] ?? "locale";
  return firstDayOfWeek(CHOICES.includes(choice) ? (choice as FirstDay) : "locale");
}

function onChoice(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-first-day", "lang"] });
  return () => watch.disconnect();
}

export function useFirstDay(): Weekday {
  return useSyncExternalStore(onChoice, chosen);
}
