/** What the person asks for outside of the page: in the tray, by starting the app once more, in a notification, or in the chat's frame. */
import { useEffect, useRef } from "react";
import type { Request } from "../ipc/bindings/Request";
import { call, channel } from "../ipc/host";

/** What is done about a request, by its kind. One that nothing is said of is let go. */
export type OnRequest = { [K in Request["kind"]]?: (request: Extract<Request, { kind: K }>) => void };

/** Runs what `on` says whenever something is asked for. */
export function useRequests(on: OnRequest): void {
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => {
    const on_request = channel<Request>((request) => {
      switch (request.kind) {
        case "quick_add":
          return latest.current.quick_add?.(request);
        case "key":
          return latest.current.key?.(request);
        case "look_at_chat":
          return latest.current.look_at_chat?.(request);
        case "look_at_settings":
          return latest.current.look_at_settings?.(request);
        case "look_at_updates":
          return latest.current.look_at_updates?.(request);
        case "open_link":
          return latest.current.open_link?.(request);
        case "open_task":
          return latest.current.open_task?.(request);
        case "open_today":
          return latest.current.open_today?.(request);
        case "reminder":
          return latest.current.reminder?.(request);
      }
    });
    call("requests", { on_request }).catch(() => {
      // Without it the window lacks nothing but the ways to it from outside.
    });
  }, []);
}
