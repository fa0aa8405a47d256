/** What the first start says in English. */
import { number } from "./count";

export const welcomeText = {
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
  quickAddChange: "Other keys can be chosen in Settings, under General.",

  assistants: "Ask, if you like",
  assistantsHint:
    "The chat adds, finds and moves tasks for you; other assistants on this computer can be connected in Settings. What they change can be undone.",
  leaves:
    "Nothing leaves this computer unasked. The chat says what it sends before it opens for the first time.",

  // Above the list, while there are samples
  samplesLine: "Some of these tasks are samples.",
  removeSamples: "Remove the samples",
  keepSamples: "Keep them",
  samplesRemoved: "Moved the samples to the trash.",

  /** Lines of quick-add, so that each shows what it says; a tab begins a subtask. */
  sampleLines: [
    "Press Space to complete this task today p2",
    "Press N to add a task like this one tomorrow 9am",
    "Pack for the trip today #Home @travel // Press O to open the details. Notes are **Markdown**.",
    "\tPassport",
    "\tTickets",
    "\tCharger",
    "Pick up the parcel today 6pm for 15min #Errands @town",
    "Water the plants every saturday #Home // It repeats: completing it brings the next one.",
    "Press ? to see all keys",
  ],
} as const;
