/** Which arguments a message takes, of which types. */
import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";

/** TypeScript's types by the arguments' names, in the order in which the message first has them. */
export type Arguments = Map<string, string>;

export function argumentsOf(parts: readonly MessageFormatElement[]): Arguments {
  const found: Arguments = new Map();
  const take = (name: string, type: string | null) => {
    if (!/^[a-z]\w*$/iu.test(name)) throw new Error(`{${name}} can’t be the name of an argument`);
    const before = found.get(name);
    if (before !== undefined && before !== "string" && type !== null && type !== before) {
      throw new Error(`{${name}} is both ${before} and ${type}`);
    }
    // Without a format an argument is what its other places say.
    if (before === undefined || type !== null) found.set(name, type ?? "string");
  };
  const look = (all: readonly MessageFormatElement[]) => {
    for (const part of all) {
      if (part.type === TYPE.argument) take(part.value, null);
      else if (part.type === TYPE.number) take(part.value, "number");
      else if (part.type === TYPE.date || part.type === TYPE.time) take(part.value, "Date");
      else if (part.type === TYPE.plural || part.type === TYPE.select) {
        const { value, options } = part;
        const keys = Object.keys(options);
        if (part.type === TYPE.plural) {
          take(value, "number");
          if (!keys.includes("other")) throw new Error(`{${value}} has no “other”`);
        } else {
          // With "other" any word may come; without, these alone.
          take(value, keys.includes("other") ? "string" : keys.map((key) => JSON.stringify(key)).join(" | "));
        }
        for (const option of Object.values(options)) look(option.value);
      }
    }
  };
  look(parts);
  return found;
}
