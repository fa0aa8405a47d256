/** What the first start says. */
import { messages } from "./generated/welcome";

export const welcomeText = Object.assign(messages, {
  /**
   * Lines of quick-add, so that each shows what it says; a tab begins a subtask. Days and times are in English,
   * whatever the language.
   */
  sampleLines: () => [
    `${messages.sample.complete} today p2`,
    `${messages.sample.add} tomorrow 9am`,
    `${messages.sample.trip} today #"${messages.sample.home}" @${messages.sample.travel} // ${messages.sample.tripNotes}`,
    `\t${messages.sample.passport}`,
    `\t${messages.sample.tickets}`,
    `\t${messages.sample.charger}`,
    `${messages.sample.parcel} today 6pm for 15min #"${messages.sample.errands}" @${messages.sample.town}`,
    `${messages.sample.plants} every saturday #"${messages.sample.home}" // ${messages.sample.plantsNotes}`,
    messages.sample.keys,
  ],
});
