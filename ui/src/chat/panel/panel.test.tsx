import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Why } from "../way";
import { answered, base, home, milk, said, type ScriptedHost } from "./chat.test-data";
import { begin, field, onOpen, onTryAgain, openThread, Panel, refusal } from "./Stage.test-data";

vi.mock("../../ipc/host", async () => (await import("./chat.test-data")).door);

let host: ScriptedHost;
beforeEach(() => {
  host = begin();
});

describe("the start", () => {
  it("greets, and sends a prompt at a click", async () => {
    render(<Panel />);
    expect(screen.getByText(/^Hi! I can help you manage your tasks/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "What’s due?" }));
    expect(host.all("threads.create")).toMatchObject([
      { input: { content: [{ type: "input_text", text: "What is due today?" }], quoted_text: null } },
    ]);
    expect(field().placeholder).toBe("Ask me to manage your tasks…");
  });
});

describe("why it is this panel", () => {
  it("is said once, with a way to try again and to keep it", async () => {
    render(<Panel why={{ kind: "script" }} />);
    const notice = screen.getByRole("alert");
    expect(notice.textContent).toContain("The chat service could not be reached.");
    await userEvent.click(within(notice).getByRole("button", { name: "Try again" }));
    expect(onTryAgain).toHaveBeenCalledOnce();
    await userEvent.click(within(notice).getByRole("button", { name: "Keep this one" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.activeElement).toBe(field());
  });

  it("comes back when it is another", async () => {
    const { rerender } = render(<Panel why={{ kind: "script" }} />);
    await userEvent.click(screen.getByRole("button", { name: "Keep this one" }));
    rerender(<Panel why={{ kind: "fatal", detail: "The session broke." }} />);
    expect(screen.getByRole("alert").textContent).toContain("ChatKit stopped: The session broke.");
  });

  it("offers no second try where that could change nothing, and is no news of the person's own setting", () => {
    const { rerender } = render(<Panel why={{ kind: "rollback", by: "environment" }} />);
    expect(screen.getAllByRole("status").some((one) => one.textContent.includes("ROLLBACK_CHAT"))).toBe(true);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    rerender(<Panel why={{ kind: "rollback", by: "backend" }} />);
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
    rerender(<Panel why={{ kind: "rollback", by: "setting" }} />);
    expect(screen.queryByRole("button", { name: "Keep this one" })).toBeNull();
  });

  it.each<[Why, RegExp]>([
    [{ kind: "no_page" }, /could not be served/],
    [{ kind: "not_loaded" }, /did not load/],
    [{ kind: "never_ready" }, /did not get ready/],
    [{ kind: "unmounted" }, /would not run here/],
    [{ kind: "no_session", message: "The key is not valid." }, /^The key is not valid\. .*this computer/],
    [{ kind: "rollback", by: "backend" }, /Your backend/],
    [{ kind: "rollback", by: "rollout" }, /not come to this computer/],
  ])("says %o in a sentence", (why, sentence) => {
    render(<Panel why={why} />);
    expect(screen.getByText(sentence)).toBeTruthy();
  });
});

describe("mentions", () => {
  beforeEach(() => {
    host.on["chat_tags"] = ({ query }: { query: string }) =>
      [milk, home].filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
  });

  it("are chosen by keyboard and sent as tags", async () => {
    const user = userEvent.setup();
    render(<Panel />);
    await user.type(field(), "Move @");
    const list = await screen.findByRole("listbox", { name: "Tasks, lists and tags" });
    expect(
      within(list)
        .getAllByRole("option")
        .map((one) => one.textContent),
    ).toEqual(["Buy milkToday, Home", "Home3 tasks"]);
    const combobox = screen.getByRole("combobox");
    expect(combobox).toBe(field());
    expect(combobox.getAttribute("aria-expanded")).toBe("true");
    expect(combobox.getAttribute("aria-controls")).toBe(list.id);
    await user.keyboard("{ArrowDown}");
    const chosen = screen.getByRole("option", { selected: true });
    expect(chosen.textContent).toContain("Home");
    expect(combobox.getAttribute("aria-activedescendant")).toBe(chosen.id);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(field().value).toBe("Move @Buy milk ");
    expect(screen.queryByRole("listbox")).toBeNull();
    await user.keyboard("to friday{Enter}");
    expect(host.all("threads.create")).toMatchObject([
      {
        input: {
          content: [
            { type: "input_text", text: "Move " },
            { type: "input_tag", id: "task:milk", text: "Buy milk", interactive: true },
            { type: "input_text", text: " to friday" },
          ],
        },
      },
    ]);
    expect(field().value).toBe("");
  });

  it("narrow as one types; Escape closes the list and nothing else", async () => {
    const user = userEvent.setup();
    const outer = vi.fn();
    window.addEventListener("keydown", outer);
    render(<Panel />);
    await user.type(field(), "@ho");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
    outer.mockClear();
    await user.keyboard("{Escape}");
    window.removeEventListener("keydown", outer);
    expect(outer).not.toHaveBeenCalled();
    expect(screen.queryByRole("listbox")).toBeNull();
    await user.keyboard("m");
    expect(screen.queryByRole("listbox")).toBeNull();
    await user.keyboard("{Enter}");
    expect(host.all("threads.create")).toMatchObject([{ input: { content: [{ text: "@hom" }] } }]);
  });

  it("begin by the button too, and go as a whole by Backspace", async () => {
    const user = userEvent.setup();
    render(<Panel />);
    await user.type(field(), "Do");
    await user.click(screen.getByRole("button", { name: "Mention a task, list or tag" }));
    expect(field().value).toBe("Do @");
    await user.click(await screen.findByRole("option", { name: /Buy milk/ }));
    expect(field().value).toBe("Do @Buy milk ");
    expect(document.activeElement).toBe(field());
    await user.keyboard("{Backspace}{Backspace}");
    expect(field().value).toBe("Do ");
  });

  it("stand in what was said, and open what they name", async () => {
    const user = await openThread([
      {
        ...base,
        id: "m1",
        type: "user_message",
        quoted_text: "the milk",
        content: [
          { type: "input_text", text: "Move " },
          { type: "input_tag", id: "task:milk", text: "Buy milk", data: {}, interactive: true },
        ],
      },
    ]);
    await user.click(await screen.findByRole("button", { name: "Show: Buy milk" }));
    expect(onOpen).toHaveBeenCalledWith("task:milk");
    expect(screen.getByText("the milk").tagName).toBe("BLOCKQUOTE");
  });
});

it("puts a message that could not be sent back into the field, mentions and all", async () => {
  host.on["chat_tags"] = () => [milk];
  host.answer = () => refusal("busy", "In use.");
  const user = userEvent.setup();
  render(<Panel />);
  await user.type(field(), "Do @");
  await user.click(await screen.findByRole("option"));
  await user.keyboard("now{Enter}");
  expect(await screen.findByText(/In use\. Not sent/)).toBeTruthy();
  expect(field().value).toBe("Do @Buy milk now");
  await user.click(field());
  await user.keyboard("{Enter}");
  expect(host.all("threads.create")[1]).toEqual(host.all("threads.create")[0]);
});

describe("a thread", () => {
  it("that another page left in the middle of an answer is loaded again at its end", async () => {
    let settle: (waited: boolean) => void = () => undefined;
    host.on["chat_settled"] = () => new Promise<boolean>((resolve) => (settle = resolve));
    const user = await openThread([said("m1", "Add milk")]);
    expect(await screen.findByText("An answer is under way")).toBeTruthy();
    await user.type(field(), "And bread{Enter}");
    expect(host.all("threads.add_user_message")).toEqual([]);
    host.items = [said("m1", "Add milk"), answered("a1", "Added.")];
    settle(true);
    expect(await screen.findByText("Added.")).toBeTruthy();
    await waitFor(() => expect(screen.queryByText("An answer is under way")).toBeNull());
    expect(host.all("items.list")).toHaveLength(2);
    await user.keyboard("{Enter}");
    expect(host.all("threads.add_user_message")).toHaveLength(1);
  });

  it("that is locked takes no message and says why; a closed one has no field", async () => {
    host.status = { type: "locked", reason: "Only to read." };
    const user = await openThread([said("m1", "Hi")]);
    await waitFor(() => expect(field().placeholder).toBe("Only to read."));
    await user.type(field(), "Hello{Enter}");
    expect(field().value).toBe("");
    expect(host.all("threads.add_user_message")).toEqual([]);
  });

  it("that is closed has its reason in place of the field", async () => {
    host.status = { type: "closed", reason: "This one is over." };
    await openThread([said("m1", "Hi")]);
    expect(await screen.findByText("This one is over.")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});

describe("earlier chats", () => {
  const chats = () =>
    ["Milk", "Bread"].map((title, at) => ({ ...host.thread(), id: `thr_${at + 1}`, title }));

  it("keep the keyboard at the chat that was renamed, or at the next where one was deleted", async () => {
    const user = userEvent.setup();
    host.on["threads.list"] = () => ({ data: chats(), has_more: false });
    host.on["threads.update"] = () => chats()[0];
    host.on["threads.delete"] = () => ({});
    render(<Panel history />);
    // Behind the title it says the day.
    const focused = () => document.activeElement?.getAttribute("aria-label")?.replace(/, [^,]*$/, "");
    await user.click(await screen.findByRole("button", { name: "Rename: Milk" }));
    await user.keyboard("Oat milk{Enter}");
    expect(host.all("threads.update")).toEqual([{ thread_id: "thr_1", title: "Oat milk" }]);
    await waitFor(() => expect(focused()).toBe("Open: Oat milk"));
    await user.click(screen.getByRole("button", { name: "Delete: Oat milk" }));
    await user.keyboard("{Enter}");
    expect(host.all("threads.delete")).toEqual([]);
    expect(focused()).toBe("Open: Oat milk");
    await user.click(screen.getByRole("button", { name: "Delete: Oat milk" }));
    await user.click(screen.getByRole("button", { name: "Delete it" }));
    expect(host.all("threads.delete")).toEqual([{ thread_id: "thr_1" }]);
    await waitFor(() => expect(focused()).toBe("Open: Bread"));
  });
});
