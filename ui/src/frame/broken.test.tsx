import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Boundary } from "./Boundary";

vi.mock("./windowReady", () => ({ windowReady: () => undefined }));

function Window({ breaks }: { breaks: boolean }) {
  if (breaks) throw new Error("a part of it");
  return <input aria-label="Add a task" />;
}

it("keeps what was being typed, and offers to reload", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const page = (breaks: boolean) => (
    <Boundary>
      <Window breaks={breaks} />
    </Boundary>
  );
  const user = userEvent.setup();
  const { rerender } = render(page(false));
  await user.type(screen.getByLabelText("Add a task"), "Call the dentist");
  rerender(page(true));
  expect(screen.getByRole("heading", { name: "The window stopped" })).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("What you were typing").value).toBe("Call the dentist");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Reload the window" }));
  await user.click(screen.getByRole("button", { name: "Copy the text" }));
  expect(await navigator.clipboard.readText()).toBe("Call the dentist");
  expect(await screen.findByText("Copied.")).toBeTruthy();
  expect(screen.getByText(/a part of it/)).toBeTruthy();
});
