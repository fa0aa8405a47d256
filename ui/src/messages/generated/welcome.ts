/** English, written from messages/en/welcome.json by `npm run messages`. */
import { area } from "../area";
import { number } from "../format";

export const messages = area("welcome", {
  step: (step: number, of: number) => `Step ${number(step)} of ${number(of)}`,
  skip: "Skip",
  next: "Next",
  begin: "Begin",
  where: "Your tasks live on this computer",
  whereHint: "No account is needed. How would you like to begin?",
  samples: "With a few sample tasks",
  samplesHint: "They show what each part does",
  empty: "With an empty list",
  emptyHint: "The Inbox is ready to type in",
  quickAdd: "Add from anywhere",
  quickAddOn: "These keys open a line to type in, whatever program is in front. Enter saves and closes it.",
  quickAddOff: "A line to type in can be opened by keys, whatever program is in front.",
  quickAddCommand: "Bind this command to keys in the settings of the system:",
  quickAddChange: "Other keys can be chosen in Settings, under Shortcuts.",
  assistants: "Ask, if you like",
  assistantsHint:
    "The chat adds, finds and moves tasks for you; other assistants on this computer can be connected in Settings. What they change can be undone.",
  leaves:
    "Nothing leaves this computer unasked. The chat says what it sends before it opens for the first time.",
  samplesLine: "Some of these tasks are samples.",
  removeSamples: "Remove the samples",
  keepSamples: "Keep them",
  samplesRemoved: "Moved the samples to the trash.",
  sample: {
    complete: "Press Space to complete this task",
    add: "Press N to add a task like this one",
    trip: "Pack for the trip",
    tripNotes: "Press O to open the details. Notes are **Markdown**.",
    passport: "Passport",
    tickets: "Tickets",
    charger: "Charger",
    parcel: "Pick up the parcel",
    plants: "Water the plants",
    plantsNotes: "It repeats: completing it brings the next one.",
    keys: "Press ? to see all keys",
    home: "Home",
    errands: "Errands",
    travel: "travel",
    town: "town",
  },
});
