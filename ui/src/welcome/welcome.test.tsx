import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AllSettings } from "../ipc/bindings/AllSettings";
import type { SettingsGroup } from "../ipc/bindings/SettingsGroup";
import { defaults } from "../settings/defaults";
import { SettingsProvider, useSettings } from "../settings/useSettings";
import { task } from "../tasks/sample.test-data";
import { FirstStart } from "./FirstStart";
import { SamplesLine } from "./SamplesLine";
// Loaded when they are needed; here they are there at once.
import "./Welcome";

type Command = (name: string, args: unknown) => unknown;
const door = vi.hoisted((): { host: Command } => ({ host: () => null }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host(name, args)),
  channel: (receive: unknown) => receive,
}));

let called: [string, unknown][] = [];
let kept: AllSettings;
let tasks: Partial<Record<string, unknown[]>>;
let shortcut: unknown;
let samples: number;

beforeEach(() => {
  called = [];
  kept = defaults;
  tasks = {};
  samples = 0;
  shortcut = { keys: "Ctrl+Alt+Space", state: "registered", reason: null, command: "calm-orbit --quick-add" };
  door.host = (name, args) => {
    called.push([name, args]);
    switch (name) {
      case "settings":
        return kept;
      case "save_settings": {
        const { change } = args as { change: SettingsGroup };
        kept = { ...kept, [change.group]: change.settings };
        return kept;
      }
      case "view":
        return { first: tasks[(args as { view: { kind: string } }).view.kind] ?? [], seq: 1 };
      case "overview":
        return { lists: [] };
      case "shortcut_state":
        return shortcut;
      case "count_samples":
        return samples;
      default:
        return { group: "g", tasks: [] };
    }
  };
});
const names = () => called.map(([name]) => name);

function Asked() {
  return useSettings().asked ? (
    <FirstStart>
      <p>The window</p>
    </FirstStart>
  ) : null;
}
function start() {
  render(
    <SettingsProvider>
      <Asked />
    </SettingsProvider>,
  );
  return userEvent.setup();
}

describe("the first start", () => {
  it("goes through three steps by Enter, adds the samples, and is over", async () => {
    const user = start();
    expect(await screen.findByRole("heading", { name: "Your tasks live on this computer" })).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Step 2 of 3")).toBeTruthy();
    const [, args] = called.find(([name]) => name === "add_samples") ?? [];
    expect((args as { lines: string[] }).lines.length).toBeGreaterThan(5);
    expect(await screen.findByText("Ctrl Alt Space")).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(screen.getByText(/Nothing leaves this computer unasked/)).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(screen.getByText("The window")).toBeTruthy();
    await waitFor(() => expect(kept.general.welcomed).toBe(true));
  });

  it("begins with an empty list by the arrow keys", async () => {
    const user = start();
    await screen.findByText("Step 1 of 3");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(screen.getByText("Step 2 of 3")).toBeTruthy();
    expect(names()).not.toContain("add_samples");
  });

  it("can be skipped, and adds nothing then", async () => {
    const user = start();
    await user.click(await screen.findByRole("button", { name: "Skip" }));
    expect(screen.getByText("The window")).toBeTruthy();
    await waitFor(() => expect(kept.general.welcomed).toBe(true));
    expect(names()).not.toContain("add_samples");
  });

  it("says what to do where the keys can't be had", async () => {
    shortcut = {
      keys: "Ctrl+Alt+Space",
      state: "refused",
      reason: "Another program has them.",
      command: "calm-orbit --quick-add",
    };
    const user = start();
    await screen.findByText("Step 1 of 3");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByText("Another program has them.")).toBeTruthy();
    expect(screen.getByText("calm-orbit --quick-add")).toBeTruthy();
    expect(screen.queryByText("Ctrl Alt Space")).toBeNull();
  });

  it("says why samples could not be added, and goes no further", async () => {
    const before = door.host;
    door.host = (name, args) => {
      if (name === "add_samples")
        throw Object.assign(new Error(), { code: "disk_full", message: "The disk is full." });
      return before(name, args);
    };
    const user = start();
    await screen.findByText("Step 1 of 3");
    await user.keyboard("{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("The disk is full.");
    expect(screen.getByText("Step 1 of 3")).toBeTruthy();
  });

  it.each(["open", "someday", "completed", "trash"])("is none where there are tasks: %s", async (kind) => {
    tasks[kind] = [task({ id: "t" })];
    start();
    expect(await screen.findByText("The window")).toBeTruthy();
    await waitFor(() => expect(kept.general.welcomed).toBe(true));
  });

  it("asks nothing at all after the first", async () => {
    kept = { ...defaults, general: { ...defaults.general, welcomed: true } };
    start();
    expect(await screen.findByText("The window")).toBeTruthy();
    expect(names()).toEqual(["settings"]);
  });
});

describe("the line above the list", () => {
  const line = (said: string[], onGone: () => void) => (
    <SamplesLine
      actions={{
        change: async (run, words) => {
          said.push(String(words));
          return run();
        },
      }}
      onGone={onGone}
    />
  );

  it("removes the samples in one click", async () => {
    samples = 9;
    const said: string[] = [];
    const onGone = vi.fn();
    render(line(said, onGone));
    await userEvent.click(await screen.findByRole("button", { name: "Remove the samples" }));
    await waitFor(() => expect(screen.queryByRole("note")).toBeNull());
    expect(names()).toEqual(["count_samples", "remove_samples"]);
    expect(said).toEqual(["Moved the samples to the trash."]);
    expect(onGone).toHaveBeenCalledOnce();
  });

  it("goes for good where the person keeps them", async () => {
    samples = 9;
    render(line([], () => undefined));
    await userEvent.click(await screen.findByRole("button", { name: "Keep them" }));
    await waitFor(() => expect(screen.queryByRole("note")).toBeNull());
    expect(names()).toEqual(["count_samples", "keep_samples"]);
  });

  it("is not there without samples", async () => {
    render(line([], () => undefined));
    await waitFor(() => expect(names()).toEqual(["count_samples"]));
    expect(screen.queryByRole("note")).toBeNull();
  });
});
