import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { localeFor, locales } from "./locale";

describe("ChatKit's locales", () => {
  it("are those of its types, all of them", () => {
    const types = readFileSync("node_modules/@openai/chatkit/types/index.d.ts", "utf8");
    const after = (name: string) => types.slice(types.indexOf(`export type ${name} =`)).split(";")[0] ?? "";
    const named = [after("TranslatedLocale"), after("SupportedLocale")]
      .join(" ")
      .matchAll(/'([A-Za-z0-9-]+)'/gu);
    expect([...locales].sort()).toEqual([...new Set([...named].map(([, name]) => name))].sort());
  });

  it.each([
    ["en-GB", "en"],
    ["de", "de"],
    ["de-AT", "de"],
    ["de-DE-u-co-phonebk", "de-DE"],
    ["fr-CA", "fr-CA"],
    ["fr-BE", "fr"],
    ["pt-BR", "pt-BR"],
    ["pt-AO", "pt"],
    ["es", "es"],
    ["es-ES", "es-ES"],
    ["es-MX", "es-419"],
    ["es-419", "es-419"],
    ["zh", "zh-CN"],
    ["zh-SG", "zh-CN"],
    ["zh-Hans-HK", "zh-CN"],
    ["zh-Hant", "zh-Hant"],
    ["zh-TW", "zh-TW"],
    ["zh-Hant-MO", "zh-HK"],
    ["no", "nb"],
    ["nn-NO", "nb-NO"],
    ["fil-PH", "tl"],
    ["sr-Latn-RS", "sr-RS"],
    ["en_US", "en"],
    ["tlh", "en"],
    ["", "en"],
    ["not a language", "en"],
  ])("%s is %s", (tag, locale) => {
    expect(localeFor(tag)).toBe(locale);
  });
});
