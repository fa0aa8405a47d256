import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { reach } from "../../scripts/reach";

it("runs third-party script, so nothing in it leads to the host's commands", () => {
  const main = resolve("src/chat-page/main.tsx");
  const files = [...reach(main)];
  expect(files.some((file) => file.endsWith("chat/bridge/messages.ts"))).toBe(true);
  expect(files.filter((file) => file.includes("/src/ipc/"))).toEqual([]);
  for (const file of files) expect(readFileSync(file, "utf8")).not.toMatch(/@tauri-apps|__TAURI/u);
});

it("can be seen to lead there, where something does", () => {
  const files = [...reach(resolve("src/main.tsx"))];
  expect(files.some((file) => file.endsWith("/src/ipc/host.ts"))).toBe(true);
});
