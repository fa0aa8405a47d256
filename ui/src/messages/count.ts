/** Numbers and counted things in English. */
const rules = new Intl.PluralRules("en");
const format = new Intl.NumberFormat("en");

/** A number as a person reads it: "1,200". */
export function number(value: number): string {
  return format.format(value);
}

/** Whether a count takes the singular. */
export function isOne(count: number): boolean {
  return rules.select(count) === "one";
}

/** "1 task", "3 tasks". */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${isOne(count) ? one : other}`;
}
