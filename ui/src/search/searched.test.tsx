import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { filterOf, Found, FoundInNotes, SearchedWords } from "./searched";

function shown(words: string, title: string, notes: string) {
  const { container } = render(
    <SearchedWords value={words}>
      <p>
        <Found text={title} />
      </p>
      <FoundInNotes title={title} notes={notes} />
    </SearchedWords>,
  );
  return {
    title: [...container.querySelectorAll("p b")].map((b) => b.textContent),
    notes: container.querySelector(".snippet")?.textContent ?? null,
  };
}

it("marks what was searched, and shows the notes only for what the title lacks", () => {
  expect(shown("boil", "Check the boiler", "The boiler is in the cellar")).toEqual({
    title: ["boil"],
    notes: null,
  });
  expect(shown("boil cell", "Check the boiler", "It is in the cellar")).toEqual({
    title: ["boil"],
    notes: "In the notes: It is in the cellar",
  });
  expect(shown("", "Check the boiler", "notes")).toEqual({ title: [], notes: null });
});

it("makes a query of the words, without what would be an operator", () => {
  expect(filterOf("milk & bread!")).toBe("search: milk bread");
  expect(filterOf("Café @home")).toBe("search: Café home");
  expect(filterOf(" & ")).toBeNull();
});
