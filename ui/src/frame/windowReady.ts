/** When the window has something to see: it is drawn from then on, and the host hears of it. */
import { forgetAhead } from "../ipc/ahead";
import { call } from "../ipc/host";

/** Milliseconds after which the window is drawn as it is: what loads so long shows that it does. */
const PATIENCE = 500;

/** Milliseconds after which a frame is taken for drawn. */
const SOON = 100;

let ready: Promise<void> | null = null;

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

/** Resolves after the next frame was drawn, or soon anyway: a window that is hidden may draw no frames. */
function nextFrame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
    setTimeout(done, SOON);
  });
}

/** There is something to see: draws it, and resolves when it is on the screen. The host is told of it. */
export function windowReady(): Promise<void> {
  draw(document.documentElement);
  return (ready ??= nextFrame().then(() => {
    forgetAhead();
    // Without an answer the host goes on by itself.
    call("window_ready").catch(() => undefined);
  }));
}
