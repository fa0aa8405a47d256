/** Hands Vite the pseudo-languages, made when they are asked for, as `virtual:messages/en-XA`. */
import type { Plugin } from "vite";
import { translationModule } from "./module";
import { pseudo, pseudoLanguages } from "./pseudo";
import { readLanguage } from "./read";

const PREFIX = "virtual:messages/";

export function pseudoMessages(): Plugin {
  return {
    name: "pseudo-messages",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}.ts` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const language = id.slice(PREFIX.length + 1, -".ts".length);
      const change = pseudoLanguages[language];
      if (!change) throw new Error(`there is no pseudo-language ${language}`);
      return translationModule(language, pseudo(readLanguage("en"), change), "/src/messages");
    },
  };
}
