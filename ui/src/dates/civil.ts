/** Civil dates ("2026-11-22"): days of a calendar, not instants. */

export type CivilDate = string;

/** What a due is: a day, and perhaps a time on it as this computer's clock shows it ("09:00"). */
export type DueMoment = { date: CivilDate; time: string | null };

const pad = (n: number) => String(n).padStart(2, "0");

/** The civil date that this computer's clock shows at an instant. */
export function civilDate(instant: Date): CivilDate {
  const year = String(instant.getFullYear()).padStart(4, "0");
  return `${year}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`;
}

/** Noon of a civil date in UTC: a handle for calendar sums and for Intl, never a moment in time. */
export function noonOf(date: CivilDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** Days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / (24 * 60 * 60 * 1000));
}

const DUE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?(?:\[([^\]]+)\])?)?$/;

/** Reads a due of the contract; null if it is none. A time in a zone is told on this computer's clock. */
export function readDue(due: string, here?: string): DueMoment | null {
  const match = DUE.exec(due);
  if (!match?.[1]) return null;
  const [, date, hour, minute, zone] = match;
  if (hour === undefined || minute === undefined) return { date, time: null };
  if (zone === undefined) return { date, time: `${hour}:${minute}` };
  // Asked only now: the engine takes long to say it, and most dues have no zone.
  const there = here ?? localZone();
  if (zone === there) return { date, time: `${hour}:${minute}` };
  try {
    const shown = wallClock(instantIn(zone, `${date}T${hour}:${minute}`), there);
    return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
  } catch {
    return { date, time: `${hour}:${minute}` }; // a zone that this engine does not know
  }
}

function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What the clocks of a zone show at an instant, as "2026-11-22T09:00". */
function wallClock(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "00";
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** The instant at which the clocks of a zone show a wall time. */
function instantIn(zone: string, wall: string): number {
  const wanted = Date.parse(`${wall}:00Z`);
  // The zone's offset at the guess is the offset at the answer, except across a change of the clocks;
  // the second turn settles that.
  let guess = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    guess += wanted - Date.parse(`${wallClock(guess, zone)}:00Z`);
  }
  return guess;
}
