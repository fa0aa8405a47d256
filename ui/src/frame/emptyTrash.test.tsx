import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { CommandProvider, useCommands } from "../keys/registry";
import { EmptyTrashAnywhere } from "./EmptyTrashAnywhere";

const far = vi.hoisted(() => ({ trash: 0, asked: [] as string[] }));
vi.mock("../ipc/host", () => ({
  call: (name: string) => {
    far.asked.push(name);
    return Promise.resolve(name === "data" ? { trash: far.trash } : far.trash);
  },
}));

function Window() {
  const commands = useCommands();
  return (
    <button type="button" onClick={() => commands.run("empty_trash")}>
      run
    </button>
  );
}

it("is emptied from anywhere after a question that names the number", async () => {
  const said: string[] = [];
  const user = userEvent.setup();
  render(
    <CommandProvider>
      <Window />
      <EmptyTrashAnywhere say={(message) => said.push(message)} />
    </CommandProvider>,
  );
  const run = screen.getByRole("button", { name: "run" });
  await user.click(run);
  await waitFor(() => expect(said).toEqual(["The trash is empty"]));
  expect(screen.queryByRole("alertdialog")).toBeNull();

  far.trash = 4;
  await user.click(run);
  expect(await screen.findByRole("alertdialog", { name: "Empty the trash…" })).toBeTruthy();
  await user.keyboard("{Enter}"); // the safe answer has the keyboard
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(far.asked).not.toContain("empty_trash");
  // In the next frame.
  await waitFor(() => expect(document.activeElement).toBe(run));

  await user.click(run);
  await user.click(await screen.findByRole("button", { name: "Delete 4 tasks for good" }));
  await waitFor(() => expect(said.at(-1)).toBe("4 tasks are gone for good."));
});
