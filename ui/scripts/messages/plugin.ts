/** Hands Vite the pseudo-languages, made when they are asked for, as `virtual:messages/en-XA`. */
import { type Plugin, transformWithOxc } from "vite";
import { translationModule } from "./module.ts";
import { pseudo, pseudoLanguages } from "./pseudo.ts";
import { readLanguage } from "./read.ts";

const PREFIX = "virtual:messages/";

export function pseudoMessages(): Plugin {
  return {
    name: "pseudo-messages",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const language = id.slice(PREFIX.length + 1);
      const change = pseudoLanguages[language];
      if (!change) throw new Error(`there is no pseudo-language ${language}`);
      const english = readLanguage("en");
      const module = translationModule(language, pseudo(english, change), english, "/src/messages");
      return (await transformWithOxc(module, `${language}.ts`)).code;
    },
  };
}
