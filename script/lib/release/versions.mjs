// Versions as Cargo writes them (1.3.0, 1.3.0-beta.4), and as each kind of package wants them, so
// that a beta always comes before the version that it leads to.
//   node versions.mjs debian|rpm|windows|channel VERSION
import { fileURLToPath } from "node:url";

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-beta\.(\d+))?$/u;

export function parts(version) {
  const found = VERSION.exec(version);
  if (found === null) throw new Error(`“${version}” is neither like 1.3.0 nor like 1.3.0-beta.4.`);
  const [major, minor, patch, beta] = found
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  return { major, minor, patch, beta };
}

/** dpkg and rpm sort a tilde before the end; a hyphen would begin a revision, which comes after it. */
export function ofDebian(version) {
  parts(version);
  return version.replace("-", "~");
}

/** Windows Installer takes numbers alone, and its own order counts the first three. */
export function ofWindows(version) {
  const { major, minor, patch, beta } = parts(version);
  if (major > 255 || minor > 255 || patch > 65535)
    throw new Error(`“${version}” is too large for Windows Installer.`);
  return `${major}.${minor}.${patch}.${beta ?? 65535}`;
}

/** Which channel a version is for. */
export function channelOf(version) {
  return parts(version).beta === null ? "stable" : "beta";
}

/** Negative where `a` comes before `b`, 0 where they are the same. */
export function compare(a, b) {
  const order = (version) => {
    const { major, minor, patch, beta } = parts(version);
    return [major, minor, patch, beta ?? Infinity];
  };
  const [left, right] = [order(a), order(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : left[at] < right[at] ? -1 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , form, version] = process.argv;
  const forms = { debian: ofDebian, rpm: ofDebian, windows: ofWindows, channel: channelOf };
  try {
    console.log(forms[form](version));
  } catch (error) {
    console.error(`Error: ${error.message}`);
    process.exitCode = 1;
  }
}
