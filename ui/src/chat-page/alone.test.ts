import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, it } from "vitest";

/** All files of ours that a file comes to by its imports. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, address = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import) "(\.[^"]+)"/gu)) {
    const base = resolve(dirname(file), address);
    const found = [base, `${base}.ts`, `${base}.tsx`].find((each) => existsSync(each));
    if (found === undefined) throw new Error(`${file} imports ${address}, which is not there`);
    if (!found.endsWith(".css")) reach(found, seen);
  }
  return seen;
}

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
