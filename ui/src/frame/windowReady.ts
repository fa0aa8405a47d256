import { call } from "../ipc/host";

let told = false;

/**
 * Tells the host, once, that there is something to see: after the next frame was drawn, or soon anyway, for a
 * window that is still hidden may draw no frames.
 */
export function windowReady(): void {
  if (told) return;
  told = true;
  let sent = false;
  const send = () => {
    if (sent) return;
    sent = true;
    // Without an answer the host shows the window by itself.
    call("window_ready").catch(() => undefined);
  };
  requestAnimationFrame(() => requestAnimationFrame(send));
  setTimeout(send, 100);
}
