/** Whoever shows this page, and what the two say to each other. The page knows nothing else of where it is. */
import type { FromPage, ToPage } from "../chat/bridge/messages";

export type Host = {
  send: (message: FromPage) => void;
  /** Listens until the returned function is called. */
  onMessage: (receive: (message: ToPage) => void) => () => void;
};
