/** Noticing that ChatKit is gone from the page: it takes itself off without a word when it won't run there. */
import type { OpenAIChatKit } from "@openai/chatkit";

/** How long nothing must be seen of it, in milliseconds: it may be between two of its own steps. */
const CERTAIN = 400;
/** How long its frame may take to answer, in milliseconds. */
const ANSWER = 1500;

/**
 * Calls `gone` once when the element has left the page, or, once it was ready, has lost its frame, has no height
 * in a page that has, or has a frame that was loaded anew and answers nothing.
 */
export function watchGone(element: OpenAIChatKit, ready: boolean, gone: (how: string) => void): () => void {
  const hadFrame = hasFrame(element);
  const over = new AbortController();
  let doubt: ReturnType<typeof setTimeout> | undefined;

  const how = (): string | null => {
    if (!element.isConnected) return "ChatKit left the page.";
    if (!ready) return null;
    if (hadFrame && !hasFrame(element)) return "ChatKit took its frame away.";
    // In a page that is not shown nothing has a height.
    if (heightOf(document.body) > 0 && heightOf(element) === 0) return "ChatKit has no height.";
    return null;
  };
  const say = (why: string) => {
    if (over.signal.aborted) return;
    over.abort();
    gone(why);
  };
  const look = () => {
    if (doubt !== undefined || how() === null) return;
    doubt = setTimeout(() => {
      doubt = undefined;
      const certain = how();
      if (certain !== null) say(certain);
    }, CERTAIN);
  };
  const listen = async () => {
    if (ready && !(await answers(element))) say("ChatKit’s frame answers no more.");
  };

  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  if (element.shadowRoot) {
    changes.observe(element.shadowRoot, { childList: true, subtree: true });
    // Not always the end of it: it may have been ready before it was loaded to the last image.
    element.shadowRoot.addEventListener("load", () => void listen(), { capture: true, signal: over.signal });
  }
  over.signal.addEventListener("abort", () => {
    clearTimeout(doubt);
    changes.disconnect();
    sizes.disconnect();
  });
  look();
  return () => over.abort();
}

function heightOf(element: HTMLElement): number {
  return element.getBoundingClientRect().height;
}

/** Whether its frame is there, as far as one can see into it. */
function hasFrame(element: HTMLElement): boolean {
  return (element.shadowRoot ?? element).querySelector("iframe") !== null;
}

/** Whether the frame answers at all, asked for what changes next to nothing: to close its history. */
async function answers(element: OpenAIChatKit): Promise<boolean> {
  const ask = async () => element.hideHistory();
  const answer = ask().then(
    () => true,
    () => true,
  );
  const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ANSWER));
  return Promise.race([answer, silence]);
}
