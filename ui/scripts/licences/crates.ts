/** The crates that are linked into the two executables, for the system that is built for. */
import { execFileSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { type Package, textsIn } from "./package.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const EXECUTABLES = ["calm-orbit", "calm-orbit-desktop"];

/** The part of what `cargo metadata` says that counts here. */
export type Metadata = {
  packages: {
    id: string;
    name: string;
    version: string;
    license: string | null;
    license_file: string | null;
    source: string | null;
    manifest_path: string;
    targets: { kind: string[] }[];
  }[];
  resolve: { nodes: { id: string; deps: { pkg: string; dep_kinds: { kind: string | null }[] }[] }[] };
};

function ask(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
}

/** The system that is built for: the one that Tauri names, else this one. */
function target(): string {
  const named = process.env["TAURI_ENV_TARGET_TRIPLE"];
  if (named !== undefined && named !== "") return named;
  return /^host: (.+)$/mu.exec(ask("rustc", ["--version", "--verbose"]))?.[1] ?? "";
}

/** The ids of the packages that what is named links, itself among them. What only builds it is not in it. */
export function linked({ packages, resolve: { nodes } }: Metadata, names: readonly string[]): Set<string> {
  const macros = new Set(
    packages
      .filter(({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro")))
      .map(({ id }) => id),
  );
  const below = new Map(
    nodes.map(({ id, deps }) => [
      id,
      deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg),
    ]),
  );
  const found = new Set<string>();
  const look = packages
    .filter(({ name, source }) => source === null && names.includes(name))
    .map(({ id }) => id);
  for (let id = look.pop(); id !== undefined; id = look.pop()) {
    if (found.has(id) || macros.has(id)) continue;
    found.add(id);
    look.push(...(below.get(id) ?? []));
  }
  return found;
}

export function crates(): Package[] {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target()];
  const metadata = JSON.parse(ask("cargo", args)) as Metadata;
  const ids = linked(metadata, EXECUTABLES);
  return metadata.packages
    .filter(({ id, source }) => ids.has(id) && source !== null)
    .map(({ name, version, license, manifest_path }) => ({
      name,
      version,
      licence: license ?? "see its text",
      kind: "rust",
      texts: textsIn(dirname(manifest_path)),
    }));
}
