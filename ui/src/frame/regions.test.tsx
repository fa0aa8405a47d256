import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { CommandProvider, useCommands } from "../keys/registry";
import { useShortcuts } from "./shortcuts";
import { useRegions } from "./useRegions";

function Window({ pane }: { pane: boolean }) {
  const commands = useCommands();
  useShortcuts((id) => void commands.run(id), true);
  useRegions();
  return (
    <>
      <nav className="side">
        <button data-side="a" tabIndex={-1}>
          Inbox
        </button>
        <button data-side="b" tabIndex={0}>
          Today
        </button>
      </nav>
      <main tabIndex={-1}>
        <div role="grid">
          <div role="row" tabIndex={0}>
            <div role="gridcell">A task</div>
          </div>
        </div>
        <input aria-label="Add a task" />
      </main>
      <div hidden={!pane}>
        <aside className="pane">
          <textarea aria-label="Ask" />
        </aside>
      </div>
    </>
  );
}
const page = (pane: boolean) => (
  <CommandProvider>
    <Window pane={pane} />
  </CommandProvider>
);

it("goes from part to part and back, where the keyboard was last, past what is closed", async () => {
  const user = userEvent.setup();
  const { rerender } = render(page(true));
  await user.keyboard("{F6}");
  expect(document.activeElement).toBe(screen.getByText("Today"));
  await user.keyboard("{F6}");
  expect(document.activeElement).toBe(screen.getByRole("row"));
  screen.getByLabelText("Add a task").focus();
  await user.keyboard("{F6}");
  expect(document.activeElement).toBe(screen.getByLabelText("Ask"));
  await user.keyboard("{F6}{F6}");
  expect(document.activeElement).toBe(screen.getByLabelText("Add a task"));
  rerender(page(false));
  await user.keyboard("{F6}");
  expect(document.activeElement).toBe(screen.getByText("Today"));
  await user.keyboard("{Shift>}{F6}{/Shift}");
  expect(document.activeElement).toBe(screen.getByLabelText("Add a task"));
});
