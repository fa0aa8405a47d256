/**
 * A backend as the published contracts have it: both forms of its session endpoint, and the flag of
 * the rollout. It mints at the double of OpenAI.
 */
import { Double, seconds, secretUntil } from "./double.js";

export const TOKEN = "backend-token-93d1";

export class Backend extends Double {
  secrets = new Map();
  /** How long a session lasts, in seconds. */
  lifetime = 600;
  /** What the flag says; nothing where there is no such endpoint. */
  rollout = null;
  /** "iso", "integer" or "absent". */
  expiry = "iso";

  /** Its flag is asked for whenever it suits the app. */
  meets = ({ method }) => method === "POST";

  /** What a client secret is worth. */
  worth = (secret) => {
    const end = this.secrets.get(secret);
    if (end === undefined) return "unknown";
    return end > seconds() ? "good" : "expired";
  };

  answer({ method, path, headers }) {
    if (path === "/api/chat/rollout") {
      return this.rollout ? { status: 200, body: this.rollout } : { status: 404 };
    }
    const paths = ["/api/chatkit/session", "/api/chat/chatkit/session"];
    if (method !== "POST" || !paths.includes(path)) return { status: 404, body: { detail: "Not Found" } };
    if (headers.authorization !== `Bearer ${TOKEN}`) {
      return { status: 401, body: { detail: "Invalid or expired token" } };
    }
    const end = seconds() + this.lifetime;
    const client_secret = secretUntil(end);
    this.secrets.set(client_secret, end);
    if (path === paths[1]) return { status: 200, body: { client_secret } };
    const expires_at = { iso: new Date(end * 1000).toISOString(), integer: end }[this.expiry];
    return { status: 200, body: { client_secret, user_id: "user-1", ...(expires_at && { expires_at }) } };
  }
}
