import { describe, expect, it } from "vitest";
import { accepted, moveRefused, pieces } from "./refused";

const tomorrow = { start: 9, end: 17 }; // in "Call Ana tomorrow"

describe("refused words", () => {
  it("move with what is typed before them", () => {
    expect(moveRefused("Call Ana tomorrow", "Please call Ana tomorrow", [tomorrow])).toEqual([
      { start: 16, end: 24 },
    ]);
  });

  it("stay when something is typed after them", () => {
    expect(moveRefused("Call Ana tomorrow", "Call Ana tomorrow at", [tomorrow])).toEqual([tomorrow]);
  });

  it("are free again when they change", () => {
    expect(moveRefused("Call Ana tomorrow", "Call Ana tomorow", [tomorrow])).toEqual([]);
    expect(moveRefused("Call Ana tomorrow", "Call Ana tomorrows", [tomorrow])).toEqual([]);
    expect(moveRefused("Call Ana tomorrow", "", [tomorrow])).toEqual([]);
  });

  it("take their spans out of what is accepted", () => {
    const spans = [tomorrow, { start: 0, end: 4 }];
    expect(accepted(spans, [tomorrow])).toEqual([{ start: 0, end: 4 }]);
    expect(accepted(spans, [])).toEqual(spans);
  });
});

describe("pieces of a text", () => {
  it("cover the text, in UTF-16 units", () => {
    const text = "🎂 tomorrow ok";
    const span = { start: 3, end: 11 };
    expect(pieces(text, [span])).toEqual([
      { text: "🎂 ", span: null },
      { text: "tomorrow", span },
      { text: " ok", span: null },
    ]);
  });

  it("leave out spans of a longer text than this", () => {
    expect(pieces("short", [{ start: 3, end: 11 }])).toEqual([{ text: "short", span: null }]);
  });
});
