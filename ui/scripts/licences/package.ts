/** A package of others, with the texts of its licence that it ships. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export type Package = {
  name: string;
  version: string;
  /** As it says itself, in SPDX's words. */
  licence: string;
  kind: "rust" | "javascript";
  texts: string[];
};

/** What is handed to the window: each text once, packages with the numbers of theirs. */
export type Licences = {
  packages: (Omit<Package, "texts"> & { texts: number[] })[];
  texts: string[];
};

const NAMES = /^(?:licen[cs]e|copying|notice|unlicense|copyright)/iu;
const NOT_TEXTS = /\.(?:rs|js|ts|json|html|toml|py|spdx)$/iu;

/** The texts that lie at the top of a package's folder, in the order of their names. */
export function textsIn(folder: string): string[] {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NAMES.test(entry.name) && !NOT_TEXTS.test(entry.name))
    .map(({ name }) => name)
    .sort();
  return files.map((file) => tidy(readFileSync(join(folder, file), "utf8"))).filter((text) => text !== "");
}

/** The same text with other line ends or blanks is the same text. */
export function tidy(text: string): string {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

/** All packages by name and version, with each text once. */
export function together(packages: readonly Package[]): Licences {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const number = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, texts.length);
    texts.push(text);
    return texts.length - 1;
  };
  const key = ({ name, version, kind }: Package) => `${name.toLowerCase()} ${version} ${kind}`;
  const sorted = [...packages].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return { packages: sorted.map((each) => ({ ...each, texts: each.texts.map(number) })), texts };
}
