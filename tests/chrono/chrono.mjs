// Reads lines of JSON, {"text", "now"}, and prints what chrono-node makes of each, one JSON line a
// text: {"due": "2026-08-06" | "2026-08-06T09:00" | null, "piece"}. `now` is a civil time with a
// zone in brackets; the day and time that come out are those of the same wall clock.
import { createInterface } from "node:readline";
import * as chrono from "chrono-node";

/** The civil time of "2026-08-05T09:00[Europe/Berlin]", taken as UTC: chrono then reckons on it. */
function reference(now) {
  return new Date(now.replace(/\[.*$/, "") + "Z");
}

function two(number) {
  return String(number).padStart(2, "0");
}

/** A day, or a day and a time where the text gave one. */
function due(result) {
  const start = result.start;
  const day = `${start.get("year")}-${two(start.get("month"))}-${two(start.get("day"))}`;
  if (!start.isCertain("hour")) return day;
  return `${day}T${two(start.get("hour"))}:${two(start.get("minute") ?? 0)}`;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, now } = JSON.parse(line);
  // A task is due in the future.
  const found = chrono.parse(text, { instant: reference(now), timezone: 0 }, { forwardDate: true });
  const first = found[0];
  console.log(JSON.stringify({ due: first ? due(first) : null, piece: first?.text ?? null }));
}
