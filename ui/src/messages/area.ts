/** The messages of all areas as they are said now: English, and over it what another language has of them. */

type Say = (...values: never[]) => string;
type Tree = { readonly [name: string]: string | Say | Tree | readonly (string | Tree | readonly string[])[] };
type Living = Record<string, unknown>;

/** What a language says, by areas. What is missing in it is said in English. */
export type Translation = Readonly<Record<string, Tree>>;

/** The same names, each with any text. */
type Words<T> = T extends string
  ? string
  : T extends Say
    ? T
    : { readonly [Name in keyof T]: Words<T[Name]> };

const areas = new Map<string, { living: Living; english: Living }>();
let spoken: Translation = {};

/** An area's messages. They stay the same object in all languages, so whoever has it says the present one. */
export function area<const T extends Tree>(name: string, english: T): Words<T> {
  const living: Living = english;
  areas.set(name, { living, english: copied(living) });
  put(living, spoken[name]);
  return english as Words<T>;
}

/** Says everything in another language from now on. */
export function speak(translation: Translation): void {
  spoken = translation;
  for (const [name, { living, english }] of areas) {
    put(living, english);
    put(living, translation[name]);
  }
}

const isGroup = (value: unknown): value is Living => typeof value === "object" && value !== null;

/** Sets what is there already; what English does not have is nothing. */
function put(living: Living, words: object = {}): void {
  for (const [name, said] of Object.entries(words) as [string, unknown][]) {
    const now = living[name];
    if (isGroup(now) && isGroup(said)) put(now, said);
    else if (typeof now === typeof said) living[name] = said;
  }
}

function copied(words: Living): Living {
  return Object.fromEntries(
    Object.entries(words).map(([name, said]) => [name, isGroup(said) ? copied(said) : said]),
  );
}
