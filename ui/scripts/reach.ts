/** Which files of ours a page is made of, for tests that hold it to something. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** All files of ours that a file comes to by its imports, itself among them; no styles. */
export function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, address = ""] of readFileSync(file, "utf8").matchAll(
    /(?:from |import |import\()"(\.[^"]+)"/gu,
  )) {
    const base = resolve(dirname(file), address);
    const found = [`${base}.ts`, `${base}.tsx`, base].find((each) => existsSync(each));
    if (found === undefined) throw new Error(`${file} imports ${address}, which is not there`);
    if (!found.endsWith(".css")) reach(found, seen);
  }
  return seen;
}
