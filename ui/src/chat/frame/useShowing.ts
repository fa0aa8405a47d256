/** Drives what the chat pane shows: asks the host, watches the time and the network. */
import { type ActionDispatch, useCallback, useEffect, useReducer } from "react";
import { call } from "../../ipc/host";
import { type Event, next, type Showing } from "./showing";

/** How long the page in the frame may take to say hello, in milliseconds. */
const HELLO_LIMIT = 8000;
/** How long it may then take to say what became of ChatKit: a little longer than its own two limits. */
const READY_LIMIT = 20_000;

/** What is shown while the pane is `open`, from its first opening on; and a look on the side. */
export function useShowing(open: boolean): [Showing, ActionDispatch<[Event]>, () => void] {
  const [showing, dispatch] = useReducer(next, { at: "closed" });
  const { at } = showing;

  useEffect(() => {
    if (!open) return;
    dispatch({ type: "opened" });
  }, [open]);

  useEffect(() => {
    if (at !== "asking") return;
    call("chat_start").then(
      (start) => dispatch({ type: "started", start }),
      () => dispatch({ type: "not_started" }),
    );
  }, [at]);

  const look = useCallback(() => {
    call("chat_start").then(
      (start) => dispatch({ type: "looked", start }),
      () => undefined,
    );
  }, []);
  // Each time the pane is opened again: the rollback switch may have been turned.
  const known = at === "chatkit" || at === "panel";
  useEffect(() => {
    if (open && known) look();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is shown just now is no reason to ask
  }, [open]);

  const load = showing.at === "chatkit" ? showing.load : null;
  const step = showing.at === "chatkit" ? showing.step : null;
  useEffect(() => {
    if (load === null || step === null || step === "ready") return;
    const limit = step === "loading" ? HELLO_LIMIT : READY_LIMIT;
    const timer = setTimeout(() => dispatch({ type: "in_frame", load, event: { type: "late" } }), limit);
    return () => clearTimeout(timer);
  }, [load, step]);

  useEffect(() => {
    const onOnline = () => dispatch({ type: "online" });
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, []);

  return [showing, dispatch, look];
}
