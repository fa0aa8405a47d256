/** Processes of a test: started, waited for, ended by their ids. */
import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Looks again and again until `probe` gives something; fails after `seconds` with `what` and the last error. */
export async function until(what, probe, seconds = 15) {
  const end = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      const found = await probe();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`, { cause: last });
    await sleep(50);
  }
}

/** The ids of the processes of a program that were given this argument. */
async function idsOf(program, argument) {
  const found = [];
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = (await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")).split("\0");
    if (line[0] === program && line.includes(argument)) found.push(Number(id));
  }
  return found;
}

/** Ends the processes of a program that were given this argument, and waits until they have ended. */
export async function end(program, argument) {
  for (const id of await idsOf(program, argument)) {
    try {
      process.kill(id, "SIGTERM");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
  await until(`${program} to have ended`, async () => (await idsOf(program, argument)).length === 0);
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs a command to its end: its exit code and what it said. */
export function run(command, args, { env, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => (said[stream] += text));
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
    // A process may end without reading what it is given; its exit code tells.
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
  });
}

/** A process that goes on until it is ended. `stdio[3]`, where asked for, is read into `told`. */
export class Service {
  constructor(command, args, { env, tells = false } = {}) {
    this.name = command;
    this.said = "";
    this.told = "";
    this.child = spawn(command, args, {
      env,
      stdio: ["ignore", "pipe", "pipe", ...(tells ? ["pipe"] : [])],
    });
    // Not "close": what the process started may hold its channels open.
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.once("error", (error) => (this.said += String(error)));
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.said += text));
    }
    if (tells) this.child.stdio[3].setEncoding("utf8").on("data", (text) => (this.told += text));
  }

  /** What the process says on its third channel, once it has said a line. */
  async firstLine() {
    await until(`${this.name} to say something; it said: ${this.said}`, () => this.told.includes("\n"));
    return this.told.split("\n", 1)[0].trim();
  }

  async stop() {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill();
      await this.ended;
    }
    for (const stream of this.child.stdio) stream?.destroy();
  }
}
