/** The npm packages that the pages are built from; those that only build them are not in it. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Package, textsIn } from "./package.ts";

const UI = resolve(import.meta.dirname, "../..");

/** The part of a package-lock.json that counts here. */
export type Lock = { packages: Record<string, { dev?: boolean; optional?: boolean; version?: string }> };

/** The folders of the packages that are shipped. */
export function shipped({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([folder, { dev, optional }]) => folder !== "" && dev !== true && optional !== true)
    .map(([folder]) => folder);
}

export function modules(): Package[] {
  const lock = JSON.parse(readFileSync(join(UI, "package-lock.json"), "utf8")) as Lock;
  return shipped(lock).map((place) => {
    const folder = join(UI, place);
    const facts = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
      license?: string;
    };
    return {
      name: facts.name,
      version: facts.version,
      licence: facts.license ?? "see its text",
      kind: "javascript",
      texts: textsIn(folder),
    };
  });
}
