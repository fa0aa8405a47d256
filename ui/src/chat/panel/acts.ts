/** What can be done from within the conversation, for the parts deep in it. */
import { createContext, useContext } from "react";
import type { Action, StructuredAnswers } from "./protocol";

export type Acts = {
  /** No answer is under way. */
  free: boolean;
  /** Shows a task, list or tag: `task:UUID`, `list:UUID`, `tag:NAME`. */
  onOpen: (entity: string) => void;
  /** Asks whether a page of the web should be opened. */
  onLink: (address: string) => void;
  /** A button of a widget; `quick` ones are answered by the item alone. */
  act: (itemId: string, action: Action, quick: boolean) => void;
  submit: (itemId: string, input: StructuredAnswers) => void;
};

const none = () => undefined;
export const ActsContext = createContext<Acts>({
  free: false,
  onOpen: none,
  onLink: none,
  act: none,
  submit: none,
});

export function useActs(): Acts {
  return useContext(ActsContext);
}
