/** How long something takes, in words. */

const UNIT_MINUTES = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1 } as const;
const PIECE =
  /^(\d+(?:[.,]\d+)?)\s*(w(?:eeks?)?|d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)?\.?(?=[\s\d]|$)/iu;

/** Minutes in words such as "20 min", "1 h 30 min", "1h30", "1:30" or "45"; null where they are none. */
export function readDuration(words: string): number | null {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*$/u.exec(words);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  let rest = words.replace(/^\s*(?:for|about)\s+/iu, "").trim();
  let minutes = 0;
  if (rest === "") return null;
  while (rest !== "") {
    const piece = PIECE.exec(rest);
    if (!piece) return null;
    const unit = (piece[2]?.[0]?.toLowerCase() ?? "m") as keyof typeof UNIT_MINUTES;
    minutes += Number((piece[1] ?? "").replace(",", ".")) * UNIT_MINUTES[unit];
    rest = rest.slice(piece[0].length).trim();
  }
  return Number.isInteger(minutes) && minutes > 0 ? minutes : null;
}
