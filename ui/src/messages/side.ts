/** What the side list says, with all that is done to lists and filters there. */
import { messages } from "./generated/side";

export const sideText = Object.assign(messages, {
  filterFits: (count: number, more: boolean) =>
    more && count > 0 ? messages.fitsOrMore(count) : messages.fits(count),
  /** The conditions of a filter are written in English, whatever the language; what each means is said. */
  filterExample: "today | overdue & @phone",
  examples: (): readonly (readonly [condition: string, means: string])[] => [
    ["today", messages.means.today],
    ["overdue", messages.means.overdue],
    ["next 7 days", messages.means.nextDays],
    ["before friday", messages.means.before],
    ["no date", messages.means.noDate],
    ["someday", messages.means.someday],
    ["@phone", messages.means.tag],
    ["#Home", messages.means.list],
    ["p1", messages.means.priority],
    ["search: milk", messages.means.search],
    ["deadline: next 7 days", messages.means.deadline],
    ["has: notes", messages.means.has],
    ["by: assistant", messages.means.by],
    ["done", messages.means.done],
  ],
});
