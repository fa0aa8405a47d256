/** Hands Vite the licences of everything that is shipped, as `virtual:licences`; made anew with each build. */
import type { Plugin } from "vite";
import { crates } from "./crates.ts";
import { modules } from "./modules.ts";
import { together } from "./package.ts";

const NAME = "virtual:licences";

export function licences(): Plugin {
  return {
    name: "licences",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const all = JSON.stringify(together([...crates(), ...modules()]));
      return `export default JSON.parse(${JSON.stringify(all)});`;
    },
  };
}
