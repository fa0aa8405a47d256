/** Where ChatKit gets its answers: from the server of this computer, or, hosted, from OpenAI. */
import type { CustomApiConfig, HostedApiConfig } from "@openai/chatkit";
import type { ToPage } from "../chat/bridge/messages";
import type { Calls } from "./calls";
import type { Report } from "./report";
import { SERVER, serverFetch } from "./serverFetch";

/** How long a client secret may take, in milliseconds: the app makes up to three attempts in 30 s. */
const SECRET = 40_000;

type Api = Extract<ToPage, { type: "start" }>["api"];

export function apiOf(
  api: Api,
  calls: Calls,
  failed: Report["failed"],
  alive: () => boolean,
): CustomApiConfig | HostedApiConfig {
  if (api.kind === "device") {
    return {
      url: SERVER,
      // Nobody checks it for a page on localhost, but ChatKit insists that there is one.
      domainKey: "local-dev",
      fetch: serverFetch(api.ticket, { fetch: window.fetch.bind(window), alive }),
    };
  }
  let had = false;
  return {
    getClientSecret: async (current) => {
      try {
        const secret = await calls.ask({ type: "secret", current }, SECRET);
        if (typeof secret !== "string" || secret === "") throw new Error("The app gave no session.");
        had = true;
        return secret;
      } catch (refused) {
        // A conversation that runs shows this itself and asks again.
        if (!had) failed("no_session", refused);
        throw refused;
      }
    },
  };
}
