import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { AllSettings } from "../ipc/bindings/AllSettings";
import type { SettingsGroup } from "../ipc/bindings/SettingsGroup";
import { CommandProvider, useCommands, useCommandTable } from "../keys/registry";
import { commandText } from "../messages/commands";
import { startLocale } from "../messages/locale";
import { defaults } from "../settings/defaults";
import { SettingsProvider, useSettings } from "../settings/useSettings";
import { ShortcutSheet } from "./ShortcutSheet";
import { useShortcuts } from "./shortcuts";

const kept = vi.hoisted((): { settings: unknown } => ({ settings: null }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: { change: SettingsGroup }) =>
    Promise.resolve().then(() => {
      const now = kept.settings as AllSettings;
      if (name === "save_settings" && args)
        kept.settings = { ...now, [args.change.group]: args.change.settings };
      return kept.settings;
    }),
}));

function Stage() {
  const [open, setOpen] = useState(false);
  const commands = useCommands();
  useShortcuts((id) => void commands.run(id), useSettings().settings.general.single_keys);
  useCommandTable({ sheet: () => setOpen((now) => !now) });
  return <ShortcutSheet open={open} onOpenChange={setOpen} />;
}
function show() {
  render(
    <SettingsProvider>
      <CommandProvider>
        <Stage />
      </CommandProvider>
    </SettingsProvider>,
  );
  return userEvent.setup();
}
const keysOf = (what: string) => screen.getByText(what).nextElementSibling?.textContent;

beforeEach(() => {
  kept.settings = { ...defaults, quick_add: { shortcut: "Control+Alt+KeyN" } };
});

it("is opened and closed by ?, and says which keys are in force", async () => {
  const user = show();
  await user.keyboard("?");
  const sheet = screen.getByRole("dialog", { name: "Keyboard shortcuts" });
  await waitFor(() => expect(keysOf("Quick add, also when hidden")).toBe("Ctrl Alt N"));
  expect(keysOf("Search or run")).toBe("Ctrl K");
  expect(keysOf("Inbox, Today, Upcoming, Someday")).toBe("G then I T U S");
  expect(keysOf("Edit in place")).toBe("E or F2");
  expect(
    within(sheet)
      .getAllByRole("heading", { level: 3 })
      .map((each) => each.textContent),
  ).toEqual(["Anywhere", "Go to", "In the list", "On a task"]);
  await user.keyboard("?");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("switches single keys off, and shows none of them then", async () => {
  const user = show();
  await user.keyboard("?");
  await user.click(screen.getByRole("checkbox", { name: "Single keys are commands" }));
  await waitFor(() => expect(screen.queryByText("Inbox, Today, Upcoming, Someday")).toBeNull());
  expect(keysOf("Edit in place")).toBe("F2");
  expect(keysOf("Add a task below the current")).toBe("Enter");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("?");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("says all of it in the language of the window, keys too", async () => {
  await startLocale("en-XA");
  try {
    const user = show();
    await user.keyboard("?");
    await waitFor(() => expect(screen.getByRole("dialog").textContent).toContain(commandText.quickAdd));
    expect(screen.getByRole("dialog").textContent).not.toMatch(/[a-z]{2}/iu);
  } finally {
    await startLocale(null);
  }
});

it("has no line for quick add where the person wants no keys for it", async () => {
  kept.settings = { ...defaults, quick_add: { shortcut: null } };
  const user = show();
  await waitFor(() => expect(kept.settings).not.toBeNull());
  await user.keyboard("?");
  await waitFor(() => expect(screen.queryByText("Quick add, also when hidden")).toBeNull());
});
