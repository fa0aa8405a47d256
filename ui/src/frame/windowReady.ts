/** When the window has something to see: it is drawn from then on, and the host hears of it. */
import { call } from "../ipc/host";

/** Milliseconds after which the window is drawn as it is: what loads so long shows that it does. */
const PATIENCE = 500;

let told = false;

/**
 * Leaves the page undrawn until `windowReady`, or for a moment at most. Drawing a window full of nothing takes as
 * long as drawing its first rows, which would wait for it.
 */
export function drawWhenReady(root: HTMLElement): void {
  setTimeout(() => draw(root), PATIENCE);
}

function draw(root: HTMLElement): void {
  root.dataset["drawn"] = "";
}

/**
 * Tells the host, once, that there is something to see: after the next frame was drawn, or soon anyway, for a
 * window that is hidden may draw no frames.
 */
export function windowReady(): void {
  if (told) return;
  told = true;
  draw(document.documentElement);
  let sent = false;
  const send = () => {
    if (sent) return;
    sent = true;
    // Without an answer the host goes on by itself.
    call("window_ready").catch(() => undefined);
  };
  requestAnimationFrame(() => requestAnimationFrame(send));
  setTimeout(send, 100);
}
