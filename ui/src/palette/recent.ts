/** What was run from the palette last. Only keys are kept: a command's name, or an id. */
import { remember, remembered } from "../storage/remember";

const KEPT = 12;

/** The latest first. */
export function recentKeys(): string[] {
  return (remembered("palette.recent") ?? "").split("\n").filter((key) => key !== "");
}

export function noteRecent(key: string): void {
  const keys = [key, ...recentKeys().filter((each) => each !== key)];
  remember("palette.recent", keys.slice(0, KEPT).join("\n"));
}
