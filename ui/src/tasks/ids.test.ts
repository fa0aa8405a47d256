import { describe, expect, it } from "vitest";
import { Ids } from "./ids";
import { idOf } from "./sample.test-data";

const A = "0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70";
const B = "0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c71";

describe("the ids of a view", () => {
  it("are read from bytes, in their order", () => {
    const bytes = new Uint8Array(32);
    bytes.set([
      0x01, 0x99, 0xf2, 0xc4, 0x7d, 0x1e, 0x7a, 0x3b, 0x8c, 0x5d, 0x2f, 0x6e, 0x1a, 0x9b, 0x4c, 0x71,
    ]);
    bytes.set(
      [0x01, 0x99, 0xf2, 0xc4, 0x7d, 0x1e, 0x7a, 0x3b, 0x8c, 0x5d, 0x2f, 0x6e, 0x1a, 0x9b, 0x4c, 0x70],
      16,
    );
    const ids = new Ids(bytes.buffer);
    expect(ids.length).toBe(2);
    expect([ids.at(0), ids.at(1), ids.at(2), ids.at(-1), ids.at(NaN)]).toEqual([
      B,
      A,
      undefined,
      undefined,
      undefined,
    ]);
    expect(ids.placeOf(A)).toBe(1);
    expect(ids.placeOf(B)).toBe(0);
  });

  it("survive their texts", () => {
    const texts = Array.from({ length: 300 }, (_, n) => idOf(n * 7919));
    const ids = Ids.of(texts);
    expect(ids.slice(0, ids.length)).toEqual(texts);
    expect(ids.slice(-5, 2)).toEqual(texts.slice(0, 2));
    expect(ids.slice(298, 1000)).toEqual(texts.slice(298));
    expect(texts.every((text, place) => ids.placeOf(text) === place)).toBe(true);
  });

  it("know what is not among them", () => {
    const ids = Ids.of([A]);
    expect(ids.placeOf(B)).toBeUndefined();
    for (const none of ["", "heading:today", "00000000-0000-0000-0000-000000000000", A.slice(1)]) {
      expect(ids.placeOf(none)).toBeUndefined();
    }
    expect(Ids.none.length).toBe(0);
    expect(Ids.none.placeOf(A)).toBeUndefined();
    expect(Ids.of(["no id", A]).slice(0, 2)).toEqual([A]);
  });

  it("pass over a piece of an id at the end", () => {
    expect(new Ids(new ArrayBuffer(33)).length).toBe(2);
    expect(new Ids(new ArrayBuffer(7)).length).toBe(0);
  });

  it("are 16 bytes each, however many there are", () => {
    const count = 100_000;
    const bytes = new Uint8Array(count * 16);
    const view = new DataView(bytes.buffer);
    for (let n = 0; n < count; n += 1) view.setUint32(n * 16 + 12, n);
    const ids = new Ids(bytes.buffer);
    expect(ids.length).toBe(count);
    expect(ids.at(count - 1)).toBe("00000000-0000-0000-0000-00000001869f");
    expect(ids.placeOf("00000000-0000-0000-0000-00000001869f")).toBe(count - 1);
  });
});
