// Writes into an executable which kind of package it comes in, where Tauri reads it.
//   node mark.mjs FILE DEB|RPM
import { readFileSync, writeFileSync } from "node:fs";

const BEFORE = Buffer.from("__TAURI_BUNDLE_TYPE_VAR_UNK");

const [, , file, kind] = process.argv;
const after = Buffer.from(`__TAURI_BUNDLE_TYPE_VAR_${kind}`);
if (after.length !== BEFORE.length) throw new Error(`“${kind}” is no kind of package.`);
const bytes = readFileSync(file);
const at = bytes.indexOf(BEFORE);
if (at < 0 || bytes.indexOf(BEFORE, at + 1) >= 0) {
  throw new Error(`${file} doesn't have the one place for its kind of package.`);
}
after.copy(bytes, at);
writeFileSync(file, bytes);
