// What a release says about itself, by the functions that say it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { appstream, debian, read, upTo } from "./changes.mjs";
import { channel, keyOf, versionOf } from "./channel.mjs";
import { channelOf, compare, ofDebian, ofWindows } from "./versions.mjs";

const PAGE = `# Changes

## 1.3.0 (2026-12-01)
Faster & calmer.
- One <thing>
- Another

## 1.3.0-beta.1 (2026-11-28)
- To try
`;

const signature = (version) =>
  Buffer.from(
    `untrusted comment: signature\nRUQ=\ntrusted comment: timestamp:1\tfile:x${version === null ? "" : `\tversion:${version}`}\nRUQ=\n`,
  ).toString("base64");

function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), "calm-orbit-release-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function made(files, version = "1.3.0") {
  const folder = folderWith(files);
  try {
    return channel({
      version,
      folder,
      address: "https://example.org/v1.3.0/",
      notes: "Calmer.",
      date: "2026-12-01",
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("versions go to their channel, in the order of every kind of package", () => {
  assert.equal(channelOf("1.3.0"), "stable");
  assert.equal(channelOf("1.3.0-beta.4"), "beta");
  assert.equal(ofDebian("1.3.0-beta.4"), "1.3.0~beta.4");
  assert.equal(ofWindows("1.3.0-beta.4"), "1.3.0.4");
  assert.equal(ofWindows("1.3.0"), "1.3.0.65535");
  const order = ["1.2.9", "1.3.0-beta.2", "1.3.0-beta.10", "1.3.0", "1.10.0"];
  assert.deepEqual([...order].reverse().sort(compare), order);
  for (const wrong of ["1.3", "v1.3.0", "1.3.0-rc.1", "1.3.0-beta", "1.3.0+x", "", undefined]) {
    assert.throws(() => channelOf(wrong), /neither like/u, String(wrong));
  }
});

test("each kind of package has its key, and nothing else has one", () => {
  const keys = {
    "calm-orbit_1.3.0_amd64.deb": "linux-x86_64-deb",
    "calm-orbit_1.3.0-beta.4_arm64.deb": "linux-aarch64-deb",
    "calm-orbit-1.3.0.x86_64.rpm": "linux-x86_64-rpm",
    "calm-orbit_1.3.0_x86_64.AppImage": "linux-x86_64-appimage",
    "calm-orbit_1.3.0-beta.4_x86_64-setup.exe": "windows-x86_64-nsis",
    "calm-orbit_1.3.0_x86_64.msi": "windows-x86_64-msi",
    "calm-orbit_1.3.0_aarch64.app.tar.gz": "darwin-aarch64-app",
    "calm-orbit_1.3.0_x86_64.app.tar.gz": "darwin-x86_64-app",
    "calm-orbit_1.3.0_aarch64.dmg": undefined,
    "calm-orbit_1.3.0_amd64.deb.sig": undefined,
    SHA256SUMS: undefined,
  };
  for (const [name, key] of Object.entries(keys)) assert.equal(keyOf(name), key, name);
});

test("a channel names each package with its address and signature", () => {
  const deb = signature("1.3.0");
  const latest = made({
    "calm-orbit_1.3.0_amd64.deb": "x",
    "calm-orbit_1.3.0_amd64.deb.sig": `${deb}\n`,
    "a.dmg": "",
  });
  assert.deepEqual(latest, {
    version: "1.3.0",
    notes: "Calmer.",
    pub_date: "2026-12-01",
    platforms: {
      "linux-x86_64-deb": { url: "https://example.org/v1.3.0/calm-orbit_1.3.0_amd64.deb", signature: deb },
    },
  });
});

test("no channel is made of packages that no app would take", () => {
  const deb = "calm-orbit_1.3.0_amd64.deb";
  assert.throws(() => made({}), /no packages/u);
  assert.throws(() => made({ [deb]: "x" }), /no signature/u);
  assert.throws(() => made({ [deb]: "x", [`${deb}.sig`]: signature("1.2.0") }), /signed as 1\.2\.0/u);
  assert.throws(() => made({ [deb]: "x", [`${deb}.sig`]: signature(null) }), /signed as no version/u);
  const two = "other_1.3.0_amd64.deb";
  const both = {
    [deb]: "x",
    [`${deb}.sig`]: signature("1.3.0"),
    [two]: "x",
    [`${two}.sig`]: signature("1.3.0"),
  };
  assert.throws(() => made(both), /two packages/u);
  assert.equal(versionOf("no base64 of a signature"), undefined);
});

test("the page of changes becomes what packages want", () => {
  const releases = read(PAGE);
  assert.deepEqual(releases[1], { version: "1.3.0-beta.1", date: "2026-11-28", text: "- To try" });
  assert.equal(upTo(releases, "1.3.0-beta.1").length, 1);
  assert.throws(() => upTo(releases, "1.4.0"), /no part “## 1\.4\.0/u);
  assert.throws(() => read("## Soon\n- x"), /no version with its date/u);

  const log = debian(releases, "Us <us@example.org>");
  assert.match(
    log,
    /^calm-orbit \(1\.3\.0\) stable; urgency=medium\n\n {2}\* Faster & calmer\.\n {2}\* One <thing>\n/u,
  );
  assert.match(
    log,
    /\n -- Us <us@example\.org> {2}Tue, 01 Dec 2026 12:00:00 \+0000\n\ncalm-orbit \(1\.3\.0~beta\.1\)/u,
  );

  const list = appstream(releases);
  assert.match(
    list,
    /<p>Faster &amp; calmer\.<\/p>\s*<ul>\s*<li>One &lt;thing&gt;<\/li>\s*<li>Another<\/li>\s*<\/ul>/u,
  );
  assert.match(list, /version="1\.3\.0~beta\.1" date="2026-11-28" type="development"/u);
});
