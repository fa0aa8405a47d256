/**
 * What the window will ask first, asked before there is anything to draw: so its first frame has its rows, and is
 * the only one that has to be laid out. Each part asks again by itself, for answers that stay current.
 */
import type { View } from "./bindings/View";
import { startWatching } from "./changes";
import { call, type Commands } from "./host";

/** What the window shows first. */
export const FIRST_VIEW = { kind: "today" } as const satisfies View;

/** Milliseconds after which the window begins with what is known by then. */
const PATIENCE = 500;

type Ahead = "status" | "settings" | "overview" | "view";
type Answers = { [K in Ahead]?: Commands[K][1] };

let answers: Answers = {};

/** Asks, and resolves when all is answered or failed. What failed is asked again by whom it concerns. */
export async function askAhead(): Promise<void> {
  const known: Answers = {};
  const keep = async <K extends Ahead>(name: K, answer: Promise<Commands[K][1]>) => {
    Object.assign(known, { [name]: await answer });
  };
  const asked = Promise.allSettled([
    startWatching(),
    keep("status", call("status")),
    keep("settings", call("settings")),
    keep("overview", call("overview")),
    keep("view", call("view", { view: FIRST_VIEW })),
  ]);
  await Promise.race([asked, new Promise((done) => setTimeout(done, PATIENCE))]);
  answers = { ...known }; // an answer that comes later is not taken for one of now
}

/** An answer that is there already, until the window is drawn. */
export function ahead<K extends Ahead>(name: K): Answers[K] {
  return answers[name];
}

/** The window is drawn: from now on what was asked ahead is old. */
export function forgetAhead(): void {
  answers = {};
}
