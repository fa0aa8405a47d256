// Writes what the apps of a channel read to hear of an update: the version, its notes, and for each
// kind of package its address and signature.
//   node channel.mjs --version VERSION --folder DIR --address URL [--notes FILE] [--date DATE] >latest.json
// DIR has the packages with their signatures beside them, URL is where the packages lie.
// A kind without a package is left out: an app is never offered another kind than its own.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parts } from "./versions.mjs";

const KINDS = [
  { system: "linux", kind: "deb", file: /_([^_]+)\.deb$/u },
  { system: "linux", kind: "rpm", file: /\.([^.]+)\.rpm$/u },
  { system: "linux", kind: "appimage", file: /_([^.]+)\.AppImage$/u },
  { system: "windows", kind: "nsis", file: /_([^-]+)-setup\.exe$/u },
  { system: "windows", kind: "msi", file: /_([^.]+)\.msi$/u },
  { system: "darwin", kind: "app", file: /_([^.]+)\.app\.tar\.gz$/u },
];

const MACHINES = { amd64: "x86_64", arm64: "aarch64" };

/** The key by which the updater of a package of this name asks, or nothing where it doesn't ask for such. */
export function keyOf(name) {
  for (const { system, kind, file } of KINDS) {
    // “x86_64” has the character that stands between the parts.
    const machine = file.exec(name.replace("x86_64", "amd64"))?.[1];
    if (machine !== undefined) return `${system}-${MACHINES[machine] ?? machine}-${kind}`;
  }
  return undefined;
}

/** The version that a signature is bound to: what its trusted comment says, which it covers. */
export function versionOf(signature) {
  const text = Buffer.from(signature, "base64").toString("utf8");
  const comment = /^trusted comment: (.*)$/mu.exec(text)?.[1] ?? "";
  return comment
    .split("\t")
    .find((part) => part.startsWith("version:"))
    ?.slice("version:".length);
}

export function channel({ version, folder, address, notes, date }) {
  parts(version);
  const platforms = {};
  for (const name of readdirSync(folder).sort()) {
    const key = keyOf(name);
    if (key === undefined) continue;
    const beside = join(folder, `${name}.sig`);
    if (!existsSync(beside)) throw new Error(`${name} has no signature beside it.`);
    const signature = readFileSync(beside, "utf8").trim();
    const signed = versionOf(signature);
    if (signed !== version)
      throw new Error(`${name} is signed as ${signed ?? "no version"}, not as ${version}.`);
    if (platforms[key] !== undefined) throw new Error(`There are two packages for ${key}.`);
    platforms[key] = { url: `${address.replace(/\/$/u, "")}/${encodeURIComponent(name)}`, signature };
  }
  if (Object.keys(platforms).length === 0) throw new Error(`${folder} has no packages.`);
  return { version, notes, pub_date: date, platforms };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = { type: "string" };
  const { values } = parseArgs({
    options: { version: text, folder: text, address: text, notes: text, date: text },
  });
  const { notes: file, date = new Date().toISOString() } = values;
  const notes = file === undefined ? "" : readFileSync(file, "utf8").trim();
  try {
    console.log(JSON.stringify(channel({ ...values, notes, date }), null, 2));
  } catch (error) {
    console.error(`Error: ${error.message}`);
    process.exitCode = 1;
  }
}
