/** What the tests use. */
import test from "node:test";
import { Desk } from "./desk.js";

export { app, command, Desk } from "./desk.js";
export { panel } from "./panel.js";
export { run, until } from "./processes.js";
export { By, Key } from "./session.js";

/** A test at a desk of its own; where it fails, a picture and the log are kept. */
export function onDesk(name, body) {
  test(name, { timeout: 120_000 }, async (t) => {
    const desk = await Desk.open();
    try {
      await body(desk, t);
    } catch (error) {
      await desk.keepEvidence(name).catch((reason) => t.diagnostic(`no picture: ${reason}`));
      throw error;
    } finally {
      await desk.close();
    }
  });
}
