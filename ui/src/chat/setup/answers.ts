/** What a person typed about where answers come from, and what is wrong with it. */
import type { Answers } from "../../ipc/bindings/Answers";
import type { Failure } from "../../ipc/bindings/Failure";
import { setupText } from "../../messages/chatSetup";

/** The paths of the two published forms of a backend's session endpoint. */
export const PATHS = ["/api/chatkit/session", "/api/chat/chatkit/session"] as const;

/** What is wrong, by field. */
export type Wrong = Partial<Record<"url" | "path" | "workflow" | "version", string>>;

/** What can be seen to be wrong here; Rust looks more closely. */
export function wrongWith(answers: Answers): Wrong {
  switch (answers.from) {
    case "device":
      return {};
    case "backend":
      return {
        ...(answers.url === "" && { url: setupText.addressNeeded }),
        ...(!answers.path.startsWith("/") && { path: setupText.pathNeeded }),
      };
    case "openai":
      return answers.workflow.startsWith("wf_") ? {} : { workflow: setupText.workflowNeeded };
  }
}

/** The field that a failure speaks of, by the word it uses for it; else the first. */
export function wrongBy(failure: Failure, from: "backend" | "openai"): Wrong {
  const { message } = failure;
  if (from === "backend") return /\bpath\b/i.test(message) ? { path: message } : { url: message };
  return /\bversion\b/i.test(message) ? { version: message } : { workflow: message };
}
