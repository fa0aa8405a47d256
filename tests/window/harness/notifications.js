/** What shows notifications on a desk. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFile } from "node:fs/promises";
import path from "node:path";
import { until } from "./processes.js";

/** Puts it there; what it can do is as real ones say. */
export async function notifications(desk, can = ["actions", "body", "body-markup", "persistence"]) {
  const pipe = path.join(desk.folder, "presses");
  execFileSync("mkfifo", [pipe]);
  const service = desk.python("notifications.py", pipe, can.join(","));
  assert.equal(await service.firstLine(), "ready");
  const lines = () => service.told.split("\n").filter((line) => line.startsWith("{") && line.endsWith("}"));
  const told = () => lines().map((line) => JSON.parse(line));
  const shown = (title) => told().filter((line) => line.shown !== undefined && line.title === title);
  return {
    /** Waits until this was shown so many times; the last of them. */
    shown: (title, times = 1, seconds = 15) =>
      until(
        `“${title}” to be shown ${times} times`,
        () => shown(title).length === times && shown(title).at(-1),
        seconds,
      ),
    /** How many were shown in all. */
    count: () => told().filter((line) => line.shown !== undefined).length,
    closed: (number) =>
      until(`notification ${number} to be closed`, () => told().some((line) => line.closed === number)),
    press: (number, action) => appendFile(pipe, `${number} ${action}\n`),
    stop: () => service.stop(),
  };
}
