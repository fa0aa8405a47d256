/** Things to try, as they fit the day. */
import type { Overview } from "../../ipc/bindings/Overview";
import { promptText } from "../../messages/prompts";
import type { ChatOptions } from "../bridge/messages";

type Prompt = ChatOptions["prompts"][number];

/** How many are shown. */
const SHOWN = 4;

/** What is late comes first, then the day, then what waits; what always fits fills up. */
export function promptsFor(overview: Overview | null): Prompt[] {
  const { overdue = 0, today = 0, upcoming = 0, inbox = 0, open = 0 } = overview ?? {};
  const { moveOverdue, dueToday, comingUp, showInbox, showAll, addOne, yesterday } = promptText;
  const fitting = [
    overdue > 0 && moveOverdue,
    today > 0 && dueToday,
    today === 0 && upcoming > 0 && comingUp,
    overview === null && dueToday,
    inbox > 0 && showInbox,
    addOne,
    open > 0 && showAll,
    overview !== null && yesterday,
  ];
  return fitting.filter((prompt) => prompt !== false).slice(0, SHOWN);
}
