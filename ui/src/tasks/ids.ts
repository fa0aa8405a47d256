/** The ids of a view as the host sends them, 16 bytes each: 100,000 of them are 1.6 MB and no text. */

const SIZE = 16;
/** An id as four numbers, in whatever order of bytes this machine has. */
const WORDS = 4;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids in an order. The text of one is made when it is asked for. */
export class Ids {
  static readonly none = new Ids(new ArrayBuffer(0));

  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;

  /** Takes the bytes over; those after the last whole id are passed over. */
  constructor(buffer: ArrayBuffer) {
    this.length = Math.floor(buffer.byteLength / SIZE);
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer, 0, this.length * WORDS);
  }

  /** The ids of a few rows that are known; what is no UUID is left out. */
  static of(texts: readonly string[]): Ids {
    const known = texts.filter((text) => UUID.test(text));
    const bytes = new Uint8Array(known.length * SIZE);
    known.forEach((text, place) => {
      const digits = text.replaceAll("-", "");
      for (let at = 0; at < SIZE; at += 1) {
        bytes[place * SIZE + at] = parseInt(digits.slice(2 * at, 2 * at + 2), 16);
      }
    });
    return new Ids(bytes.buffer);
  }

  /** These with one more at a place. */
  with(place: number, text: string): Ids {
    const bytes = new Uint8Array(this.length * SIZE + SIZE);
    bytes.set(this.#bytes.subarray(0, place * SIZE));
    bytes.set(Ids.of([text]).#bytes, place * SIZE);
    bytes.set(this.#bytes.subarray(place * SIZE, this.length * SIZE), (place + 1) * SIZE);
    return new Ids(bytes.buffer);
  }

  /** The id at a place; undefined outside. */
  at(place: number): string | undefined {
    if (!(place >= 0 && place < this.length)) return undefined;
    let text = "";
    for (let at = 0; at < SIZE; at += 1) {
      if (at === 4 || at === 6 || at === 8 || at === 10) text += "-";
      text += HEX[this.#bytes[place * SIZE + at] ?? 0] ?? "";
    }
    return text;
  }

  /** The ids from one place up to another, which is left out. */
  slice(from: number, to: number): string[] {
    const ids: string[] = [];
    const end = Math.min(to, this.length);
    for (let place = Math.max(0, from); place < end; place += 1) ids.push(this.at(place) ?? "");
    return ids;
  }

  /**
   * The first place of an id; undefined where it is not among these. `near` is where it was last, and is looked at
   * before all others.
   */
  placeOf(text: string, near = -1): number | undefined {
    if (near >= 0 && this.at(near) === text) return near;
    const wanted = Ids.of([text]).#words;
    if (wanted.length < WORDS) return undefined;
    const words = this.#words;
    // Ids begin with the time of their making: their ends tell them apart soonest.
    for (let place = 0, at = 0; place < this.length; place += 1, at += WORDS) {
      if (words[at + 3] !== wanted[3]) continue;
      if (words[at + 2] === wanted[2] && words[at + 1] === wanted[1] && words[at] === wanted[0]) return place;
    }
    return undefined;
  }

  /** The places of several ids, in one pass; those that are not among these are left out. */
  placesOf(texts: Iterable<string>): Map<string, number> {
    const byEnd = new Map<number, string[]>();
    for (const text of texts) {
      const end = Ids.of([text]).#words[WORDS - 1];
      if (end !== undefined) byEnd.set(end, [...(byEnd.get(end) ?? []), text]);
    }
    const places = new Map<string, number>();
    if (byEnd.size === 0) return places;
    for (let place = 0; place < this.length; place += 1) {
      const perhaps = byEnd.get(this.#words[place * WORDS + WORDS - 1] ?? 0);
      if (!perhaps) continue;
      const id = this.at(place) ?? "";
      if (perhaps.includes(id) && !places.has(id)) places.set(id, place);
    }
    return places;
  }
}
