import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { linked, type Metadata } from "./crates.ts";
import { shipped } from "./modules.ts";
import { type Package, textsIn, together } from "./package.ts";

const folder = mkdtempSync(join(tmpdir(), "licences-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("finds the texts at the top of a package", () => {
  mkdirSync(join(folder, "LICENSES"), { recursive: true });
  writeFileSync(join(folder, "LICENSE-MIT"), "\uFEFFPermission  \r\nis granted\n\n");
  writeFileSync(join(folder, "copying"), "Copy it");
  writeFileSync(join(folder, "license.rs"), "fn main() {}");
  writeFileSync(join(folder, "README"), "Read me");
  expect(textsIn(folder)).toEqual(["Permission\nis granted", "Copy it"]);
});

it("has each text once, and the same order whatever the order before", () => {
  const a: Package = { name: "a", version: "1.0.0", licence: "MIT", kind: "rust", texts: ["mit"] };
  const b: Package = { name: "B", version: "2.0.0", licence: "MIT", kind: "javascript", texts: ["b", "mit"] };
  const both = together([a, b]);
  expect(both).toEqual(together([b, a]));
  expect(both.texts).toEqual(["mit", "b"]);
  expect(both.packages.map(({ name, texts }) => [name, texts])).toEqual([
    ["a", [0]],
    ["B", [1, 0]],
  ]);
});

it("follows what is linked, and not what only builds or tests", () => {
  const crate = (id: string, kind = "lib", source: string | null = "registry") => ({
    id,
    name: id,
    version: "1.0.0",
    license: "MIT",
    license_file: null,
    source,
    manifest_path: `/${id}/Cargo.toml`,
    targets: [{ kind: [kind] }],
  });
  const to = (pkg: string, ...kinds: (string | null)[]) => ({
    pkg,
    dep_kinds: kinds.map((kind) => ({ kind })),
  });
  const metadata: Metadata = {
    packages: [
      crate("app", "bin", null),
      crate("other", "bin", null),
      crate("used"),
      crate("deep"),
      crate("derive", "proc-macro"),
      crate("syntax"),
      crate("tester"),
      crate("builder"),
    ],
    resolve: {
      nodes: [
        { id: "app", deps: [to("used", null, "dev"), to("tester", "dev"), to("builder", "build")] },
        { id: "other", deps: [to("tester", null)] },
        { id: "used", deps: [to("deep", null), to("derive", null)] },
        { id: "derive", deps: [to("syntax", null)] },
      ],
    },
  };
  expect([...linked(metadata, ["app"])].sort()).toEqual(["app", "deep", "used"]);
});

it("leaves out what only builds the pages", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/react": { version: "19.0.0" },
      "node_modules/vite": { dev: true },
      "node_modules/fsevents": { optional: true },
    },
  };
  expect(shipped(lock)).toEqual(["node_modules/react"]);
});
