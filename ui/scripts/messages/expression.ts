/** A message as an expression of TypeScript, over the functions of src/messages/format.ts. */
import { type MessageFormatElement, type PluralElement, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Message } from "./read.ts";

type Format = Extract<MessageFormatElement, { type: TYPE.number | TYPE.date | TYPE.time }>;

export function expressionOf({ parts, takes }: Message): string {
  /** `counted` is what "#" stands for. */
  const template = (all: readonly MessageFormatElement[], counted: string): string => {
    const [first, ...more] = all.map((part) => piece(part, counted));
    if (first === undefined) return '""';
    if (more.length === 0) return first;
    const pieces = [first, ...more].map((each, at) =>
      all[at]?.type === TYPE.literal ? quoted(JSON.parse(each) as string) : `\${${each}}`,
    );
    return `\`${pieces.join("")}\``;
  };
  const piece = (part: MessageFormatElement, counted: string): string => {
    switch (part.type) {
      case TYPE.literal:
        return JSON.stringify(part.value);
      case TYPE.argument:
        return plain(part.value, takes.get(part.value));
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return formatted(part);
      case TYPE.pound:
        return `number(${counted})`;
      case TYPE.plural:
        return plural(part);
      case TYPE.select:
        return `select(${part.value}, ${options(part.options, counted)})`;
      case TYPE.tag:
        throw new Error("a message holds no markup");
    }
  };
  const plural = ({ value, offset, pluralType, options: forms }: PluralElement): string => {
    const counted = offset === 0 ? value : `${value} - ${offset}`;
    const name = pluralType === "ordinal" ? "ordinal" : "plural";
    return `${name}(${value}, ${options(forms, counted)}${offset === 0 ? "" : `, ${offset}`})`;
  };
  const options = (all: Record<string, { value: MessageFormatElement[] }>, counted: string): string =>
    `{ ${Object.entries(all)
      .map(([key, { value }]) => `${JSON.stringify(key)}: ${template(value, counted)}`)
      .join(", ")} }`;
  return template(parts, "");
}

function quoted(literal: string): string {
  return literal.replace(/[`\\]|\$\{/gu, "\\$&").replaceAll("\n", "\\n");
}

function plain(name: string, type: string | undefined): string {
  if (type === "number") return `number(${name})`;
  return type === "Date" ? `date(${name})` : name;
}

/** The styles that ICU knows by name. */
const NAMED: Record<string, Intl.NumberFormatOptions> = {
  integer: { maximumFractionDigits: 0 },
  percent: { style: "percent" },
};

function formatted({ type, value, style }: Format): string {
  const name = type === TYPE.number ? "number" : "date";
  let options: object;
  if (typeof style === "object" && style !== null) options = style.parsedOptions;
  else if (type === TYPE.date) options = { dateStyle: style ?? "medium" };
  else if (type === TYPE.time) options = { timeStyle: style ?? "short" };
  else if (style === undefined || style === null) return `number(${value})`;
  else if (NAMED[style]) options = NAMED[style];
  else throw new Error(`“${style}” is no style of a number`);
  if ("scale" in options) throw new Error("“scale” is not known to Intl");
  return `${name}(${value}, ${JSON.stringify(options)})`;
}
