// The licences of everything that the executables carry, as one text. The pages have them already,
// for the settings' About: this reads what Vite has made of them.
import { readdirSync } from "node:fs";

const assets = new URL("../../../ui/dist/assets/", import.meta.url);
const [file] = readdirSync(assets).filter((name) => /^_virtual_licences-.*\.js$/u.test(name));
if (file === undefined) throw new Error("ui/dist has no licences. Build the pages anew.");
const { default: licences } = await import(new URL(file, assets).href);

const lines = [
  "What the executables of Calm Orbit carry, with the licence of each. The texts follow below.",
  "",
];
for (const { name, version, licence, texts } of licences.packages) {
  const numbers = texts.map((text) => text + 1).join(", ");
  lines.push(`${name} ${version}: ${licence}${numbers === "" ? "" : ` (texts ${numbers})`}`);
}
licences.texts.forEach((text, index) => lines.push("", `=== ${index + 1} ===`, "", text));
process.stdout.write(`${lines.join("\n")}\n`);
