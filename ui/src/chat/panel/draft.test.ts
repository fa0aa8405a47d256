import { describe, expect, it } from "vitest";
import type { Entity } from "../../ipc/bindings/Entity";
import { contentOf, draftOf, edited, mentioned, NOTHING, pieces, queryAt, withoutMention } from "./draft";

const dentist: Entity = {
  id: "task:1",
  title: "Call the dentist",
  icon: "check",
  group: "Tasks",
  interactive: true,
  data: { due: "10:30" },
};
const phone: Entity = { ...dentist, id: "tag:phone", title: "@phone", group: "Tags", data: {} };

const words = (text: string) => ({ words: text, marks: [] });
/** "Move @Call the dentist to friday" with its mention. */
function written() {
  const query = queryAt(words("Move @de to friday"), 8);
  if (!query) throw new Error("nothing is looked for");
  return mentioned(words("Move @de to friday"), query, dentist);
}

describe("looking for a mention", () => {
  it("begins with an @ at the beginning of a word and ends at the caret", () => {
    expect(queryAt(words("Move @de"), 8)).toEqual({ start: 5, end: 8, words: "de" });
    expect(queryAt(words("@"), 1)).toEqual({ start: 0, end: 1, words: "" });
    expect(queryAt(words("Move @call the den"), 18)?.words).toBe("call the den");
    expect(queryAt(words("(@de"), 4)?.words).toBe("de");
    expect(queryAt(words("Move @dentist now"), 8)?.words).toBe("de");
  });

  it("is none in an address, after a blank, over a line, or in a mention that is there", () => {
    expect(queryAt(words("me@example.com"), 14)).toBeNull();
    expect(queryAt(words("meet @ noon"), 11)).toBeNull();
    expect(queryAt(words("@de\nnext"), 8)).toBeNull();
    expect(queryAt(words("no sign"), 7)).toBeNull();
    expect(queryAt(words(`@${"a".repeat(70)}`), 71)).toBeNull();
    const { draft } = written();
    expect(queryAt(draft, 12)).toBeNull();
  });
});

describe("a mention", () => {
  it("takes the place of what was looked for, with one blank behind it", () => {
    const { draft, caret } = written();
    expect(draft.words).toBe("Move @Call the dentist to friday");
    expect(draft.marks).toMatchObject([{ start: 5, end: 22, entity: { id: "task:1" } }]);
    expect(caret).toBe(23);
    const tag = mentioned(words("@ph"), { start: 0, end: 3 }, phone);
    expect(tag.draft.words).toBe("@phone ");
  });

  it("moves with the words before it and stays when words follow", () => {
    const { draft } = written();
    const before = edited(draft, `Please move${draft.words.slice(4)}`);
    expect(before.marks[0]).toMatchObject({ start: 12, end: 29 });
    const after = edited(draft, `${draft.words}, 9am`);
    expect(after.marks).toEqual(draft.marks);
  });

  it("is words again when it is changed, and goes as a whole by Backspace", () => {
    const { draft } = written();
    expect(edited(draft, draft.words.replace("dentist", "dontist")).marks).toEqual([]);
    expect(edited(draft, "").marks).toEqual([]);
    const without = withoutMention(draft, 22);
    expect(without).toMatchObject({ draft: { words: "Move  to friday", marks: [] }, caret: 5 });
    expect(withoutMention(draft, 21)).toBeNull();
  });

  it("is sent as a tag among the words, and comes back as it was", () => {
    const { draft } = written();
    const content = contentOf({ ...draft, words: `${draft.words}  ` });
    expect(content).toEqual([
      { type: "input_text", text: "Move " },
      {
        type: "input_tag",
        id: "task:1",
        text: "Call the dentist",
        data: { due: "10:30" },
        group: "Tasks",
        interactive: true,
      },
      { type: "input_text", text: " to friday" },
    ]);
    const again = draftOf(content);
    expect(again.words).toBe(draft.words);
    expect(contentOf(again)).toEqual(content);
    expect(pieces(again).map(({ text }) => text)).toEqual(["Move ", "@Call the dentist", " to friday"]);
  });

  it("makes a message by itself, and blanks make none", () => {
    expect(contentOf(mentioned(words("@"), { start: 0, end: 1 }, phone).draft)).toMatchObject([
      { type: "input_tag", text: "@phone" },
    ]);
    expect(contentOf(words(" \n "))).toEqual([]);
    expect(contentOf(NOTHING)).toEqual([]);
  });
});
