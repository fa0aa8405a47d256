import type { Failure } from "./bindings/Failure";
import { text } from "../messages/en";

/** What a rejected command said; anything else that was thrown becomes an `internal` failure. */
export function failureOf(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    return thrown as Failure;
  }
  const detail = thrown instanceof Error ? thrown.message : typeof thrown === "string" ? thrown : "";
  return { code: "internal", message: text.unexpected(detail) };
}
