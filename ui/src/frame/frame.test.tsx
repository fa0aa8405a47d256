import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { themeFor } from "../design/theme";
import { FailedScreen } from "./FailedScreen";
import { Toaster } from "./Toaster";

it("knows the theme for what the system asks", () => {
  expect(themeFor({ dark: false, contrast: false })).toBe("light");
  expect(themeFor({ dark: true, contrast: false })).toBe("dark");
  expect(themeFor({ dark: false, contrast: true })).toBe("contrast");
  expect(themeFor({ dark: true, contrast: true })).toBe("contrast-dark");
});

it("says why the tasks can't be opened, where they are, and that trying again did not help", async () => {
  let tries = 0;
  render(
    <FailedScreen
      failure={{ code: "newer_database", message: "Install version 2 to open it." }}
      failedStarts={0}
      copy={null}
      dataDir="/home/someone/tasks"
      onStatus={() => Promise.resolve()}
      onTryAgain={() => {
        tries += 1;
        return Promise.resolve();
      }}
    />,
  );
  expect(screen.getByRole("heading", { name: "Your tasks were saved by a newer version" })).toBeTruthy();
  expect(screen.getByText("/home/someone/tasks")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(tries).toBe(1);
  expect(await screen.findByText("Tried again, with the same result.")).toBeTruthy();
});

it("says what happened in a region that was there before, and takes it back", async () => {
  const undone: string[] = [];
  const props = { onClose: () => undefined, onUndo: (group: string) => undone.push(group) };
  const { rerender } = render(<Toaster {...props} toast={null} />);
  const region = screen.getByRole("status");
  rerender(<Toaster {...props} toast={{ id: 1, message: "Completed “Buy milk”.", group: "g1" }} />);
  expect(screen.getByRole("status")).toBe(region);
  expect(region.textContent).toContain("Completed “Buy milk”.");
  await userEvent.click(screen.getByRole("button", { name: /Undo/ }));
  expect(undone).toEqual(["g1"]);
});
