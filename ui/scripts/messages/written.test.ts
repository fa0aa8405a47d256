/** The generated files are what the messages say; `npm run messages` writes them. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { areaModule, translationModule } from "./module.ts";
import { NATIVE, nativeModule } from "./native.ts";
import { languages, readLanguage } from "./read.ts";

const GENERATED = resolve(import.meta.dirname, "../../src/messages/generated");
const RUST = resolve(import.meta.dirname, "../../../crates/messages/src/generated.rs");
const english = readLanguage("en");
const pages = [...english.keys()].filter((area) => area !== NATIVE);
const others = languages().filter((language) => language !== "en");

async function isWritten(module: string, file: string): Promise<void> {
  const source = await format(module, { parser: "typescript", printWidth: 110 });
  await expect(source).toMatchFileSnapshot(resolve(GENERATED, file));
}

describe("the generated files are what the messages say", () => {
  it.each(pages)("in English: %s", async (name) => {
    await isWritten(areaModule(name, english.get(name) ?? new Map<string, never>()), `${name}.ts`);
  });

  it.each(others)("in the language %s", async (language) => {
    await isWritten(
      translationModule(language, readLanguage(language), english),
      `translations/${language}.ts`,
    );
  });

  it("in Rust, for what is said outside of the pages", async () => {
    const all = new Map(others.map((language) => [language, readLanguage(language)]));
    await expect(nativeModule(english, all)).toMatchFileSnapshot(RUST);
  });

  it("and no others", () => {
    const expected = [...pages, ...others.map((language) => `translations/${language}`)];
    const found = readdirSync(GENERATED, { recursive: true, encoding: "utf8" });
    const modules = found.filter((file) => file.endsWith(".ts")).map((file) => file.replaceAll("\\", "/"));
    expect(modules.filter((file) => !expected.includes(file.slice(0, -3)))).toEqual([]);
  });
});
