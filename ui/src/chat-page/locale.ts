/** ChatKit's locale for any BCP 47 tag. */
import type { SupportedLocale } from "@openai/chatkit";

/** What ChatKit accepts (`SupportedLocale` of @openai/chatkit 1.9.0); a test holds it against the type. */
export const locales = [
  "am",
  "ar",
  "bg-BG",
  "bn-BD",
  "bs-BA",
  "ca-ES",
  "cs-CZ",
  "da-DK",
  "de-DE",
  "el-GR",
  "es-419",
  "es-ES",
  "et-EE",
  "fi-FI",
  "fr-CA",
  "fr-FR",
  "gu-IN",
  "hi-IN",
  "hr-HR",
  "hu-HU",
  "hy-AM",
  "id-ID",
  "is-IS",
  "it-IT",
  "ja-JP",
  "ka-GE",
  "kk",
  "kn-IN",
  "ko-KR",
  "lt",
  "lv-LV",
  "mk-MK",
  "ml",
  "mn",
  "mr-IN",
  "ms-MY",
  "my-MM",
  "nb-NO",
  "nl-NL",
  "pa",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "ro-RO",
  "ru-RU",
  "sk-SK",
  "sl-SI",
  "so-SO",
  "sq-AL",
  "sr-RS",
  "sv-SE",
  "sw-TZ",
  "ta-IN",
  "te-IN",
  "th-TH",
  "tl",
  "tr-TR",
  "uk-UA",
  "ur",
  "vi-VN",
  "zh-CN",
  "zh-HK",
  "zh-TW",
  "bg",
  "bn",
  "bs",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "es",
  "et",
  "fi",
  "fr",
  "gu",
  "hi",
  "hr",
  "hu",
  "hy",
  "id",
  "is",
  "it",
  "ja",
  "ka",
  "kn",
  "ko",
  "lv",
  "mk",
  "mr",
  "ms",
  "my",
  "nb",
  "nl",
  "pl",
  "pt",
  "ro",
  "ru",
  "sk",
  "sl",
  "so",
  "sq",
  "sr",
  "sv",
  "sw",
  "ta",
  "te",
  "th",
  "tr",
  "uk",
  "vi",
  "zh",
  "zh-Hant",
  "en",
] as const satisfies readonly SupportedLocale[];

/** Languages that go by another name there. */
const names: Readonly<Record<string, string>> = { fil: "tl", no: "nb", nn: "nb" };

/** Spanish of the Americas has one locale for all its countries. */
const EUROPEAN_SPANISH = new Set(["ES", "GQ", "PH", undefined]);

/** The locale that comes nearest: same language and region, else same script, else same language, else English. */
export function localeFor(tag: string): SupportedLocale {
  let wanted: Intl.Locale;
  try {
    wanted = new Intl.Locale(tag.replaceAll("_", "-"));
  } catch {
    return "en";
  }
  const language = names[wanted.language] ?? wanted.language;
  const { region } = wanted;
  if (language === "zh") {
    if (wanted.script === "Hans") return "zh-CN";
    if (region === "HK" || region === "MO") return "zh-HK";
    if (region === "TW") return "zh-TW";
    return wanted.maximize().script === "Hant" ? "zh-Hant" : "zh-CN";
  }
  if (language === "es" && !EUROPEAN_SPANISH.has(region)) return "es-419";
  const known: readonly string[] = locales;
  const nearest = [`${language}-${region ?? ""}`, language].find((locale) => known.includes(locale));
  return (nearest ?? "en") as SupportedLocale;
}
