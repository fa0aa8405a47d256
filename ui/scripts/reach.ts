/** Which files of ours a page is made of, for tests that hold it to something. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const ALL = /(?:from |import |import\()"(\.[^"]+)"/gu;
const AT_ONCE = /^(?:import|export) (?!type\b)(?:[^"';]* from )?"(\.[^"]+)"/gmu;

/**
 * All files of ours that a file comes to by its imports, itself among them; no styles. Without `later` none of those
 * that are loaded once something in them is needed, or whose types alone are.
 */
export function reach(file: string, { later = true } = {}, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, address = ""] of readFileSync(file, "utf8").matchAll(later ? ALL : AT_ONCE)) {
    const base = resolve(dirname(file), address);
    const found = [`${base}.ts`, `${base}.tsx`, base].find((each) => existsSync(each));
    if (found === undefined) throw new Error(`${file} imports ${address}, which is not there`);
    if (!found.endsWith(".css")) reach(found, { later }, seen);
  }
  return seen;
}
