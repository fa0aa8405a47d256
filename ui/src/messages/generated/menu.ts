/** English, written from messages/en/menu.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("menu", {
  priority: "Priority",
  order: "Order",
  of: (title: string) => `What to do with ${title}`,
  ofMany: (count: number) =>
    `What to do with ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}`,
});
