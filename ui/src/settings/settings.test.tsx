import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AllSettings } from "../ipc/bindings/AllSettings";
import type { Data } from "../ipc/bindings/Data";
import type { ShortcutState } from "../ipc/bindings/ShortcutState";
import type { SettingsGroup } from "../ipc/bindings/SettingsGroup";
import type { StartAtLogin } from "../ipc/bindings/StartAtLogin";
import { CommandProvider, useCommand, useCommands } from "../keys/registry";
import { defaults } from "./defaults";
import type { PageId } from "./contents";
import { SettingsPlaceProvider, useSettingsPlace } from "./place";
// Loaded beforehand: the window loads it when somebody looks.
import "./SettingsScreen";
import { SettingsProvider, useSettings } from "./useSettings";
import { useZoom } from "./useZoom";

const door = vi.hoisted((): { host: Host | undefined } => ({ host: undefined }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host?.call(name, args)),
  channel: () => ({}),
}));

/** The host's side: what it keeps, and what it was asked. */
class Host {
  readonly asked: [string, unknown][] = [];
  kept: AllSettings = defaults;
  refuse: string | null = null;
  tray = true;
  login: StartAtLogin = { on: false, problem: null };
  shortcut: ShortcutState = {
    keys: "Ctrl+Shift+Space",
    state: "registered",
    reason: null,
    command: "calm-orbit --quick-add",
  };
  data: Data = {
    folder: "/home/ada/tasks",
    bytes: 1_234_567,
    backups: [{ name: "auto-20261121T090807Z.db", at: "2026-11-21T09:08:07Z", bytes: 2_000 }],
    trash: 3,
    kept: { trash: 30, activity: 90 },
  };

  call(name: string, args: unknown): unknown {
    this.asked.push([name, args]);
    if (this.refuse === name) throw Object.assign(new Error(), { code: "read_only", message: "No room." });
    switch (name) {
      case "settings":
        return this.kept;
      case "save_settings": {
        const { change } = args as { change: SettingsGroup };
        this.kept = { ...this.kept, [change.group]: change.settings };
        return this.kept;
      }
      case "start_at_login":
        return this.login;
      case "set_start_at_login":
        this.login = { on: (args as { on: boolean }).on, problem: null };
        return this.login;
      case "surroundings":
        return { accent: null, contrast: false, tray: this.tray };
      case "data":
      case "back_up":
        return this.data;
      case "keep":
        this.data = { ...this.data, kept: (args as { kept: Data["kept"] }).kept };
        return this.data;
      case "empty_trash": {
        const gone = this.data.trash;
        this.data = { ...this.data, trash: 0 };
        return gone;
      }
      case "restore_backup":
      case "reset_data":
        return { group: "g1", changed: 2, threads: 0, before: "auto-now.db" };
      case "undo":
        return { restored: [], stayed: [] };
      case "mcp_clients":
        return [{ name: "cursor", last: "2026-11-21T09:08:07Z", changes: 2 }];
      case "mcp_server":
        return { command: "/usr/bin/calm-orbit", args: ["mcp"] };
      case "shortcut_state":
        return this.shortcut;
      case "set_shortcut":
        this.shortcut = { ...this.shortcut, keys: (args as { keys: string | null }).keys };
        return this.shortcut;
      case "about":
        return { version: "1.2.3", system: "Some Linux (x86_64)", webview: "2.50.1" };
      case "export_diagnostics":
        return "/home/ada/Downloads/calm-orbit-diagnostics.txt";
      default:
        return null;
    }
  }

  all(name: string): unknown[] {
    return this.asked.filter(([each]) => each === name).map(([, args]) => args);
  }
}

vi.setConfig({ testTimeout: 30_000 });
let host: Host;
beforeEach(() => {
  host = new Host();
  door.host = host;
  // The window is wide.
  const wide = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("matchMedia", () => wide);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});

/** What lies beneath the settings: a button, and a command of the tasks. */
function Beneath({ page, onAdd }: { page: PageId; onAdd: () => void }) {
  const { show } = useSettingsPlace();
  const commands = useCommands();
  useCommand("add", onAdd);
  useZoom(() => undefined);
  return (
    <>
      <button type="button" onClick={() => show(page)}>
        open
      </button>
      <button type="button" onClick={() => commands.run("zoom_in")}>
        larger
      </button>
    </>
  );
}

function Keys() {
  const commands = useCommands();
  return (
    <>
      <button type="button" onClick={() => commands.run("back")}>
        back
      </button>
      <button type="button" onClick={() => commands.run("add")}>
        add
      </button>
    </>
  );
}

async function show(page: PageId) {
  const onAdd = vi.fn();
  render(
    <SettingsProvider>
      <CommandProvider>
        <SettingsPlaceProvider>
          <Beneath page={page} onAdd={onAdd} />
        </SettingsPlaceProvider>
        <Keys />
      </CommandProvider>
    </SettingsProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "open" }));
  await screen.findByRole("navigation", {}, { timeout: 20_000 });
  return { user, onAdd };
}

describe("the place", () => {
  it("begins in its list of pages, and gives the keyboard back", async () => {
    const { user } = await show("general");
    const nav = screen.getByRole("navigation", { name: "Pages of the settings" });
    expect(document.activeElement).toBe(within(nav).getByRole("button", { name: "General" }));
    await user.click(within(nav).getByRole("button", { name: "About" }));
    expect(screen.getByRole("heading", { level: 1, name: "About" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "back" }));
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(document.activeElement?.textContent).toBe("open");
  });

  it("is walked through by the arrow keys", async () => {
    const { user } = await show("general");
    const nav = screen.getByRole("navigation", { name: "Pages of the settings" });
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(screen.getByRole("heading", { level: 1, name: "Shortcuts" })).toBeTruthy();
    expect(document.activeElement).toBe(within(nav).getByRole("button", { name: "Shortcuts" }));
    await user.keyboard("{End}");
    expect(screen.getByRole("heading", { level: 1, name: "About" })).toBeTruthy();
    // The column is one stop of Tab.
    await user.keyboard("{Shift>}{Tab}{/Shift}");
    expect(nav.contains(document.activeElement)).toBe(false);
  });

  it("is left by a command of the tasks, which then runs", async () => {
    const { user, onAdd } = await show("general");
    await user.click(screen.getByRole("button", { name: "add" }));
    await waitFor(() => expect(onAdd).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole("navigation")).toBeNull();
  });
});

describe("a setting", () => {
  it("is kept at once, and all else stays", async () => {
    const { user } = await show("general");
    await user.click(screen.getByRole("switch", { name: "Single letters are commands" }));
    expect(host.all("save_settings")).toEqual([
      { change: { group: "general", settings: { ...defaults.general, single_keys: false } } },
    ]);
    expect(screen.getByRole("switch", { name: "Single letters are commands", checked: false })).toBeTruthy();
  });

  it("is as it was, and says why, where it could not be kept", async () => {
    host.refuse = "save_settings";
    const { user } = await show("general");
    await user.click(screen.getByRole("switch", { name: "Single letters are commands" }));
    expect((await screen.findByRole("alert")).textContent).toContain("No room.");
    expect(screen.getByRole("switch", { name: "Single letters are commands", checked: true })).toBeTruthy();
  });

  it("of the start at sign-in is as the system has it", async () => {
    const start = { name: "Start when you sign in" };
    host.kept = { ...defaults, general: { ...defaults.general, start_at_login: true } };
    const { user } = await show("general");
    // Somebody has switched it off in the system's settings.
    expect(await screen.findByRole("switch", { ...start, checked: false })).toBeTruthy();
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("switch", start).disabled).toBe(false));
    await user.click(screen.getByRole("switch", start));
    expect(await screen.findByRole("switch", { ...start, checked: true })).toBeTruthy();
    expect(host.all("set_start_at_login")).toEqual([{ on: true }]);

    host.refuse = "set_start_at_login";
    await user.click(screen.getByRole("switch", start));
    expect((await screen.findByRole("alert")).textContent).toContain("No room.");
    expect(await screen.findByRole("switch", { ...start, checked: true })).toBeTruthy();
  });

  it("of the start at sign-in says why it can't be changed", async () => {
    host.login = { on: false, problem: "The system doesn’t say." };
    await show("general");
    expect(await screen.findByText("The system doesn’t say.")).toBeTruthy();
    const start = screen.getByRole<HTMLInputElement>("switch", { name: "Start when you sign in" });
    expect(start.disabled).toBe(true);
  });

  it("of reminders can be tried, and says where the desktop refused", async () => {
    const { user } = await show("reminders");
    await user.click(screen.getByRole("button", { name: "Send a test" }));
    expect(await screen.findByText(/^Sent\./)).toBeTruthy();
    host.refuse = "test_reminder";
    await user.click(screen.getByRole("button", { name: "Send a test" }));
    expect(await screen.findByText("No room.")).toBeTruthy();
    expect(host.all("test_reminder")).toHaveLength(2);
  });

  it("of the tray shows only where there is one", async () => {
    host.tray = false;
    await show("general");
    await screen.findByText("What is kept");
    expect(screen.queryByRole("switch", { name: "Keep running when the window is closed" })).toBeNull();
  });

  it("of the size has steps, by button and by key", async () => {
    const { user } = await show("appearance");
    await user.click(screen.getByRole("button", { name: "Larger" }));
    await screen.findByText("110 %");
    await user.click(screen.getByText("larger"));
    await screen.findByText("125 %");
    await user.click(screen.getByRole("button", { name: "100 %" }));
    await screen.findByText("100 %");
    expect(host.kept.appearance.zoom).toBe(100);
  });

  it("of quiet hours has two times", async () => {
    const { user } = await show("reminders");
    await user.click(screen.getByRole("switch", { name: "Quiet hours" }));
    expect(await screen.findByRole("group", { name: "From" })).toBeTruthy();
    expect(host.kept.reminders.quiet).toEqual({ from: "22:00:00", to: "07:00:00" });
    await user.click(screen.getByRole("switch", { name: "Remind me of tasks" }));
    await waitFor(() => expect(screen.queryByRole("group", { name: "From" })).toBeNull());
  });

  it("says for how long things are kept", async () => {
    const { user } = await show("general");
    await user.click(await screen.findByRole("button", { name: /Tasks in the trash/ }));
    await user.click(await screen.findByRole("option", { name: "For ever" }));
    await waitFor(() => expect(host.all("keep")).toEqual([{ kept: { trash: null, activity: 90 } }]));
  });
});

describe("the keys of quick add", () => {
  it("are pressed to be changed", async () => {
    const { user } = await show("shortcuts");
    await user.click(await screen.findByRole("button", { name: "Change" }));
    await user.keyboard("a");
    expect(screen.getByText("Hold Ctrl, Alt or the system key with it.")).toBeTruthy();
    await user.keyboard("{Control>}{Alt>} {/Alt}{/Control}");
    await waitFor(() => expect(host.all("set_shortcut")).toEqual([{ keys: "Ctrl+Alt+Space" }]));
    expect(screen.getByRole("button", { name: "Change", pressed: false })).toBeTruthy();
  });

  it("stay as they are with Esc, and have a way out where the system refuses them", async () => {
    host.shortcut = { ...host.shortcut, state: "refused", reason: "Another program has them." };
    const { user } = await show("shortcuts");
    await user.click(await screen.findByRole("button", { name: "Change" }));
    await user.keyboard("{Escape}");
    expect(host.all("set_shortcut")).toEqual([]);
    expect(screen.getByRole("alert").textContent).toContain("Another program has them.");
    expect(screen.getByRole("region", { name: "Command that opens quick add" }).textContent).toBe(
      "calm-orbit --quick-add",
    );
  });
});

describe("the data", () => {
  it("is brought back after a question, and that can be undone", async () => {
    const { user } = await show("data");
    await user.click(await screen.findByRole("button", { name: /Restore the backup of/ }));
    const question = screen.getByRole("alertdialog");
    expect(host.all("restore_backup")).toEqual([]);
    await user.click(within(question).getByRole("button", { name: "Restore" }));
    expect(host.all("restore_backup")).toEqual([{ name: "auto-20261121T090807Z.db" }]);
    expect(await screen.findByText("2 tasks, lists and filters were brought back.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(host.all("undo")).toEqual([{ group: "g1" }]);
    expect(await screen.findByText("Taken back.")).toBeTruthy();
  });

  it("starts over only after the word", async () => {
    const { user } = await show("data");
    await user.click(await screen.findByRole("button", { name: "Start over" }));
    const agree = screen.getByRole("button", { name: "Move everything to the trash" });
    await user.click(agree);
    expect(host.all("reset_data")).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: /Type/ }), "Reset");
    await user.click(agree);
    expect(host.all("reset_data")).toHaveLength(1);
    expect(await screen.findByText(/The backup from before is auto-now.db/)).toBeTruthy();
  });

  it("leaves the trash alone until somebody agrees", async () => {
    const { user } = await show("data");
    const empty = await screen.findByRole("button", { name: "Delete 3 tasks for good" });
    await user.click(empty);
    await user.keyboard("{Escape}");
    expect(host.all("empty_trash")).toEqual([]);
    expect(document.activeElement).toBe(empty);
    await user.click(empty);
    const question = screen.getByRole("alertdialog");
    await user.click(within(question).getByRole("button", { name: "Delete 3 tasks for good" }));
    expect(await screen.findByText("3 tasks are gone for good.")).toBeTruthy();
    expect(await screen.findByText("The trash is empty.")).toBeTruthy();
  });
});

describe("others", () => {
  it("are told how to connect, and who has changed something", async () => {
    const { user } = await show("clients");
    expect(await screen.findByRole("row", { name: /cursor.*2/ })).toBeTruthy();
    const text = await screen.findByRole("region", { name: "Configuration for Claude Desktop" });
    expect(JSON.parse(text.textContent)).toEqual({
      mcpServers: { "calm-orbit": { command: "/usr/bin/calm-orbit", args: ["mcp"] } },
    });
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(await navigator.clipboard.readText()).toBe(text.textContent);
  });

  it("get diagnostics as a file", async () => {
    const { user } = await show("about");
    expect(await screen.findByText("Version 1.2.3")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Export" }));
    expect(await screen.findByText(/calm-orbit-diagnostics.txt/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open the folder" }));
    expect(host.all("open_folder")).toEqual([{ folder: "downloads" }]);
  });
});

it("follows what is changed elsewhere, but not over what is being saved", async () => {
  function Shown() {
    const { settings, save, look } = useSettings();
    const [failed, setFailed] = useState(false);
    return (
      <>
        <output>{`${settings.appearance.theme} ${String(settings.reminders.on)} ${String(failed)}`}</output>
        <button
          type="button"
          onClick={() => {
            save({ group: "appearance", settings: { ...settings.appearance, theme: "dark" } }).catch(() =>
              setFailed(true),
            );
          }}
        >
          dark
        </button>
        <button type="button" onClick={look}>
          look
        </button>
      </>
    );
  }
  render(
    <SettingsProvider>
      <Shown />
    </SettingsProvider>,
  );
  const shown = screen.getByRole("status");
  await waitFor(() => expect(host.all("settings")).toHaveLength(1));
  host.kept = { ...host.kept, reminders: { ...host.kept.reminders, on: false } };
  await userEvent.click(screen.getByRole("button", { name: "look" }));
  await waitFor(() => expect(shown.textContent).toBe("system false false"));
  await userEvent.click(screen.getByRole("button", { name: "dark" }));
  await userEvent.click(screen.getByRole("button", { name: "look" }));
  await waitFor(() => expect(shown.textContent).toBe("dark false false"));
  host.refuse = "save_settings";
  host.kept = { ...host.kept, appearance: { ...host.kept.appearance, theme: "light" } };
  await userEvent.click(screen.getByRole("button", { name: "dark" }));
  await userEvent.click(screen.getByRole("button", { name: "look" }));
  await waitFor(() => expect(shown.textContent).toBe("light false true"));
});
