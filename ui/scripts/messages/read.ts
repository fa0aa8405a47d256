/** Reads the message files: messages/LANGUAGE/AREA.json, ICU messages by their names. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import { type Arguments, argumentsOf } from "./arguments.ts";

export type Message = { parts: MessageFormatElement[]; takes: Arguments };
/** Messages by name; a dot in a name is a step into a group. */
export type Area = Map<string, Message>;
/** Areas by name: what one language says. */
export type Language = Map<string, Area>;

const FOLDER = resolve(import.meta.dirname, "../../messages");
const NAME = /^[a-z]\w*(?:\.\w+)*$/iu;

/** The languages that have a folder. */
export function languages(): string[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/** All that a language says. */
export function readLanguage(language: string): Language {
  const files = readdirSync(join(FOLDER, language)).filter((file) => file.endsWith(".json"));
  return new Map(
    files.sort().map((file) => {
      const area = basename(file, ".json");
      try {
        return [area, readArea(readFileSync(join(FOLDER, language, file), "utf8"))];
      } catch (cause) {
        throw new Error(`messages/${language}/${file}: ${(cause as Error).message}`, { cause });
      }
    }),
  );
}

/** The messages of a file's text. What begins with @ describes the message that follows. */
export function readArea(json: string): Area {
  const entries = Object.entries(JSON.parse(json) as Record<string, unknown>);
  const names = new Set(entries.map(([name]) => name));
  const area: Area = new Map();
  for (const [name, value] of entries) {
    if (name.startsWith("@")) {
      if (!names.has(name.slice(1))) throw new Error(`“${name}” describes no message`);
      continue;
    }
    if (!NAME.test(name)) throw new Error(`“${name}” can’t be the name of a message`);
    if (typeof value !== "string") throw new Error(`“${name}” is not a text`);
    area.set(name, readMessage(name, value));
  }
  return area;
}

function readMessage(name: string, message: string): Message {
  try {
    // "<" is a character like others: no message holds markup.
    const parts = parse(message, { ignoreTag: true, requiresOtherClause: false });
    return { parts, takes: argumentsOf(parts) };
  } catch (cause) {
    throw new Error(`“${name}” (${message}): ${(cause as Error).message}`, { cause });
  }
}
