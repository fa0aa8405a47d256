/** What is wrong with a language, held against English. */
import type { Language } from "./read.ts";

/** A line for each message that English has not, and each argument that its message has not or has otherwise. */
export function faultsOf(translation: Language, english: Language): string[] {
  return [...translation].flatMap(([area, messages]) =>
    [...messages].flatMap(([name, { takes }]) => {
      const original = english.get(area)?.get(name);
      if (!original) return [`${area}.${name} is not in English`];
      return [...takes].flatMap(([argument, type]) => {
        const given = original.takes.get(argument);
        if (given === undefined) return [`${area}.${name} is given no {${argument}}`];
        return type === "string" || type === given
          ? []
          : [`${area}.${name} takes {${argument}} as ${type}; it is ${given}`];
      });
    }),
  );
}

/** The messages, each taking what English gives it: the same arguments in the same order. */
export function asInEnglish(translation: Language, english: Language): Language {
  return new Map(
    [...translation].map(([area, messages]) => [
      area,
      new Map(
        [...messages].map(([name, { parts, takes }]) => [
          name,
          { parts, takes: english.get(area)?.get(name)?.takes ?? takes },
        ]),
      ),
    ]),
  );
}
