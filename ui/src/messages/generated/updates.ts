/** English, written from messages/en/updates.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("updates", {
  version: (version: string) => `Calm Orbit ${version}`,
  unknown: "Nobody has looked for a newer version yet.",
  looking: "Looking for a newer version",
  newest: "This is the newest version.",
  newestBeta: "This is the newest beta version.",
  noBeta: "There is nothing on the beta channel at the moment.",
  lastAnswer: (when: string) => `Last looked ${when}.`,
  look: "Look now",
  barred: {
    no_key:
      "This build has no key to check updates with, so it does not look for any. Get new versions where you got this one.",
    builder: "This copy was built here and not installed, so it does not update itself. Build a newer one.",
    manager: "Your system’s package manager keeps Calm Orbit up to date. Get new versions there.",
    managerOf: (name: string) => `${name} keeps Calm Orbit up to date. Get new versions there.`,
    locked: (folder: string) =>
      `Calm Orbit can’t write to the folder it is in, so it can’t update itself: ${folder}. Move it to a folder of yours, or install the new version by hand.`,
    administrator:
      "Installing needs an administrator’s password, and this system has no way to ask for it (pkexec). Install new versions with your package manager.",
  },
  offered: (version: string) => `Version ${version}`,
  published: (when: string) => `Published ${when}`,
  notes: (version: string) => `What is new in version ${version}`,
  noNotes: "Nobody wrote down what is new in it.",
  older:
    "An older version may be unable to open your tasks as this one keeps them. They are copied before it opens them; the folder of backups has the copies.",
  download: "Download",
  downloadHint: "Nothing is installed yet.",
  downloading: (version: string) => `Downloading version ${version}`,
  received: (received: string, total: string) => `${received} of ${total}`,
  receivedOnly: (received: string) => received,
  stop: "Stop",
  waiting: "Downloaded and checked. It is installed when you quit Calm Orbit.",
  restart: "Restart now",
  letGo: "Don’t install it",
  installing: (version: string) => `Installing version ${version}. Your system may ask for a password.`,
  installed: (version: string) => `Version ${version} is installed. Calm Orbit starts again.`,
  unsaved: (places: string) =>
    `Not restarted: text isn’t saved yet ${places}. Save it or clear it, then restart.`,
  unsavedIn: {
    task: "in the details of a task",
    add: "in the add box",
    edit: "in a task that is being edited",
    filter: "in a filter",
    chat: "in the chat",
  },
  automatic: "Look for updates automatically",
  automaticHint:
    "Soon after a start and about once a day. The server is asked for a list of versions and is told nothing about you or your tasks.",
  channel: "Channel",
  channelHint: "Beta versions come earlier and may have faults.",
  channelOf: { stable: "Stable", beta: "Beta" },
  wayBack: "You have a beta version",
  wayBackHint: (version: string) =>
    `The newest stable version is ${version}, which is older. The next one is offered when it comes, or you go back now.`,
  goBack: (version: string) => `Go back to ${version}`,
  keepBeta: "Keep this version",
  goBackQuestion: (version: string) => `Go back to version ${version}?`,
  linkIn: "A link in the notes of a version",
  foot: {
    offered: (version: string) => `Version ${version} is out`,
    downloading: (version: string) => `Downloading version ${version}`,
    waiting: (version: string) => `Version ${version} waits for a restart`,
    installed: (version: string) => `Version ${version} is installed`,
  },
  starts: {
    title: "Calm Orbit did not start",
    held: (count: number) =>
      `The last ${plural(count, { one: "start", other: `${number(count)} starts` })} came to nothing, so your tasks have not been opened yet. Nothing of them was changed. Try once more, or go back to a copy.`,
    open: "Open my tasks",
    copy: (when: string) => `There is a copy from ${when}, before Calm Orbit was updated.`,
    noCopy: "There is no copy from before an update.",
    goBack: "Go back to the copy",
    goBackQuestion: (when: string) => `Go back to your tasks as they were on ${when}?`,
    goBackMeans:
      "What you did since then is not in the copy. The tasks of now are kept in a file beside it, so nothing is deleted.",
    keep: "Keep the tasks of now",
    diagnostics: "Write diagnostics",
    written: (path: string) => `Written to ${path}`,
    openFolder: "Open the folder",
    working: "Working",
  },
});
