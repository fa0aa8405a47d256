/** The window's end of the messages between it and the chat page. The page is not trusted. */
import { type FromPage, readFromPage, type ToPage } from "../bridge/messages";

/** The longest message that is read, as JSON in UTF-16 units. */
const LONGEST = 100_000;

type Around = Pick<Window, "addEventListener" | "removeEventListener">;

/**
 * Receives what the page in `frame` says, until the returned function is called. Anything that doesn't come from
 * exactly this frame and origin, is too long, or doesn't fit the schema is dropped.
 */
export function listen(
  around: Around,
  frame: HTMLIFrameElement,
  origin: string,
  receive: (message: FromPage) => void,
): () => void {
  const onMessage = (event: MessageEvent) => {
    if (event.source === null || event.source !== frame.contentWindow || event.origin !== origin) return;
    if (!isShort(event.data)) return;
    const message = readFromPage(event.data);
    if (message) receive(message);
  };
  around.addEventListener("message", onMessage);
  return () => around.removeEventListener("message", onMessage);
}

/** Says something to the page, should it still be the one of that origin. */
export function tell(frame: HTMLIFrameElement, origin: string, message: ToPage): void {
  frame.contentWindow?.postMessage(message, origin);
}

function isShort(message: unknown): boolean {
  try {
    const json: unknown = JSON.stringify(message);
    return typeof json === "string" && json.length <= LONGEST;
  } catch {
    return false; // in circles, or of a kind that JSON doesn't know
  }
}
