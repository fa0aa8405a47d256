/**
 * OpenAI's sessions for ChatKit, by its published API: POST /v1/chatkit/sessions and …/cancel, as
 * strict as its schema. What became of a client secret can be asked by `worth`.
 */
import { randomUUID } from "node:crypto";
import { Double, seconds, secretUntil } from "./double.js";

export const KEY = "sk-test-4f9c2d7a81e6b035";
export const WORKFLOW = "wf_68e5a1c2d4f08190";

export class OpenAi extends Double {
  sessions = new Map();
  /** How long a session lasts where nothing else is asked for, in seconds. */
  lifetime = 600;

  /** What a client secret is worth: "good", "expired" or "unknown". */
  worth = (secret) => {
    const session = [...this.sessions.values()].find((each) => each.client_secret === secret);
    if (!session) return "unknown";
    return session.status === "active" && session.expires_at > seconds() ? "good" : "expired";
  };

  answer({ method, path, headers, body }) {
    if (headers.authorization !== `Bearer ${KEY}`) {
      return failed(401, "invalid_api_key", "Incorrect API key provided.");
    }
    if (headers["openai-beta"] !== "chatkit_beta=v1") {
      return failed(400, "invalid_beta", "You must provide the 'OpenAI-Beta' header.");
    }
    if (method === "POST" && path === "/v1/chatkit/sessions") return this.#create(body);
    const cancelled = /^\/v1\/chatkit\/sessions\/([^/]+)\/cancel$/.exec(path)?.[1];
    if (method === "POST" && this.sessions.has(cancelled)) {
      const session = Object.assign(this.sessions.get(cancelled), { status: "cancelled" });
      return { status: 200, body: session };
    }
    return failed(404, "not_found", "There is nothing here.");
  }

  #create(body) {
    const fault = faultOf(body ?? {});
    if (fault) return failed(400, "invalid_request_error", fault);
    const { workflow, user, expires_after, rate_limits } = body;
    if (workflow.id !== WORKFLOW) {
      return failed(404, "invalid_request_error", `Workflow with id '${workflow.id}' not found.`);
    }
    const expires_at = seconds() + Math.min(this.lifetime, expires_after?.seconds ?? 600);
    const limit = rate_limits?.max_requests_per_1_minute ?? 10;
    const session = {
      id: `cksess_${randomUUID().replaceAll("-", "")}`,
      object: "chatkit.session",
      expires_at,
      client_secret: secretUntil(expires_at),
      workflow: {
        id: workflow.id,
        version: workflow.version ?? null,
        state_variables: null,
        tracing: { enabled: true },
      },
      user,
      rate_limits: { max_requests_per_1_minute: limit },
      max_requests_per_1_minute: limit,
      status: "active",
      chatkit_configuration: {
        automatic_thread_titling: { enabled: true },
        file_upload: { enabled: false, max_file_size: null, max_files: null },
        history: { enabled: true, recent_threads: null },
      },
    };
    this.sessions.set(session.id, session);
    return { status: 200, body: session };
  }
}

const KEYS = ["workflow", "user", "expires_after", "rate_limits", "chatkit_configuration"];

function faultOf(body) {
  const unknown = Object.keys(body).find((key) => !KEYS.includes(key));
  if (unknown) return `Unknown parameter: '${unknown}'.`;
  if (typeof body.workflow?.id !== "string") return "Missing required parameter: 'workflow.id'.";
  if (typeof body.user !== "string" || body.user === "") return "Missing required parameter: 'user'.";
  const after = body.expires_after;
  if (after && (after.anchor !== "created_at" || !(after.seconds >= 1 && after.seconds <= 600))) {
    return "Invalid value: 'expires_after'.";
  }
  return null;
}

const failed = (status, code, message) => ({
  status,
  body: { error: { message, type: "invalid_request_error", param: null, code } },
});
