/** Numbers and counted things in English, for texts that are not in messages/ yet. */
import { number, pluralsOf } from "./format";

export { number };

const { plural } = pluralsOf("en");

/** Whether a count takes the singular. */
export function isOne(count: number): boolean {
  return plural(count, { one: "one", other: "" }) !== "";
}

/** "1 task", "3 tasks". */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${isOne(count) ? one : other}`;
}
