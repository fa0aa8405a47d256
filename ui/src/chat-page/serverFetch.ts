/** How ChatKit reaches the chat server of this computer: with the ticket, and with turns that can be stopped. */

/** The one address that the ticket opens. */
export const SERVER = "/chatkit";

/** The requests that are answered by a stream (openai-chatkit 1.6.5). */
const streaming: ReadonlySet<unknown> = new Set([
  "threads.create",
  "threads.add_user_message",
  "threads.add_client_tool_output",
  "threads.add_structured_input",
  "threads.retry_after_item",
  "threads.custom_action",
]);

type Ways = {
  fetch: typeof fetch;
  /** Whether ChatKit is on the page. What it drops while it goes is no wish of the person. */
  alive: () => boolean;
};

/**
 * The `fetch` for ChatKit. A streaming request gets a turn of its own, which the server brings to its end also
 * when the page goes away; only when ChatKit aborts it, which is all that its Stop does, is the turn stopped.
 */
export function serverFetch(ticket: string, { fetch, alive }: Ways): typeof fetch {
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const server = new URL(SERVER, document.baseURI);
    if (address.origin !== server.origin || address.pathname !== server.pathname) return fetch(input, init);

    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set("Authorization", `Bearer ${ticket}`);
    if (!isStreaming(await bodyOf(input, init))) return fetch(input, { ...init, headers });

    const turn = crypto.randomUUID();
    headers.set("Turn-Id", turn);
    const stop = () => {
      if (!alive()) return;
      const stopped = fetch(SERVER, {
        method: "DELETE",
        headers: { Authorization: `Bearer ${ticket}`, "Turn-Id": turn },
        keepalive: true,
      });
      // A turn that can't be stopped is one that nobody answers any more.
      stopped.catch(() => undefined);
    };
    if (signal?.aborted !== true) signal?.addEventListener("abort", stop, { once: true });
    return fetch(input, { ...init, headers });
  };
}

async function bodyOf(input: RequestInfo | URL, init: RequestInit | undefined): Promise<string> {
  if (typeof init?.body === "string") return init.body;
  if (init?.body === undefined && input instanceof Request) return input.clone().text();
  return "";
}

function isStreaming(body: string): boolean {
  try {
    const request: unknown = JSON.parse(body);
    return (
      typeof request === "object" && request !== null && "type" in request && streaming.has(request.type)
    );
  } catch {
    return false;
  }
}
