import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Answers } from "../../ipc/bindings/Answers";
import type { ChatSettings } from "../../ipc/bindings/ChatSettings";
import type { ChatStart } from "../../ipc/bindings/ChatStart";
import type { KeychainState } from "../../ipc/bindings/KeychainState";
import type { StoredSecret } from "../../ipc/bindings/StoredSecret";
import { ChatSettingsView } from "./ChatSettingsView";
import { Disclosure } from "./Disclosure";

const door = vi.hoisted((): { host: Settings | undefined } => ({ host: undefined }));
vi.mock("../../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve(door.host?.call(name, args)),
}));

/** The host's side of the settings: what it keeps, and what it was asked. */
class Settings {
  readonly asked: [string, unknown][] = [];
  stored: StoredSecret | null = null;
  keychain: KeychainState = { place: "keychain", trouble: null };
  refuse: { code: string; message: string } | null = null;

  call = (name: string, args: unknown): unknown => {
    this.asked.push([name, args]);
    const { refuse } = this;
    const fails = ["chat_set", "secret_set", "secret_clear", "chat_sign_out"].includes(name);
    if (refuse && fails) return Promise.reject(Object.assign(new Error(), refuse));
    switch (name) {
      case "chat_set":
        return startOf((args as { settings: ChatSettings }).settings);
      case "secret_set": {
        const { value } = args as { value: string };
        this.stored = { last_four: value.slice(-4), place: this.keychain.place ?? "keychain" };
        return { stored: this.stored };
      }
      case "secret_clear":
        this.stored = null;
        return { stored: null };
      case "secret_has":
        return { stored: this.stored };
      case "keychain_session":
        this.keychain = { ...this.keychain, place: (args as { on: boolean }).on ? "session" : null };
        return this.keychain;
      case "keychain":
        return this.keychain;
      case "chat_sign_out":
        this.stored = null;
        return null;
      default:
        throw new Error(name);
    }
  };

  all(name: string): unknown[] {
    return this.asked.filter(([each]) => each === name).map(([, args]) => args);
  }
}

function startOf(settings: Partial<ChatSettings>): ChatStart {
  return {
    settings: { told: true, built_in: false, answers: { from: "device" }, ...settings },
    rollback: settings.built_in === true ? "setting" : null,
    page: null,
  };
}

let host: Settings;
beforeEach(() => {
  host = new Settings();
  door.host = host;
});

const onClose = vi.fn();
beforeEach(() => onClose.mockReset());
function View({ start }: { start: ChatStart }) {
  const [now, setNow] = useState(start);
  return <ChatSettingsView start={now} onChanged={setNow} onClose={onClose} />;
}
const show = (settings: Partial<ChatSettings> = {}) => {
  render(<View start={startOf(settings)} />);
  return userEvent.setup();
};
const backend: Answers = {
  from: "backend",
  url: "https://tasks.example.com",
  path: "/api/chat/chatkit/session",
};

describe("before ChatKit is first opened", () => {
  it("says what it sends, and lets the person choose", async () => {
    const onChoose = vi.fn();
    render(<Disclosure onChoose={onChoose} />);
    const facts = screen.getByRole("list", { name: "With ChatKit" }).textContent;
    for (const named of [
      "IP address",
      "chatgpt.com",
      "sentinel",
      "Datadog",
      "Mixpanel",
      "can’t be switched off",
    ])
      expect(facts).toContain(named);
    await userEvent.click(screen.getByRole("button", { name: "Use the built-in chat" }));
    await userEvent.click(screen.getByRole("button", { name: "Use ChatKit" }));
    expect(onChoose.mock.calls).toEqual([["built_in"], ["chatkit"]]);
  });
});

describe("who shows the chat", () => {
  it("is switched at once, and all else stays", async () => {
    const user = show({ answers: backend });
    await user.click(screen.getByRole("radio", { name: "The built-in chat" }));
    expect(host.all("chat_set")).toEqual([{ settings: { told: true, built_in: true, answers: backend } }]);
    expect(await screen.findByText("Saved.")).toBeTruthy();
    expect(screen.getByRole("radio", { name: "The built-in chat", checked: true })).toBeTruthy();
  });

  it("stays as it is when that could not be saved", async () => {
    host.refuse = { code: "disk_full", message: "The disk is full." };
    const user = show();
    await user.click(screen.getByRole("radio", { name: "The built-in chat" }));
    expect(await screen.findByText("The disk is full.")).toBeTruthy();
    expect(screen.getByRole("radio", { name: "ChatKit", checked: true })).toBeTruthy();
  });
});

describe("where answers come from", () => {
  it("is a backend with its address and one of the published paths", async () => {
    const user = show();
    await user.click(screen.getByRole("radio", { name: "A backend" }));
    expect(host.all("chat_set")).toEqual([]);
    await user.type(screen.getByLabelText("Address"), " https://tasks.example.com ");
    await user.click(screen.getByRole("radio", { name: "/api/chat/chatkit/session" }));
    await user.click(screen.getByRole("button", { name: "Use this backend" }));
    expect(host.all("chat_set")).toMatchObject([{ settings: { answers: backend } }]);
    expect(await screen.findByText("In use")).toBeTruthy();
  });

  it("names the field that is wrong, before and after asking Rust", async () => {
    const user = show();
    await user.click(screen.getByRole("radio", { name: "A backend" }));
    await user.click(screen.getByRole("radio", { name: "Another path" }));
    await user.type(screen.getByRole("textbox", { name: "Another path" }), "session");
    await user.click(screen.getByRole("button", { name: "Use this backend" }));
    const address = screen.getByLabelText("Address");
    const path = screen.getByRole("textbox", { name: "Another path" });
    expect(address.getAttribute("aria-invalid")).toBe("true");
    expect(path.getAttribute("aria-invalid")).toBe("true");
    expect(host.all("chat_set")).toEqual([]);

    await user.type(address, "http://tasks.example.com");
    await user.clear(path);
    await user.type(path, "/session");
    host.refuse = { code: "invalid_input", message: "The address must begin with https://." };
    await user.click(screen.getByRole("button", { name: "Use this backend" }));
    const error = await screen.findByText("The address must begin with https://.");
    expect(address.getAttribute("aria-describedby")).toContain(error.id);
    expect(path.getAttribute("aria-invalid")).toBe("false");
  });

  it("is a workflow of the person's own, with the plain fact about it", async () => {
    const user = show();
    await user.click(screen.getByRole("radio", { name: "OpenAI, with your own key" }));
    expect(screen.getByText(/OpenAI closes Agent Builder.*30 November 2026/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Use this workflow" }));
    expect(screen.getByText(/The workflow needs its id/)).toBeTruthy();
    await user.type(screen.getByLabelText("Workflow id"), "wf_1");
    await user.click(screen.getByRole("button", { name: "Use this workflow" }));
    expect(host.all("chat_set")).toEqual([
      { settings: { told: true, built_in: false, answers: { from: "openai", workflow: "wf_1" } } },
    ]);
    await user.type(screen.getByLabelText("Version"), "3");
    await user.click(screen.getByRole("button", { name: "Use this workflow" }));
    expect(host.all("chat_set")[1]).toMatchObject({ settings: { answers: { version: "3" } } });
  });

  it("is this computer again at a click", async () => {
    const user = show({ answers: backend });
    await user.click(screen.getByRole("radio", { name: "This computer" }));
    expect(host.all("chat_set")).toMatchObject([{ settings: { answers: { from: "device" } } }]);
    await waitFor(() => expect(screen.queryByLabelText("Address")).toBeNull());
  });
});

describe("a secret", () => {
  it("is given, and never shown again", async () => {
    const user = show({ answers: backend });
    const field = await screen.findByLabelText<HTMLInputElement>("Token");
    expect(field.type).toBe("password");
    await user.click(screen.getByRole("button", { name: "Keep the token" }));
    expect(screen.getByText("Paste or type the token first.")).toBeTruthy();
    expect(document.activeElement).toBe(field);
    await user.type(field, "a-long-token-9f3c");
    await user.click(screen.getByRole("button", { name: "Keep the token" }));
    expect(host.all("secret_set")).toEqual([{ name: "backend_token", value: "a-long-token-9f3c" }]);
    expect(await screen.findByText(/Ends in …9f3c/)).toBeTruthy();
    expect(document.body.innerHTML).not.toContain("a-long-token");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Replace the token" }));
  });

  it("is replaced, or left as it was", async () => {
    host.stored = { last_four: "9f3c", place: "keychain" };
    const user = show({ answers: backend });
    await user.click(await screen.findByRole("button", { name: "Replace the token" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Token"));
    await user.keyboard("another");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Replace the token" }));
    expect(host.all("secret_set")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Replace the token" }));
    expect(screen.getByLabelText<HTMLInputElement>("Token").value).toBe("");
    await user.keyboard("the-new-one-77aa{Enter}");
    expect(await screen.findByText(/Ends in …77aa/)).toBeTruthy();
  });

  it("is removed after asking; the safe answer has the keyboard", async () => {
    host.stored = { last_four: "", place: "keychain" };
    const user = show({ answers: backend });
    await user.click(await screen.findByRole("button", { name: "Remove the token" }));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Keep it" }));
    await user.keyboard("{Enter}");
    expect(host.all("secret_clear")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Remove the token" }));
    await user.click(screen.getByRole("button", { name: "Remove the token" }));
    expect(host.all("secret_clear")).toEqual([{ name: "backend_token" }]);
    expect(document.activeElement).toBe(await screen.findByLabelText("Token"));
  });

  it("that can't be kept says so at its field, and what was typed stays", async () => {
    const user = show({ answers: backend });
    const field = await screen.findByLabelText<HTMLInputElement>("Token");
    host.refuse = { code: "no_keychain", message: "There is no keychain." };
    await user.type(field, "a-token{Enter}");
    const error = await screen.findByText("There is no keychain.");
    expect(field.getAttribute("aria-describedby")).toContain(error.id);
    expect(field.value).toBe("a-token");
  });

  it("is kept in memory by the person's choice, with a note while it is so", async () => {
    host.keychain = { place: null, trouble: "No keychain answers. Install one." };
    const user = show({ answers: backend });
    expect(await screen.findByText("No keychain answers. Install one.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Keep it in memory until Calm Orbit ends" }));
    expect(host.all("keychain_session")).toEqual([{ on: true }]);
    expect(await screen.findByText(/kept in memory until Calm Orbit ends/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText("Token"));
    await user.keyboard("a-token-0001{Enter}");
    expect(await screen.findByText("In memory until Calm Orbit ends.")).toBeTruthy();
    expect(screen.getByText(/After that they have to be given again/)).toBeTruthy();
  });

  it("goes back to a keychain that is there", async () => {
    host.keychain = { place: "session", trouble: null };
    const user = show({ answers: { from: "openai", workflow: "wf_1" } });
    await user.click(await screen.findByRole("button", { name: "Use the keychain" }));
    expect(host.all("keychain_session")).toEqual([{ on: false }]);
  });
});

describe("signing out", () => {
  it("asks first, forgets the secret, and gives the keyboard back", async () => {
    host.stored = { last_four: "9f3c", place: "keychain" };
    const user = show({ answers: backend });
    await screen.findByText(/Ends in …9f3c/);
    await user.click(screen.getByRole("button", { name: "Sign out" }));
    const question = screen.getByRole("alertdialog", { name: "Sign out" });
    expect(document.activeElement).toBe(within(question).getByRole("button", { name: "Stay signed in" }));
    await user.keyboard("{Escape}");
    expect(host.all("chat_sign_out")).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Sign out"));
    await user.keyboard("{Enter}");
    await user.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Sign out" }));
    expect(host.all("chat_sign_out")).toHaveLength(1);
    expect(await screen.findByText("Signed out.")).toBeTruthy();
    expect(await screen.findByLabelText("Token")).toBeTruthy();
  });

  it("is not offered where nobody signed in", () => {
    show();
    expect(screen.queryByRole("button", { name: "Sign out" })).toBeNull();
  });
});

it("takes the keyboard, and Escape closes it", async () => {
  const user = show();
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Chat settings" }));
  await user.tab();
  await user.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});
