/** What the detail pane says. */
import { messages } from "./generated/detail";
import { text } from "./en";

const DAY = 24 * 60;

/** "10 min", "1 day", "2 weeks": how long before a due time. */
function early(minutes: number): string {
  if (minutes % (7 * DAY) === 0) return messages.weeks(minutes / (7 * DAY));
  return minutes % DAY === 0 ? messages.days(minutes / DAY) : text.lasting(minutes);
}

export const detailText = Object.assign(messages, {
  minutesBefore: (minutes: number) => (minutes === 0 ? messages.atDue : messages.before(early(minutes))),
  pictureOf: (alt: string) => (alt === "" ? messages.unnamedPicture : messages.picture(alt)),
});
