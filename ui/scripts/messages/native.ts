/** The Rust that the messages of the area `native` become: crates/messages/src/generated.rs. */
import { type MessageFormatElement, type PluralElement, TYPE } from "@formatjs/icu-messageformat-parser";
import { asInEnglish } from "./check.ts";
import type { Area, Language, Message } from "./read.ts";

/** The area that is no page's: what the app says outside of them. */
export const NATIVE = "native";

/** The module with a function for each message, in all these languages. */
export function nativeModule(english: Language, others: ReadonlyMap<string, Language>): string {
  const translations = [...others].map(([language, areas]) => {
    const area: Area = asInEnglish(areas, english).get(NATIVE) ?? new Map<string, Message>();
    return [language, area] as const;
  });
  const functions = [...(english.get(NATIVE) ?? new Map<string, Message>())].map(([name, message]) => {
    const said = translations.flatMap(([language, area]) => {
      const translated = area.get(name);
      return translated ? [[language, translated] as const] : [];
    });
    return functionOf(name, message, said);
  });
  const body = functions.join("\n");
  const counts = body.includes("kind(");
  return `//! Written from ui/messages/*/${NATIVE}.json by \`npm run messages\`.
${body.includes("impl Display") ? "\nuse std::fmt::Display;\n" : ""}${counts ? "\nuse icu_locale::locale;\n" : ""}
${counts ? "use crate::format::{Kind, kind};\n" : ""}use crate::{Messages, Text};

/// The languages that there are.
pub(crate) const LANGUAGES: &[&str] = &[${["en", ...others.keys()].map(quoted).join(", ")}];

/// A function for each message.
impl Messages {
${body}}
`;
}

/** What is missing in a language is said in English. */
function functionOf(
  name: string,
  english: Message,
  translations: readonly (readonly [string, Message])[],
): string {
  const takes = [...english.takes].map(([argument, type]) => {
    if (type === "string") return `, ${snake(argument)}: impl Display`;
    if (type === "number") return `, ${snake(argument)}: u64`;
    throw new Error(`${NATIVE}.${name}: {${argument}} is ${type}, which Rust is not given`);
  });
  const bare = takes.length === 0;
  const original = expression("en", english, bare);
  const arms = translations.map(
    ([language, message]) => `            ${quoted(language)} => ${expression(language, message, bare)},\n`,
  );
  const said =
    arms.length === 0
      ? original
      : `match self.language {\n${arms.join("")}            _ => ${original},\n        }`;
  return `    /// The message \`${name}\`.
    pub fn ${snake(name)}(&self${takes.join("")}) -> Text {
        Text::said(${said})
    }
`;
}

/** A message in Rust: a string that is there, or one that is made. */
function expression(language: string, { parts, takes }: Message, bare: boolean): string {
  /** `counted` is what "#" stands for. */
  const template = (all: readonly MessageFormatElement[], counted: string): string => {
    if (all.every((part) => part.type === TYPE.literal)) {
      return `${quoted(all.map((part) => part.value).join(""))}.to_owned()`;
    }
    const [only, ...more] = all;
    if (only && only.type !== TYPE.literal && more.length === 0) {
      return only.type === TYPE.argument && takes.get(only.value) === "string"
        ? `${snake(only.value)}.to_string()`
        : piece(only, counted);
    }
    const values: string[] = [];
    const pattern = all.map((part) => {
      if (part.type === TYPE.literal) return part.value.replace(/[{}]/gu, "$&$&");
      values.push(piece(part, counted));
      return "{}";
    });
    return `format!(${quoted(pattern.join(""))}, ${values.join(", ")})`;
  };
  const piece = (part: MessageFormatElement, counted: string): string => {
    if (part.type === TYPE.pound) return `self.number(${counted})`;
    if (part.type === TYPE.argument || (part.type === TYPE.number && !part.style)) {
      const name = snake(part.value);
      return takes.get(part.value) === "number" ? `self.number(${name})` : name;
    }
    if (part.type === TYPE.plural) return plural(part);
    throw new Error("a message for Rust has texts, numbers and plurals alone");
  };
  const plural = ({ value, offset, pluralType, options }: PluralElement): string => {
    if (offset !== 0 || pluralType === "ordinal")
      throw new Error("a message for Rust has plain plurals alone");
    const name = snake(value);
    const arms = Object.entries(options)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([key, option]) => `${pattern(key)} => ${template(option.value, name)}`);
    return `match (${name}, kind(&locale!(${quoted(language)}), ${name})) { ${arms.join(", ")} }`;
  };
  return bare
    ? quoted(parts.map((part) => (part.type === TYPE.literal ? part.value : "")).join(""))
    : template(parts, "");
}

/** Exact numbers go first; "other" is what is left. */
const rank = (key: string) => (key.startsWith("=") ? 0 : key === "other" ? 2 : 1);

function pattern(key: string): string {
  if (key.startsWith("=")) return `(${key.slice(1)}, _)`;
  return key === "other" ? "_" : `(_, Kind::${key.charAt(0).toUpperCase()}${key.slice(1)})`;
}

/** "shortcut.noKey" as Rust names it: shortcut_no_key. */
export function snake(name: string): string {
  return name.replaceAll(".", "_").replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
