/** English, written from messages/en/deeds.json by `npm run messages`. */
import { area } from "../area";
import { number, pluralsOf } from "../format";

const { plural } = pluralsOf("en");

export const messages = area("deeds", {
  duplicated: (title: string) => `Duplicated “${title}”.`,
  duplicatedMany: (count: number) =>
    `Duplicated ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  tagMenu: (tag: string) => `More about ${tag}`,
  renameTag: "Rename",
  renamingTag: (tag: string) => `New name of ${tag}`,
  removeTag: "Take it off all tasks",
  tagRenamed: (tag: string, name: string, count: number) =>
    `Renamed ${tag} to ${name} on ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
  tagRemoved: (tag: string, count: number) =>
    `Took ${tag} off ${plural(count, { one: `${number(count)} task`, other: `${number(count)} tasks` })}.`,
});
