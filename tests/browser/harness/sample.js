/** A profile as somebody may have it: lists, tags, late and planned tasks, one that is done, one in the trash. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Bridge } from "./bridge.js";

const lists = [
  ["Home", "orange"],
  ["Work", "blue"],
  ["Errands", "amber"],
  ["Health", "green"],
  ["Travel", "teal"],
];

/** A number is a day, so many days from today. */
const tasks = [
  ["Send the gas meter reading", "--list", "Home", "--due", -2],
  ["Answer the landlord about the radiator p2 @email", "--list", "Home", "--due", -1],
  ["Submit the travel expenses p1", "--list", "Work", "--due", "today"],
  ["Water the plants every saturday", "--list", "Home"],
  ["Back up both laptops // The blue disk is in the drawer", "--list", "Home", "--due", "today 22:00"],
  ["Call the dentist about the crown @phone", "--list", "Health", "--due", "today 22:30"],
  ["Pick up the parcel at the post office @town", "--list", "Errands", "--due", "today 23:00"],
  ["Book the night train to Vienna p3", "--list", "Travel", "--due", "today"],
  ["Renew the passport {30 days}", "--list", "Travel", "--due", "in 5 days"],
  ["Review the quarterly figures for 45min", "--list", "Work", "--due", "tomorrow 9am"],
  ["Read the chapter on tides @reading", "--due", "in 2 days"],
  ["Repair the bicycle lamp"],
  ["Write to Aunt Rosa"],
  ["Learn to bake bread", "--start", "someday"],
];

/** The day that is so many days from that one. */
function day(today, offset) {
  return new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
}

async function make(bridge) {
  const today = bridge.now ?? new Date();
  const word = (each) => (typeof each === "number" ? day(today, each) : each);
  for (const [name, colour] of lists) await bridge.shell("lists", "add", name, "--colour", colour);
  for (const task of tasks) await bridge.shell("add", ...task.map(word));
  for (const part of ["Find the chargers", "Copy the photos", "Note the date"])
    await bridge.shell("add", "--parent", "both laptops", part);
  await bridge.shell("done", "Find the chargers");
  await bridge.shell("add", "Sweep the stairs", "--due", "today");
  await bridge.shell("done", "Sweep the stairs");
  await bridge.shell("add", "Sell the old desk");
  await bridge.shell("rm", "Sell the old desk");
}

/** No tasks; the chat is the built-in panel, for a test loads nothing from the network. */
export async function empty({ now } = {}) {
  return made({ now, fill: (bridge) => bridge.shell("list") });
}

/** What somebody wrote whose letters are not those of English: whatever is plain beside it was said by the app. */
async function makeGreek(bridge) {
  await bridge.shell("lists", "add", "Σπίτι", "--colour", "orange");
  const late = day(bridge.now ?? new Date(), -1);
  await bridge.shell("add", "Γάλα p1 @αγορά", "--list", "Σπίτι", "--due", late);
  await bridge.shell(
    "add",
    "Ψωμί p2 @αγορά for 20min // Από τον φούρνο",
    "--list",
    "Σπίτι",
    "--due",
    "today 22:00",
  );
  await bridge.shell("add", "--parent", "Ψωμί", "Αλεύρι");
  await bridge.shell("add", "Λουλούδια every day", "--due", "today");
  await bridge.shell("add", "Τυρί", "--due", "today");
  await bridge.shell("done", "Τυρί");
}

/** The sample in other letters. */
export async function greek({ now } = {}) {
  return made({ now, fill: makeGreek });
}

/** The sample. */
export async function sample({ now } = {}) {
  return made({ now, fill: make });
}

async function made({ now, fill }) {
  const folder = await mkdtemp(path.join(tmpdir(), "calm-orbit-browser-"));
  const profile = path.join(folder, "profile");
  const bridge = await Bridge.start({ profile, now, fill });
  const { settings } = await bridge.call("chat_start");
  await bridge.call("chat_set", { settings: { ...settings, built_in: true } });
  await bridge.stop();
  return folder;
}

/** Copies of a profile, which is made once: `using(sample)` gives a `fill` for bridges. */
export function using(maker) {
  let template;
  return {
    fill: async (bridge) => {
      template ??= maker({ now: bridge.now });
      await cp(path.join(await template, "profile"), bridge.profile, { recursive: true });
    },
    end: async () => {
      if (template) await rm(await template, { recursive: true, force: true });
    },
  };
}
