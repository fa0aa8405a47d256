import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { FailedScreen } from "../frame/FailedScreen";
import type { Release } from "../ipc/bindings/Release";
import type { Status } from "../ipc/bindings/Status";
import type { Step } from "../ipc/bindings/Step";
import type { UpdateState } from "../ipc/bindings/UpdateState";
import { CommandProvider } from "../keys/registry";
import { UpdatesPage } from "../settings/pages/UpdatesPage";
import { SettingsProvider } from "../settings/useSettings";
import { defaults } from "../settings/defaults";
import { lookAtUpdates } from "./store";
import { useUnsaved } from "./unsaved";
import { UpdateWaits } from "./UpdateWaits";

const door = vi.hoisted((): { host: Host | undefined } => ({ host: undefined }));
vi.mock("../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host?.call(name, args)),
  channel: () => ({}),
}));

const release: Release = {
  version: "1.3.0",
  notes:
    "* Fewer **surprises**\n* [All of it](https://example.com/notes)\n\n![x](https://example.com/pixel.png)",
  published: "2026-11-20T09:00:00Z",
  older: false,
};

/** The host's side: how it stands, what it was asked, and what it does then. */
class Host {
  asked: [string, unknown][] = [];
  answers: Record<string, Step> = {};
  state: UpdateState = {
    version: "1.2.0",
    barred: null,
    step: { kind: "unknown" },
    failure: null,
    answered: null,
    way_back: null,
    no_beta: false,
  };
  kept = defaults;

  call(name: string, args: unknown): unknown {
    this.asked.push([name, args]);
    const step = this.answers[name];
    if (step) this.state = { ...this.state, step };
    switch (name) {
      case "settings":
        return this.kept;
      case "choose_channel":
        this.kept = { ...this.kept, updates: { ...this.kept.updates, ...(args as object) } };
        return this.state;
      case "update_state":
      case "look_for_update":
      case "download_update":
      case "cancel_update":
        return this.state;
      case "export_diagnostics":
        return "/home/ada/Downloads/diagnostics.txt";
      default:
        return null;
    }
  }

  all(name: string): unknown[] {
    return this.asked.filter(([each]) => each === name).map(([, args]) => args);
  }
}

let host: Host;
beforeEach(() => {
  host = new Host();
  door.host = host;
});
vi.setConfig({ testTimeout: 30_000 });

function Typing({ text }: { text: string }) {
  useUnsaved("add", text !== "");
  return null;
}

const Page = ({ typed = "" }: { typed?: string }) => (
  <CommandProvider>
    <SettingsProvider>
      <Typing text={typed} />
      <UpdateWaits />
      <UpdatesPage />
    </SettingsProvider>
  </CommandProvider>
);

const press = async (name: string | RegExp) => {
  await userEvent.click(await screen.findByRole("button", { name }));
};

it("looks, downloads with progress, stops, and restarts", async () => {
  host.answers = {
    look_for_update: { kind: "offered", release },
    download_update: { kind: "downloading", release, received: 3_000_000, total: 12_000_000 },
    cancel_update: { kind: "offered", release },
  };
  render(<Page />);
  expect(await screen.findByText("Nobody has looked for a newer version yet.")).toBeTruthy();
  await press("Look now");
  expect(await screen.findByRole("heading", { name: "Version 1.3.0" })).toBeTruthy();
  await press("Download");
  const bar = await screen.findByRole("progressbar", { name: "Downloading version 1.3.0" });
  expect(bar.getAttribute("value")).toBe("3000000");
  expect(screen.getByText("3 MB of 12 MB")).toBeTruthy();
  // What was pressed is gone; the keyboard is at what took its place.
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Stop" }));
  await press("Stop");
  expect(await screen.findByRole("button", { name: "Download" })).toBeTruthy();
  host.answers.download_update = { kind: "waiting", release };
  await press("Download");
  await press("Restart now");
  await waitFor(() => expect(host.all("restart_to_update")).toHaveLength(1));
});

it("shows the notes without what they would load, and asks before a link opens", async () => {
  host.state.step = { kind: "offered", release };
  const { container } = render(<Page />);
  const notes = await screen.findByRole("region", { name: "What is new in version 1.3.0" });
  expect(notes.querySelector("strong")?.textContent).toBe("surprises");
  expect(container.querySelector("img, a, script")).toBe(null);
  await userEvent.click(within(notes).getByRole("link", { name: "All of it" }));
  expect(await screen.findByText("https://example.com/notes")).toBeTruthy();
  expect(host.all("open_link")).toEqual([]);
});

it("does not restart over text that isn't saved", async () => {
  host.state.step = { kind: "waiting", release };
  const { rerender } = render(<Page typed="Buy mi" />);
  await press("Restart now");
  expect((await screen.findByRole("alert")).textContent).toContain("in the add box");
  expect(host.all("restart_to_update")).toEqual([]);
  rerender(<Page />);
  await press("Restart now");
  await waitFor(() => expect(host.all("restart_to_update")).toHaveLength(1));
});

it("says why an install does not update itself, and offers nothing then", async () => {
  host.state.barred = { kind: "manager", name: "Flatpak" };
  render(<Page />);
  expect(await screen.findByText(/Flatpak keeps Calm Orbit up to date/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBe(null);
});

it("goes back to a stable version only after a question", async () => {
  host.state = { ...host.state, version: "1.3.0-beta.2", step: { kind: "newest" }, way_back: "1.2.0" };
  render(<Page />);
  await press("Go back to 1.2.0");
  expect(host.all("look_for_update")).toEqual([]);
  const dialog = await screen.findByRole("alertdialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Go back to 1.2.0" }));
  await waitFor(() => expect(host.all("look_for_update")).toEqual([{ back: true }]));
});

it("says so where no beta is published", async () => {
  host.state = { ...host.state, step: { kind: "newest" }, no_beta: true };
  render(<Page />);
  const status = await screen.findByText(/This is the newest version/);
  expect(status.textContent).toContain("nothing on the beta channel");
});

it("looks anew on another channel", async () => {
  render(<Page />);
  await userEvent.click(await screen.findByRole("radio", { name: "Beta" }));
  await waitFor(() => expect(host.all("look_for_update")).toEqual([{ back: false }]));
  expect(host.all("choose_channel")).toEqual([{ channel: "beta" }]);
});

it("says what failed", async () => {
  host.state.failure = { code: "unreachable", message: "The server did not answer." };
  render(<Page />);
  expect((await screen.findByRole("alert")).textContent).toBe("The server did not answer.");
});

it("says in the foot that a version is out, but not one that is older", async () => {
  host.state.step = { kind: "offered", release };
  render(<UpdateWaits />);
  lookAtUpdates();
  expect(await screen.findByRole("button", { name: "Version 1.3.0 is out" })).toBeTruthy();
  host.state = { ...host.state, step: { kind: "offered", release: { ...release, older: true } } };
  lookAtUpdates();
  await waitFor(() => expect(screen.queryByRole("button")).toBe(null));
});

it("offers a copy and diagnostics where starts have failed, and asks before it goes back", async () => {
  const statuses: Status[] = [];
  let tries = 0;
  render(
    <FailedScreen
      failure={null}
      failedStarts={3}
      copy={{ name: "before-2.db", at: "2026-11-20T09:00:00Z", bytes: 10 }}
      dataDir="/home/ada/tasks"
      onTryAgain={() => {
        tries += 1;
        return Promise.resolve();
      }}
      onStatus={(status) => {
        statuses.push(status);
        return Promise.resolve();
      }}
    />,
  );
  expect(screen.getByText(/The last 3 starts came to nothing/)).toBeTruthy();
  await press("Write diagnostics");
  expect(await screen.findByText("Written to /home/ada/Downloads/diagnostics.txt")).toBeTruthy();
  await press("Go back to the copy");
  expect(host.all("go_back")).toEqual([]);
  const dialog = await screen.findByRole("alertdialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Go back to the copy" }));
  await waitFor(() => expect(statuses).toHaveLength(1));
  expect(host.all("go_back")).toEqual([{ name: "before-2.db" }]);
  await press("Open my tasks");
  expect(tries).toBe(1);
});
