/** The host of a page in a frame: the window around it, spoken to by `postMessage`. */
import { type FromPage, readFromPage, readToPage, type ToPage } from "../chat/bridge/messages";
import type { Host } from "./host";

/** The part of `window` that is needed. */
export type Framed = Pick<Window, "parent" | "addEventListener" | "removeEventListener"> & {
  location: { ancestorOrigins?: { readonly length: number; readonly [index: number]: string } };
};

/** `origins` are those that the parent may have; a message from any other is not read. */
export function frameHost(self: Framed, origins: readonly string[]): Host {
  // Where a message is sent before the parent has spoken. Browsers that say who is around a frame spare the
  // attempts at the others.
  const around = self.location.ancestorOrigins?.[0];
  let parents = around !== undefined && origins.includes(around) ? [around] : origins;

  const fromParent = (event: MessageEvent): ToPage | null => {
    if (event.source === null || event.source !== self.parent || !origins.includes(event.origin)) return null;
    const message = readToPage(event.data);
    if (message) parents = [event.origin];
    return message;
  };

  return {
    send: (message: FromPage) => {
      if ((self.parent as unknown) === self || !readFromPage(message)) return;
      for (const origin of parents) {
        try {
          self.parent.postMessage(message, origin);
        } catch {
          // Chromium refuses `tauri://…` as a target; there the parent has another origin.
        }
      }
    },
    onMessage: (receive) => {
      const listen = (event: MessageEvent) => {
        const message = fromParent(event);
        if (message) receive(message);
      };
      self.addEventListener("message", listen);
      return () => self.removeEventListener("message", listen);
    },
  };
}
