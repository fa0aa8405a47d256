import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { NotesText } from "./NotesText";
// Loaded when they are needed; here they are there at once.
import "./NotesText";

const user = userEvent.setup();

function show(notes: string) {
  const links: string[] = [];
  const onTick = vi.fn();
  const { container } = render(
    <NotesText onLink={(address) => links.push(address)} onTick={onTick}>
      {notes}
    </NotesText>,
  );
  return { container, links, onTick };
}

it("draws the small part of Markdown that notes use", () => {
  const { container } = show("# Drive\nUse the **blue** one\n\n- free space\n- label `2026-11`");
  expect(container.querySelector("h4")?.textContent).toBe("Drive");
  expect(container.querySelector("strong")?.textContent).toBe("blue");
  expect([...container.querySelectorAll("li")].map((entry) => entry.textContent)).toEqual([
    "free space",
    "label 2026-11",
  ]);
  expect(container.querySelector("code")?.textContent).toBe("2026-11");
});

it("takes no HTML, loads no picture, and has no link that leads anywhere by itself", async () => {
  const { container, links } = show(
    "<img src=x onerror=alert(1)><script>alert(1)</script> <b>bold</b>\n\n![A photo](https://example.com/p.png) [bad](javascript:alert(1)) [site](https://example.com/a) ![](data:image/png;base64,AA)",
  );
  expect(container.querySelector("img, script, a, iframe, b, svg, style")).toBeNull();
  const shown = screen.getAllByRole("link");
  expect(shown.map((link) => link.textContent)).toEqual(["Picture: A photo", "site"]);
  await user.click(screen.getByText("Picture: A photo"));
  screen.getByText("site").focus();
  await user.keyboard("{Enter}");
  expect(links).toEqual(["https://example.com/p.png", "https://example.com/a"]);
});

it("makes links of addresses in plain words, without what closes the sentence", async () => {
  const { links, container } = show("See https://example.com/drive?a=1. Or `https://no.example`.");
  await user.click(screen.getByRole("link"));
  expect(links).toEqual(["https://example.com/drive?a=1"]);
  expect(container.textContent).toBe("See https://example.com/drive?a=1. Or https://no.example.");
});

it("ticks the entry that was pressed, by its place in the text", async () => {
  const notes = "Pack\n\n- [ ] goggles\n- [x] **towel**\n  - [ ] small one\n- plain [ ] words";
  const { onTick } = show(notes);
  const boxes = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false]);
  expect(boxes.map((box) => box.getAttribute("aria-label"))).toEqual([
    "Done: goggles",
    "Done: towel",
    "Done: small one",
  ]);
  await user.click(screen.getByRole("checkbox", { name: "Done: towel" }));
  expect(onTick).toHaveBeenCalledWith(notes.indexOf("- [x]"), false);
  await user.click(screen.getByRole("checkbox", { name: "Done: small one" }));
  expect(onTick).toHaveBeenLastCalledWith(notes.indexOf("- [ ] small"), true);
});
