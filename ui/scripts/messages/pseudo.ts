/**
 * Languages that nobody speaks, made from English, to look at the window in: en-XA is longer and accented, so
 * that what is cut and what is no message is seen; ar-XB runs from right to left.
 */
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { TYPE } from "@formatjs/icu-messageformat-parser";
import type { Language } from "./read.ts";

export const pseudoLanguages: Record<string, (literal: string) => string> = {
  "en-XA": longer,
  "ar-XB": mirrored,
};

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";

/** Accented, its vowels twice: about 40 % longer, as many languages are. */
function longer(literal: string): string {
  return literal
    .replace(/[aeiou]/giu, (vowel) => vowel + vowel.toLowerCase())
    .replace(/[a-z]/giu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
}

/** Each word told to run from right to left. */
function mirrored(literal: string): string {
  return literal.replace(/[\p{L}’]+/gu, "\u{202E}$&\u{202C}");
}

/** What a pseudo-language says. */
export function pseudo(english: Language, change: (literal: string) => string): Language {
  const changed = (parts: readonly MessageFormatElement[]): MessageFormatElement[] =>
    parts.map((part) => {
      if (part.type === TYPE.literal) return { ...part, value: change(part.value) };
      if (part.type !== TYPE.plural && part.type !== TYPE.select) return part;
      const options = Object.entries(part.options).map(
        ([key, option]) => [key, { ...option, value: changed(option.value) }] as const,
      );
      return { ...part, options: Object.fromEntries(options) };
    });
  return new Map(
    [...english].map(([name, area]) => [
      name,
      new Map([...area].map(([key, { parts, takes }]) => [key, { parts: changed(parts), takes }])),
    ]),
  );
}
