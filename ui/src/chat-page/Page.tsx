/** The page: asks the host to begin, brings ChatKit up, and says what became of it. */
import { useCallback, useEffect, useState } from "react";
import { PROTOCOL, type ToPage } from "../chat/bridge/messages";
import type { Calls } from "./calls";
import { Chat } from "./Chat";
import type { Host } from "./host";
import { forwardKeys } from "./keys";
import type { Report } from "./report";
import { loadScript } from "./script";
import { Skeleton } from "./Skeleton";

type Start = Extract<ToPage, { type: "start" }>;

type Props = {
  host: Host;
  calls: Calls;
  report: Report;
  /** The address of ChatKit's script. */
  script: string;
};

export function Page({ host, calls, report, script }: Props) {
  const [start, setStart] = useState<Start | null>(null);
  const [state, setState] = useState<"loading" | "loaded" | "ready" | "failed">("loading");

  const onReady = useCallback(() => {
    report.ready();
    setState((now) => (now === "failed" ? now : "ready"));
  }, [report]);
  const onFailed = useCallback<Report["failed"]>(
    (reason, why) => {
      report.failed(reason, why);
      setState("failed");
    },
    [report],
  );

  useEffect(() => {
    const leave = host.onMessage((message) => {
      // It begins once; the options that follow are the chat's.
      if (message.type === "start") setStart((now) => now ?? message);
    });
    host.send({ type: "hello", protocol: PROTOCOL });
    return leave;
  }, [host]);
  useEffect(() => forwardKeys(host), [host]);

  const started = start !== null;
  useEffect(() => {
    if (!started) return;
    loadScript(script).then(
      () => setState((now) => (now === "failed" ? now : "loaded")),
      (why: unknown) => onFailed("script", why),
    );
  }, [started, script, onFailed]);

  // The host takes over: nothing of it may be in the way.
  if (state === "failed") return null;
  const scheme = start?.options.theme.scheme;
  return (
    <main className="page" style={{ colorScheme: scheme ?? "light dark" }}>
      {start !== null && state !== "loading" && (
        <div className="chat">
          <Chat
            host={host}
            calls={calls}
            report={report}
            start={start}
            ready={state === "ready"}
            onReady={onReady}
            onFailed={onFailed}
          />
        </div>
      )}
      {state !== "ready" && <Skeleton />}
    </main>
  );
}
