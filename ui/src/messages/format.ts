/** What messages are made with. Words bend as their own language does; numbers and dates are the person's. */
import { locale } from "./locale";

/** Makes each kind of format once per locale: making one is slow. */
function kept<Options extends object, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (tag: string, options: Options): Format => {
    const key = tag + JSON.stringify(options);
    const found = made.get(key) ?? make(tag, options);
    made.set(key, found);
    return found;
  };
}

const numbers = kept((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
const dates = kept((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const lists = kept((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));

/** A number as a person reads it: "1,200". */
export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numbers(locale(), options).format(value);
}

/** An instant as a person reads it, on this computer's calendar unless the options name another zone. */
export function date(value: Date, options: Intl.DateTimeFormatOptions = {}, tag = locale()): string {
  return dates(tag, options).format(value);
}

/** "a", "a and b", "a, b and c"; with "or" for a disjunction. */
export function listed(
  words: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  const tag = locale();
  // This app's English has no comma before the last "and", wherever it is read.
  return lists(/^en\b/u.test(tag) ? "en-001" : tag, { type }).format(words);
}

/** The texts for the kinds of numbers that a language tells apart, and for exact ones ("=0"). */
type Forms = { readonly other: string } & { readonly [kind in Intl.LDMLPluralRule | `=${number}`]?: string };

/** How a language counts, and how it puts things in order. `offset` is what is not counted. */
export function pluralsOf(language: string) {
  const by = (type: Intl.PluralRuleType) => {
    let rules: Intl.PluralRules | undefined;
    return (value: number, forms: Forms, offset = 0): string =>
      forms[`=${value}`] ??
      forms[(rules ??= new Intl.PluralRules(language, { type })).select(value - offset)] ??
      forms.other;
  };
  return { plural: by("cardinal"), ordinal: by("ordinal") };
}

/** The text for a word. */
export function select<Key extends string>(
  key: Key,
  forms: Readonly<Record<Key, string>> | { readonly other: string; readonly [key: string]: string },
): string {
  const texts: Readonly<Record<string, string>> = forms;
  return (Object.hasOwn(texts, key) ? texts[key] : texts["other"]) ?? "";
}
