/** What the person asks for outside of the page: in the tray, or by starting the app once more. */
import { useEffect, useRef } from "react";
import type { Request } from "../ipc/bindings/Request";
import { call, channel } from "../ipc/host";

/** Runs `quickAdd` whenever the person wants to type a task. */
export function useRequests(quickAdd: () => void): void {
  const latest = useRef(quickAdd);
  useEffect(() => {
    latest.current = quickAdd;
  });
  useEffect(() => {
    const on_request = channel<Request>(() => latest.current());
    call("requests", { on_request }).catch(() => {
      // Without it the window lacks nothing but the way from the tray to the add box.
    });
  }, []);
}
