/** English, written from messages/en/overdue.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("overdue", {
  moved: (count: number) =>
    `Moved ${plural(count, { one: `${number(count)} overdue task`, other: `${number(count)} overdue tasks` })} to today.`,
  unread: "The overdue tasks could not be read. Nothing was changed.",
});
