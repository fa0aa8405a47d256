/** Where things are in this tree: the executables, the built pages, the browser. */
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
const executables = process.env.CALM_ORBIT_EXECUTABLES ?? path.join(target, "debug");

/** The app's commands behind a page (src-tauri/examples/bridge). */
export const bridge = path.join(executables, "examples", "bridge");

/** The command-line executable. */
export const command = path.join(executables, "calm-orbit");

/** The built pages. */
export const pages = path.join(root, "ui", "dist");

/** Chromium, as Debian installs it. */
export const chromium = process.env.CALM_ORBIT_CHROMIUM ?? "/usr/bin/chromium";
