import { render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { firstDayOfWeek } from "../dates/week";
import { FailedScreen } from "../frame/FailedScreen";
import { text } from "./en";
import { date, listed, number, pluralsOf, select } from "./format";
import { chooseLocale, language, locale, startLocale } from "./locale";
import { recurrenceWords } from "./recurrence";
import { settingsText } from "./settings";

/** A person with these languages starts the window. */
async function startedBy(...languages: string[]): Promise<void> {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);
  await startLocale();
}

afterEach(async () => {
  vi.restoreAllMocks();
  await startLocale(null);
});

describe("the language", () => {
  const shipped = ["de", "pt-BR", "pt-PT", "zh-Hans", "zh-Hant"];
  it.each([
    [["de"], "de", "de"],
    [["de-AT", "en"], "de", "de-AT"],
    [["en-GB", "de"], "en", "en-GB"],
    [["fr-CH", "de-CH"], "de", "de-CH"],
    [["fr-CH", "de"], "de", "de-CH"],
    [["pt-PT"], "pt-PT", "pt-PT"],
    [["pt"], "pt-BR", "pt"],
    [["pt-AO"], "pt-BR", "pt-AO"],
    [["zh-TW"], "zh-Hant", "zh-TW"],
    [["zh"], "zh-Hans", "zh"],
    [["tlh", "fr"], "en", "en"],
    [["fr"], "en", "en-FR"],
    [["no tag", "de"], "de", "de"],
    [[], "en", "en"],
  ])("of a person who reads %j is %s, as in %s", (wanted, words, where) => {
    expect(chooseLocale(wanted, shipped)).toEqual({ language: words, locale: where });
  });

  it("is English where no other has come yet, with the dates and numbers of the person's country", async () => {
    await startedBy("de-DE", "en-US");
    expect([language(), locale()]).toEqual(["en", "en-DE"]);
    expect(number(1234.5)).toBe("1.234,5");
    expect(document.documentElement.lang).toBe("en");
    expect(document.documentElement.dir).toBe("ltr");
  });

  it("can be one that nobody speaks: longer and accented", async () => {
    await startLocale("en-XA");
    expect(text.added("Buy milk")).toBe("Ààđđééđ “Buy milk”.");
    expect(text.tasks(1)).toBe("1 ţààšķ");
    expect(text.tasks(1200)).toBe("1,200 ţààšķš");
    expect(text.failed.busy).not.toMatch(/[a-z]/iu);
    expect(settingsText.size(2_000_000)).not.toMatch(/[a-z]/iu);
    expect(document.documentElement.lang).toBe("en-XA");
  });

  it("can be one from right to left", async () => {
    await startLocale("ar-XB");
    expect(text.tryAgain).toBe("\u{202E}Try\u{202C} \u{202E}again\u{202C}");
    expect(document.documentElement.dir).toBe("rtl");
    await startLocale("en");
    expect(text.tryAgain).toBe("Try again");
    expect(document.documentElement.dir).toBe("ltr");
  });

  it("is that of all that a screen says, but for what others wrote", async () => {
    await startLocale("en-XA");
    render(
      <FailedScreen
        failure={{ code: "disk_full", message: "42" }}
        failedStarts={0}
        copy={null}
        dataDir="/1/2"
        onStatus={() => Promise.resolve()}
        onTryAgain={() => Promise.resolve()}
      />,
    );
    expect(screen.getByRole("heading").textContent).toBe(text.failed.disk_full);
    expect(document.body.textContent).not.toMatch(/[a-z]{2}/iu);
  });
});

describe("numbers, dates and lists", () => {
  it("are those of where the person is", async () => {
    const noon = new Date("2026-11-21T12:00:00Z");
    const day = { month: "short", day: "numeric", timeZone: "UTC" } as const;
    await startedBy("en-US");
    expect([number(1234), date(noon, day)]).toEqual(["1,234", "Nov 21"]);
    await startedBy("en-GB");
    expect(date(noon, day)).toBe("21 Nov");
    expect(date(noon, day, "de")).toBe("21. Nov.");
    await startedBy("en-IN");
    expect(number(1234567)).toBe("12,34,567");
  });

  it("have no comma before the last of a list, in English of any country", async () => {
    for (const tag of ["en-US", "en-GB", "en"]) {
      await startedBy(tag);
      expect(listed(["a", "b", "c"])).toBe("a, b and c");
      expect(listed(["a", "b"], "disjunction")).toBe("a or b");
      expect(listed(["a"]) + listed([])).toBe("a");
    }
  });

  it("name weekdays and months by themselves", async () => {
    await startedBy("en-US");
    const rule = { interval: 1, positions: [], afterCompletion: false, until: null, count: null };
    const yearly = {
      ...rule,
      frequency: "YEARLY",
      months: [1, 12],
      monthDays: [],
      weekdays: [{ nth: -1, weekday: 6 }],
    };
    expect(recurrenceWords({ ...yearly, frequency: "YEARLY" })).toBe(
      "every year on the last Sunday of January and December",
    );
  });
});

describe("words", () => {
  it("bend as their language counts", () => {
    const polish = pluralsOf("pl").plural;
    const forms = { one: "zadanie", few: "zadania", many: "zadań", other: "zadania" };
    expect([1, 2, 5, 22, 1.5].map((n) => polish(n, forms))).toEqual([
      "zadanie",
      "zadania",
      "zadań",
      "zadania",
      "zadania",
    ]);
  });

  it("are those of an exact number first, and count without what is taken off", () => {
    const { plural, ordinal } = pluralsOf("en");
    expect(plural(0, { "=0": "none", other: "some" })).toBe("none");
    expect(plural(2, { one: "one more", other: "more" }, 1)).toBe("one more");
    expect(ordinal(22, { two: "nd", other: "th" })).toBe("nd");
  });

  it("are chosen by a word, the others where there is none for it", () => {
    expect(select("list", { list: "List", tag: "Tag" })).toBe("List");
    expect(select("constructor", { list: "List", other: "It" })).toBe("It");
  });
});

describe("the first day of the week", () => {
  it.each([
    ["de-DE", "mon"],
    ["en-US", "sun"],
    ["en-GB", "mon"],
    ["ar-EG", "sat"],
    ["dv-MV", "fri"],
  ])("in %s is %s", (tag, day) => {
    expect(firstDayOfWeek("locale", tag)).toBe(day);
  });

  it("is the one where the person is, if they chose no other", async () => {
    await startedBy("en-US");
    expect(firstDayOfWeek()).toBe("sun");
    await startedBy("de-DE", "en-US");
    expect(firstDayOfWeek()).toBe("mon");
    expect([firstDayOfWeek("monday"), firstDayOfWeek("saturday"), firstDayOfWeek("sunday")]).toEqual([
      "mon",
      "sat",
      "sun",
    ]);
  });
});
