/** Finding a row by the first letters of a title, or of a word in it. */

/** As letters are compared: without case and accents. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Whether a title, or a word in it, begins with what was typed. */
export function begins(title: string, typed: string): boolean {
  const wanted = folded(typed.trim());
  if (wanted === "") return false;
  const words = folded(title);
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(words[at - 1] ?? "")) return true;
  }
  return false;
}

/** The next of some places, from one on in a direction, and around the end; null where there is none. */
export function nextOf(
  places: readonly number[],
  from: number,
  direction: 1 | -1,
  here: boolean,
): number | null {
  const sorted = [...places].sort((a, b) => (a - b) * direction);
  const ahead = sorted.find((place) => (here && place === from) || (place - from) * direction > 0);
  return ahead ?? sorted[0] ?? null;
}
