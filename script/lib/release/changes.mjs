// What CHANGELOG.md says about versions, in the forms in which packages want it.
//   node changes.mjs notes VERSION     the part of a version, as it stands there
//   node changes.mjs debian VERSION    Debian's changelog, up to this version
//   node changes.mjs appstream VERSION AppStream's list of releases, up to this version
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ofDebian } from "./versions.mjs";

/** The parts of the page, the newest first: version, date, text. */
export function read(page) {
  const parts = page.split(/^## /mu).slice(1);
  return parts.map((part) => {
    const [heading, ...lines] = part.split("\n");
    const [, version, date] = /^(\S+) \((\d{4}-\d{2}-\d{2})\)$/u.exec(heading.trim()) ?? [];
    if (version === undefined) throw new Error(`CHANGELOG.md: “${heading}” is no version with its date.`);
    return { version, date, text: lines.join("\n").trim() };
  });
}

/** From this version on backwards. A version that isn't there is an error: it would ship without a word. */
export function upTo(releases, version) {
  const at = releases.findIndex((release) => release.version === version);
  if (at < 0) throw new Error(`CHANGELOG.md has no part “## ${version} (DATE)”. Write one.`);
  return releases.slice(at);
}

export function debian(releases, maintainer) {
  const entries = releases.map(({ version, date, text }) => {
    const lines = text.split("\n").filter((line) => line !== "");
    const items = lines.map((line) => (line.startsWith("- ") ? `  * ${line.slice(2)}` : `  * ${line}`));
    const day = new Date(`${date}T12:00:00Z`).toUTCString().replace("GMT", "+0000");
    return `calm-orbit (${ofDebian(version)}) stable; urgency=medium\n\n${items.map(folded).join("\n")}\n\n -- ${maintainer}  ${day}\n`;
  });
  return entries.join("\n");
}

/** A changelog's lines are short. */
function folded(item) {
  const lines = [""];
  for (const word of item.trim().split(" ")) {
    const line = lines.at(-1);
    if (line !== "" && line.length + word.length > 72) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => `${index === 0 ? "  " : "    "}${line}`).join("\n");
}

export function appstream(releases) {
  const one = ({ version, date, text }) => {
    const kind = version.includes("-") ? "development" : "stable";
    return `    <release version="${ofDebian(version)}" date="${date}" type="${kind}">\n      <description>\n${described(text)}\n      </description>\n    </release>`;
  };
  return `<releases>\n${releases.map(one).join("\n")}\n  </releases>`;
}

/** Paragraphs and lists of AppStream. */
function described(text) {
  const blocks = [];
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const item = line.startsWith("- ");
    if (!item) blocks.push(`        <p>${escaped(line)}</p>`);
    else if (blocks.at(-1)?.endsWith("</ul>")) {
      blocks.push(blocks.pop().replace(/\s*<\/ul>$/u, `\n${entry(line)}\n        </ul>`));
    } else blocks.push(`        <ul>\n${entry(line)}\n        </ul>`);
  }
  return blocks.join("\n");
}

const entry = (line) => `          <li>${escaped(line.slice(2))}</li>`;
const escaped = (text) => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL("../../../", import.meta.url);
  const [, , form, version] = process.argv;
  // The tests of packages make versions that were never released.
  const page = readFileSync(process.env.CALM_ORBIT_CHANGES ?? new URL("CHANGELOG.md", root), "utf8");
  const control = readFileSync(new URL("packaging/deb/control", root), "utf8");
  const [, maintainer] = /^Maintainer: (.+)$/mu.exec(control);
  const forms = { notes: ([newest]) => newest.text, debian, appstream };
  try {
    console.log(forms[form](upTo(read(page), version), maintainer).trimEnd());
  } catch (error) {
    console.error(`Error: ${error.message}`);
    process.exitCode = 1;
  }
}
