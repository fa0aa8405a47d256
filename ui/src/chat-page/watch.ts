/** Noticing that ChatKit took itself off the page, as it does without a word when it won't run there. */

/** How long nothing must be seen of it, in milliseconds: it may be between two of its own steps. */
const CERTAIN = 400;

/**
 * Calls `gone` once when the element has left the page, or, once it was ready, has lost its frame or has no height
 * in a page that has.
 */
export function watchGone(element: HTMLElement, ready: boolean, gone: (how: string) => void): () => void {
  const hadFrame = frameIn(element);
  let doubt: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const how = (): string | null => {
    if (!element.isConnected) return "ChatKit left the page.";
    if (!ready) return null;
    if (hadFrame && !frameIn(element)) return "ChatKit took its frame away.";
    // A page that is not shown has no height itself, and tells nothing.
    if (window.innerHeight > 0 && element.getBoundingClientRect().height === 0)
      return "ChatKit has no height.";
    return null;
  };
  const look = () => {
    if (over || doubt !== undefined || how() === null) return;
    doubt = setTimeout(() => {
      doubt = undefined;
      const certain = how();
      if (over || certain === null) return;
      stop();
      gone(certain);
    }, CERTAIN);
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  if (element.shadowRoot) changes.observe(element.shadowRoot, { childList: true, subtree: true });
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  const stop = () => {
    over = true;
    clearTimeout(doubt);
    changes.disconnect();
    sizes.disconnect();
  };
  look();
  return stop;
}

/** Whether its frame is there, as far as one can see into it. */
function frameIn(element: HTMLElement): boolean {
  return (element.shadowRoot ?? element).querySelector("iframe") !== null;
}
