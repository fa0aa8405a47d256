/** The TypeScript that messages become: an area in English with its types, or all that another language says. */
import { asInEnglish } from "./check.ts";
import { expressionOf } from "./expression.ts";
import { NATIVE } from "./native.ts";
import type { Area, Language, Message } from "./read.ts";

/** Where the modules find what they are made with. */
const HOME = "..";

/** The module of an area in English. */
export function areaModule(name: string, area: Area): string {
  const body = tree(area, true);
  return `/** English, written from messages/en/${name}.json by \`npm run messages\`. */
import { area } from "${HOME}/area";
${imports("en", body, HOME)}
export const messages = area(${JSON.stringify(name)}, ${body});
`;
}

/** The module of another language. `home` is where it finds src/messages. */
export function translationModule(
  language: string,
  areas: Language,
  english: Language,
  home = `${HOME}/..`,
): string {
  const body = `{ ${[...asInEnglish(areas, english)]
    .filter(([name]) => name !== NATIVE)
    .map(([name, area]) => `${JSON.stringify(name)}: ${tree(area, false)}`)
    .join(", ")} }`;
  return `/** Written from messages/${language}/ by \`npm run messages\`. */
${imports(language, body, home)}
export default ${body};
`;
}

function imports(language: string, body: string, home: string): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\(`, "u").test(body);
  const plurals = ["plural", "ordinal"].filter(uses);
  const names = [...["date", "number", "select"].filter(uses), ...(plurals.length > 0 ? ["pluralsOf"] : [])];
  const first = names.length > 0 ? `import { ${names.sort().join(", ")} } from "${home}/format";\n` : "";
  const second =
    plurals.length > 0 ? `\nconst { ${plurals.join(", ")} } = pluralsOf(${JSON.stringify(language)});\n` : "";
  return first + second;
}

type Tree = Map<string, Tree | Message>;

/** The messages as an object; groups whose names are 0, 1, 2 … as lists, if wanted. */
function tree(area: Area, lists: boolean): string {
  const root: Tree = new Map();
  for (const [name, message] of area) {
    const steps = name.split(".");
    const last = steps.pop() ?? "";
    let at = root;
    for (const step of steps) {
      const next = at.get(step) ?? new Map<string, Tree | Message>();
      if (!(next instanceof Map)) throw new Error(`“${name}” is in a group that is a message`);
      at.set(step, next);
      at = next;
    }
    if (at.has(last)) throw new Error(`“${name}” is a group too`);
    at.set(last, message);
  }
  return written(root, lists);
}

function written(node: Tree | Message, lists: boolean): string {
  if (!(node instanceof Map)) {
    const takes = [...node.takes].map(([name, type]) => `${name}: ${type}`);
    const expression = expressionOf(node);
    return takes.length === 0 ? expression : `(${takes.join(", ")}) => ${expression}`;
  }
  if (lists && [...node.keys()].every((name, at) => name === String(at))) {
    return `[${[...node.values()].map((each) => written(each, lists)).join(", ")}]`;
  }
  return `{ ${[...node].map(([name, each]) => `${JSON.stringify(name)}: ${written(each, lists)}`).join(", ")} }`;
}
