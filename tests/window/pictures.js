/**
 * Takes the pictures of the documentation in the real window: node pictures.js FOLDER. `script/pictures` calls it.
 * The day is the one on which it runs; nothing else of the machine is in them.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Desk, Key, until } from "./harness/index.js";
import { QuickAddWindow } from "./harness/quickAdd.js";

const folder = path.resolve(process.argv[2] ?? "pictures");

/** What is on the person's mind, as they would type it. */
const plan = `
Send the gas meter reading today #Home
Answer the landlord about the radiator today p2 #Home @email
Submit the travel expenses today p1 #Work
Back up both laptops today 10:00 every week #Home
Call the dentist about the crown today 10:30 #Health @phone for 15min
Pick up the parcel at the post office today 11:30 #Errands @town
Book the night train to Vienna today p3 #Travel // The one at 22:40, in the **quiet coach**.
Swimming, pack the goggles today 14:00 every saturday #Family
Write the talk for the meetup tomorrow #Work @writing
Order seeds for the balcony in 3 days #Home
Plan the summer holiday next month #Travel
Learn to bake rye bread`;
const parts = ["Compare the sleepers", "Ask about the bicycle", "Print the tickets"];

/** A desk with the plan on it. */
async function furnished(theme) {
  const desk = await Desk.open();
  desk.env.TZ = "UTC";
  await desk.welcomed();
  const shell = async (...args) => {
    const { code, stderr } = await desk.shell(...args);
    if (code !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  };
  for (const line of plan.trim().split("\n")) await shell("add", line);
  for (const part of parts) await shell("add", part, "--parent", "Book the night train");
  await shell("done", parts[0]);
  const session = await desk.start();
  const { error } = await session.invoke("save_settings", {
    change: {
      group: "appearance",
      settings: { theme, accent: "own", density: "comfortable", motion: "reduced", zoom: 100 },
    },
  });
  if (error) throw new Error(error.message);
  return { desk, session };
}

/** Keeps a picture of one window, by its title. */
async function keep(desk, name, title = "^Calm Orbit$") {
  const [window] = (await desk.tool("xdotool", "search", "--onlyvisible", "--name", title)).split("\n");
  const file = path.join(folder, `${name}.png`);
  await desk.tool("import", "-window", window, `${file}.new.png`);
  await desk.tool("convert", `${file}.new.png`, "-strip", "-colors", "200", `PNG8:${file}`);
  await desk.tool("rm", `${file}.new.png`);
  console.log(file);
}

async function inTheme(theme) {
  const { desk, session } = await furnished(theme);
  try {
    const says = (words) => until(words, async () => (await session.words()).includes(words));
    const key = (...keys) => desk.tool("xdotool", "key", ...keys);
    await says("Swimming, pack the goggles");
    const chat = () => session.find("textbox", "Ask me to manage your tasks…");
    await session.type(await chat(), "What's due today?", Key.ENTER);
    await says("Submit the travel expenses");
    await session.gone("button", "Stop");
    await desk.picture("settled");
    await keep(desk, `today-${theme}`);

    await session.click(await session.find("row", /^Book the night train/));
    await key("o");
    await says("Compare the sleepers");
    await desk.picture("settled");
    await keep(desk, `details-${theme}`);
    await key("Escape");

    await key("ctrl+k");
    await session.find("dialog", /./);
    await desk.tool("xdotool", "type", "--delay", "15", "re");
    await desk.picture("settled");
    await keep(desk, `palette-${theme}`);
    await key("Escape");

    const quickAdd = new QuickAddWindow(desk);
    await quickAdd.ready();
    await quickAdd.call();
    await quickAdd.type("Pay rent every month on the 1st 9am #Home @money p1");
    await until("the line to be read", async () => (await desk.visibleWindows()).length > 0);
    await desk.picture("settled");
    await keep(desk, `quick-add-${theme}`, "^Quick add$");
  } finally {
    await desk.close();
  }
}

await mkdir(folder, { recursive: true });
for (const theme of ["light", "dark"]) await inTheme(theme);
