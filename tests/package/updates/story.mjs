// What the installed app does with updates, the good and the bad, against a server on this computer.
//   node story.mjs CONFIGURATION     JSON: root, port, driver, and the packages by version
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { App, until } from "./app.mjs";
import { Server } from "./server.mjs";

const { root, port, driver, old, fresh, beta, packages, otherSignature } = JSON.parse(
  readFileSync(process.argv[2], "utf8"),
);
const server = new Server(port);
const app = new App({ driver, control: join(root, "test/control") });
const log = join(root, "home/person/.local/share/org.calmorbit.CalmOrbit/logs/desktop.log");

/** The version that dpkg has installed, with every file as it was packed. */
function installed() {
  const ask = (program, ...args) => execFileSync(program, args, { encoding: "utf8" }).trim();
  assert.equal(
    ask("dpkg", `--root=${root}`, "--verify", "calm-orbit"),
    "",
    "files differ from the package's",
  );
  return ask(
    "dpkg-query",
    `--admindir=${root}/var/lib/dpkg`,
    "--show",
    "--showformat=${Version}",
    "calm-orbit",
  );
}

/** What is tried, the clear word on it, and that the app and its package are as they were. */
async function refused(what, code, said, attempt) {
  const before = installed();
  const state = await attempt();
  assert.equal(state.failure?.code, code, `${what}: ${JSON.stringify(state)}`);
  assert.match(state.failure.message, said, what);
  assert.match(state.failure.message, /changed/u, "the message says that nothing was changed");
  assert.equal(state.version, (await app.state()).version);
  assert.equal(installed(), before, what);
  console.log(`${what}: ${code}. ${state.failure.message}`);
}

/** Offered, downloaded and installed by the app, which then runs in the new version, with the tasks. */
async function updated(what, version, debian, look) {
  const offered = await look();
  assert.equal(offered.step.kind, "offered", JSON.stringify(offered));
  assert.equal(offered.step.release.version, version);
  assert.equal(offered.step.release.notes, `What is new in ${version}.`);
  const waiting = await app.download();
  assert.equal(waiting.step.kind, "waiting", JSON.stringify(waiting));
  const starts = () => readFileSync(log, "utf8").split(" starting ").length;
  const before = starts();
  await app.restart();
  await until("the app to start again", () => starts() > before);
  await until("its window", () =>
    readFileSync(log, "utf8").split(" starting ").at(-1).includes("the page is ready"),
  );
  assert.equal(installed(), debian);
  await app.end();
  await app.start();
  assert.equal((await app.state()).version, version);
  console.log(`${what}: ${version} is installed, and runs`);
}

const downloads = async () => {
  const offered = await app.look();
  assert.equal(offered.step.kind, "offered", JSON.stringify(offered));
  return app.download();
};

await app.start();
assert.equal((await app.state()).barred, null);
assert.equal((await app.state()).version, old);

await refused("A server that is down", "unreachable", /cannot be reached/u, () => app.look());
await server.start();
await refused("A server that knows no list", "not_found", /no list of versions/u, () => app.look());
for (const nonsense of ["<!doctype html>", "", "{}", '{"version":"newest","platforms":{}}']) {
  server.lists.stable = nonsense;
  await refused(`A server that says “${nonsense}”`, "unreachable", /cannot be understood/u, () => app.look());
}

server.publish("stable", old, packages[old]);
assert.equal((await app.look()).step.kind, "newest");
server.publish("stable", "899.0.0", packages[old]);
assert.equal((await app.look()).step.kind, "newest");
console.log("The same version, and an older one: nothing is offered");

server.publish("stable", fresh, packages[fresh], { key: "linux-x86_64-rpm" });
await refused("A list without this kind of package", "unsupported", /not yet for this kind/u, () =>
  app.look(),
);
server.publish("stable", "900.9.0", packages[old]);
await refused("An old package under a new version", "denied", /signature for this version/u, downloads);
const tampered = join(root, "test/tampered.deb");
const bytes = readFileSync(packages[fresh]);
bytes[bytes.length >> 1] ^= 1;
writeFileSync(tampered, bytes);
server.publish("stable", fresh, tampered, { signature: `${packages[fresh]}.sig` });
await refused("A package with a changed bit", "denied", /signature for this version/u, downloads);
rmSync(tampered);
server.publish("stable", fresh, packages[fresh], { signature: otherSignature });
await refused("A package signed with another key", "denied", /signature for this version/u, downloads);
server.release("stable", fresh, dirname(packages[fresh]));
server.isCut = true;
await refused("A download that is cut", "unreachable", /broke off/u, downloads);
server.isCut = false;

await updated("An update", fresh, fresh, () => app.look());

await app.channel("beta");
const early = await app.look();
assert.ok(early.no_beta && early.step.kind === "newest", JSON.stringify(early));
console.log("The channel beta before its first version: said so, and nothing is offered");
await app.channel("stable");
server.release("beta", beta, dirname(packages[beta]));
assert.equal((await app.look()).step.kind, "newest");
await app.channel("beta");
await updated("The channel beta", beta, beta.replace("-", "~"), () => app.look());

await app.channel("stable");
const newest = await app.look();
assert.equal(newest.step.kind, "newest", JSON.stringify(newest));
assert.equal(newest.way_back, fresh);
console.log("Back on the channel stable: nothing is offered unasked, and a way back is named");
await updated("The way back, when it is asked for", fresh, fresh, () => app.look(true));

await app.end();
await server.stop();
