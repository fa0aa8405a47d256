/** A profile as somebody may have it: lists, tags, late and planned tasks, one that is done, one in the trash. */

const lists = [
  ["Home", "orange"],
  ["Work", "blue"],
  ["Errands", "amber"],
  ["Health", "green"],
  ["Travel", "teal"],
];

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

/** Fills the profile of a bridge, as of the day that the bridge has. */
export async function fill(bridge) {
  const today = bridge.now ?? new Date();
  for (const [name, colour] of lists) await bridge.shell("lists", "add", name, "--colour", colour);
  for (const task of tasks) {
    await bridge.shell("add", ...task.map((word) => (typeof word === "number" ? day(today, word) : word)));
  }
  for (const part of ["Find the chargers", "Copy the photos", "Note the date"])
    await bridge.shell("add", "--parent", "both laptops", part);
  await bridge.shell("done", "Find the chargers");
  await bridge.shell("add", "Sweep the stairs", "--due", "today");
  await bridge.shell("done", "Sweep the stairs");
  await bridge.shell("add", "Sell the old desk");
  await bridge.shell("rm", "Sell the old desk");
}
