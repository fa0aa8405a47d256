/** The chat page begins. It runs third-party script, so it has no way to the host but the messages. */
import { createRoot } from "react-dom/client";
import "./page.css";
import { startLocale } from "../messages/locale";
import { Calls } from "./calls";
import { frameHost } from "./frameHost";
import { Page } from "./Page";
import { Report } from "./report";

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

const host = frameHost(window, meta("window-origins").split(" ").filter(Boolean));
const calls = new Calls(host);
const report = new Report(host);
const root = document.getElementById("root");
void startLocale().then(() => {
  if (!root) return;
  createRoot(root, {
    // What can't be drawn is not drawn any more: React has taken everything off the page.
    onUncaughtError: (error) => report.failed("fatal", error),
  }).render(<Page host={host} calls={calls} report={report} script={meta("chatkit-script")} />);
});
