/** The time of the tests: a Saturday morning, for the app's processes and for its pages. */
import { readdirSync } from "node:fs";
import path from "node:path";

export const NOW = new Date("2026-11-21T09:30:00Z");

/** The library that tells a process another time; Debian keeps it in a folder of the architecture. */
function library() {
  const found = readdirSync("/usr/lib")
    .map((name) => path.join("/usr/lib", name, "faketime"))
    .flatMap((folder) => {
      try {
        return readdirSync(folder).map((name) => path.join(folder, name));
      } catch {
        return [];
      }
    })
    .find((file) => file.endsWith("libfaketimeMT.so.1"));
  if (!found) throw new Error("libfaketime is missing. Run: script/setup --test");
  return found;
}

/** The environment of a process that begins at this time. Only what the clock on the wall says is another time. */
export function begins(at) {
  return {
    LD_PRELOAD: library(),
    FAKETIME: `@${at.toISOString().slice(0, 19).replace("T", " ")}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    NO_FAKE_STAT: "1",
    TZ: "UTC",
  };
}
