/**
 * A double of the API that hosted ChatKit's frame speaks to, with threads in memory. It answers
 * every message with its own words; "call NAME {…}" has the client's tool of that name called.
 */
import { randomUUID } from "node:crypto";

const STREAMED = ["threads.create", "threads.add_user_message", "threads.add_client_tool_output"];

export class HostedApi {
  /** What was asked, with the secret it was signed by. */
  asked = [];
  threads = new Map();
  #secrets;

  constructor(secrets) {
    this.#secrets = secrets;
  }

  async answer(request, response) {
    const secret = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (this.#secrets(secret) !== "good") {
      return json(response, 401, { message: "The client secret is not valid." });
    }
    const { type, params } = JSON.parse(await read(request));
    this.asked.push({ type, params, secret });
    if (!STREAMED.includes(type)) return this.#json(response, type, params);
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const event of this.#events(type, params)) response.write(`data: ${JSON.stringify(event)}\n\n`);
    response.end();
  }

  #json(response, type, { thread_id, title, limit = 20 }) {
    const thread = this.threads.get(thread_id);
    switch (type) {
      case "threads.list": {
        const all = [...this.threads.values()].reverse().slice(0, limit);
        return json(response, 200, { data: all.map(bare), has_more: false });
      }
      case "threads.get_by_id":
        if (!thread) return json(response, 404, { message: "There is no such thread." });
        return json(response, 200, { ...bare(thread), items: { data: thread.items, has_more: false } });
      case "threads.update":
        thread.title = title;
        return json(response, 200, bare(thread));
      case "threads.delete":
        this.threads.delete(thread_id);
        return json(response, 200, {});
      case "items.feedback":
        return json(response, 200, {});
      default:
        return json(response, 400, { message: `No request is called ${type}.` });
    }
  }

  *#events(type, { thread_id, input, result }) {
    let thread = this.threads.get(thread_id);
    if (type === "threads.create") {
      thread = { id: `cthr_${randomUUID()}`, created_at: now(), items: [] };
      this.threads.set(thread.id, thread);
      yield { type: "thread.created", thread: bare(thread) };
    }
    if (input) yield done(thread, { type: "user_message", ...input });
    yield { type: "stream_options", stream_options: { allow_cancel: false } };
    const said = (input?.content ?? []).map(({ text }) => text).join("");
    const call = /^call (\w+) (\{.*\})$/s.exec(said);
    if (result !== undefined) {
      Object.assign(thread.items.at(-1), { status: "completed", output: result });
      yield done(thread, answer(`The tool gave: ${JSON.stringify(result)}`));
    } else if (call) {
      const [, name, text] = call;
      const fields = { status: "pending", call_id: randomUUID(), name, arguments: JSON.parse(text) };
      yield done(thread, { type: "client_tool_call", ...fields });
    } else {
      yield done(thread, answer(`Hosted ChatKit heard: ${said}`));
    }
  }
}

const now = () => new Date().toISOString();
const answer = (text) => ({
  type: "assistant_message",
  content: [{ type: "output_text", text, annotations: [] }],
});

function done(thread, fields) {
  const item = { id: `${fields.type}_${randomUUID()}`, thread_id: thread.id, created_at: now(), ...fields };
  thread.items.push(item);
  return { type: "thread.item.done", item };
}

const bare = ({ id, created_at, title }) => ({
  id,
  created_at,
  ...(title && { title }),
  status: { type: "active" },
  metadata: {},
  items: { data: [], has_more: false },
});

async function read(stream) {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) text += piece;
  return text;
}

function json(response, status, value) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
