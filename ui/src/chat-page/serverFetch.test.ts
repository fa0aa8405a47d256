import { describe, expect, it } from "vitest";
import { SERVER, serverFetch } from "./serverFetch";

type Asked = { address: string; method: string; headers: Headers; keepalive: boolean };

/** The far side: what reached the network. */
function world(alive = true) {
  const asked: Asked[] = [];
  const network: typeof fetch = (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    const { method = "GET", headers, keepalive = false } = init ?? {};
    asked.push({ address, method, headers: new Headers(headers), keepalive });
    return Promise.resolve(new Response("{}"));
  };
  const state = { alive };
  const ask = serverFetch("the-ticket", { fetch: network, alive: () => state.alive });
  return { asked, ask, state };
}

const post = (type: string, signal?: AbortSignal): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json", "Accept-Language": "de" },
  body: JSON.stringify({ type, params: {} }),
  ...(signal ? { signal } : {}),
});

describe("a request of ChatKit", () => {
  it("carries the ticket, and what it carried before", async () => {
    const { asked, ask } = world();
    await ask(SERVER, post("threads.list"));
    expect(asked[0]?.headers.get("Authorization")).toBe("Bearer the-ticket");
    expect(asked[0]?.headers.get("Content-Type")).toBe("application/json");
    expect(asked[0]?.headers.get("Accept-Language")).toBe("de");
    expect(asked[0]?.headers.has("Turn-Id")).toBe(false);
  });

  it.each([
    "threads.create",
    "threads.add_user_message",
    "threads.add_client_tool_output",
    "threads.add_structured_input",
    "threads.retry_after_item",
    "threads.custom_action",
  ])("gets a turn of its own when it is %s", async (type) => {
    const { asked, ask } = world();
    await ask(SERVER, post(type));
    await ask(SERVER, post(type));
    const turns = asked.map(({ headers }) => headers.get("Turn-Id"));
    expect(turns[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/u);
    expect(turns[1]).not.toBe(turns[0]);
  });

  it("may be a Request", async () => {
    const { asked, ask } = world();
    await ask(new Request(new URL(SERVER, document.baseURI), post("threads.create")));
    expect(asked[0]?.headers.get("Authorization")).toBe("Bearer the-ticket");
    expect(asked[0]?.headers.get("Accept-Language")).toBe("de");
    expect(asked[0]?.headers.has("Turn-Id")).toBe(true);
  });

  it.each([
    "https://elsewhere.example/chatkit",
    "http://localhost:9999/chatkit",
    "/chatkit/more",
    "/assets/x",
  ])("to %s carries no ticket", async (address) => {
    const { asked, ask } = world();
    await ask(address, post("threads.create"));
    expect(asked[0]?.headers.has("Authorization")).toBe(false);
    expect(asked[0]?.headers.has("Turn-Id")).toBe(false);
  });

  it("stops its turn when ChatKit aborts it", async () => {
    const { asked, ask } = world();
    const abort = new AbortController();
    await ask(SERVER, post("threads.create", abort.signal));
    abort.abort();
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ address: SERVER, method: "DELETE", keepalive: true });
    expect(asked[1]?.headers.get("Turn-Id")).toBe(asked[0]?.headers.get("Turn-Id"));
    expect(asked[1]?.headers.get("Authorization")).toBe("Bearer the-ticket");
  });

  it("stops nothing when ChatKit drops it while it leaves the page", async () => {
    const { asked, ask, state } = world();
    const abort = new AbortController();
    await ask(SERVER, post("threads.create", abort.signal));
    state.alive = false;
    abort.abort();
    expect(asked).toHaveLength(1);
  });

  it("without a stream has nothing to stop", async () => {
    const { asked, ask } = world();
    const abort = new AbortController();
    await ask(SERVER, post("threads.list", abort.signal));
    abort.abort();
    expect(asked).toHaveLength(1);
  });
});
