/** The language that the window speaks, and how its reader writes dates and numbers. */
import { speak, type Translation } from "./area";

/** `language` is that of the words; `locale` is for Intl: the same language, where the person is. */
export type Choice = { language: string; locale: string };

type Load = () => Promise<{ default: Translation }>;

const files = import.meta.glob<{ default: Translation }>("./generated/translations/*.ts");

/** In builds for looking and testing only; see messages/README.md. */
const pseudo: Record<string, Load> =
  import.meta.env.DEV || import.meta.env.MODE === "pseudo"
    ? {
        "en-XA": () => import("virtual:messages/en-XA"),
        "ar-XB": () => import("virtual:messages/ar-XB"),
      }
    : {};

const translations: Record<string, Load> = Object.fromEntries(
  Object.entries(files).map(([file, load]) => [file.replace(/^.*\/|\.ts$/gu, ""), load]),
);

let chosen = chooseLocale(navigator.languages, []);

/** The locale for Intl. */
export const locale = () => chosen.locale;

/** The language of the words, such as "en". */
export const language = () => chosen.language;

/** The first of a person's languages that there is, else English; dates and numbers as where the person is. */
export function chooseLocale(wanted: readonly string[], shipped: readonly string[]): Choice {
  const tags = wanted.flatMap(likely);
  const known = ["en", ...shipped].flatMap(likely);
  for (const tag of tags) {
    const fits = known.filter(
      (each) => each.full.language === tag.full.language && each.full.script === tag.full.script,
    );
    const found = fits.find(({ full }) => full.region === tag.full.region) ?? fits[0];
    if (found) return { language: found.name, locale: tag === tags[0] ? tag.name : there(found.name, tags) };
  }
  return { language: "en", locale: there("en", tags) };
}

type Tag = { name: string; full: Intl.Locale };

/** A tag and all that it most likely means; nothing for what is no tag. */
function likely(tag: string): Tag[] {
  try {
    return [{ name: tag, full: new Intl.Locale(tag).maximize() }];
  } catch {
    return [];
  }
}

/** A language as it is written in the region of the first of these. */
function there(language: string, [first]: Tag[]): string {
  const region = first?.full.region;
  return region === undefined ? language : new Intl.Locale(language, { region }).toString();
}

/** Speaks the person's language, or the one named; English where it can't be loaded. Resolves once it does. */
export async function startLocale(named: string | null = remembered()): Promise<void> {
  const found =
    named !== null && named in pseudo
      ? { language: named, locale: named }
      : chooseLocale(named === null ? navigator.languages : [named], Object.keys(translations));
  const load = pseudo[found.language] ?? translations[found.language];
  try {
    speak(load ? (await load()).default : {});
    chosen = found;
  } catch {
    speak({});
    chosen = chooseLocale(navigator.languages, []);
  }
  document.documentElement.lang = chosen.language;
  document.documentElement.dir = direction(chosen.language);
}

/** A pseudo-language that a tester asked for. */
function remembered(): string | null {
  try {
    const asked = localStorage.getItem("locale");
    return asked !== null && asked in pseudo ? asked : null;
  } catch {
    return null;
  }
}

/** What an engine may know of a locale, under the older name or the newer. */
type Known = Partial<Intl.Locale> & { weekInfo?: { firstDay: number }; textInfo?: { direction?: string } };

/** The first day of the week, Monday being 1; undefined where the engine does not know. */
export function firstDay(tag: string): number | undefined {
  const known: Known = new Intl.Locale(tag);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
}

function direction(tag: string): "ltr" | "rtl" {
  const known: Known = new Intl.Locale(tag);
  return (known.getTextInfo?.() ?? known.textInfo)?.direction === "rtl" ? "rtl" : "ltr";
}
