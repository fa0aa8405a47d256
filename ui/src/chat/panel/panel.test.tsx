import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Why } from "../way";
import { BuiltIn } from "./BuiltIn";
import { answered, base, did, home, milk, said, ScriptedHost } from "./chat.test-data";
import type { ThreadItem } from "./items";
import { useChat } from "./useChat";

const door = vi.hoisted(() => ({ host: null }));
vi.mock("../../ipc/host", () => ({
  call: (name: string, args?: Record<string, unknown>) => (door.host as ScriptedHost).call(name, args),
  channel: (onmessage: () => void) => (door.host as ScriptedHost).channel(onmessage),
}));

let host: ScriptedHost;
beforeEach(() => {
  host = new ScriptedHost();
  door.host = host;
  localStorage.clear();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => undefined;
});

const onOpen = vi.fn();
const onTryAgain = vi.fn();
beforeEach(() => {
  onOpen.mockReset();
  onTryAgain.mockReset();
});

function Panel({ why = null }: { why?: Why | null }) {
  const chat = useChat();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <BuiltIn
      chat={chat}
      field={field}
      why={why}
      onTryAgain={why && why.kind !== "rollback" ? onTryAgain : null}
      history={false}
      onBack={() => undefined}
      onOpen={onOpen}
      greeting="Hi! I can help you manage your tasks. Try asking what’s due."
      prompts={[{ label: "What’s due?", prompt: "What is due today?" }]}
    />
  );
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>("Ask me to manage your tasks…");
/** Shows a thread that is there already. */
async function openThread(items: ThreadItem[]) {
  host.items = items;
  localStorage.setItem("chat.thread", "thr_1");
  render(<Panel />);
  await waitFor(() => expect(host.all("items.list")).toHaveLength(1));
  return userEvent.setup();
}
const thread = [
  said("m1", "Add milk"),
  did("w1", "Added 1 task"),
  answered("a1", "Added."),
  said("m2", "And bread"),
  answered("a2", "Added too."),
];

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

  it("has no way to try again where somebody decided so, and is no news of the person's own setting", () => {
    const { rerender } = render(<Panel why={{ kind: "rollback", by: "environment" }} />);
    expect(screen.getAllByRole("status").some((one) => one.textContent.includes("ROLLBACK_CHAT"))).toBe(true);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
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

describe("an answer", () => {
  it("is rated, and the rating goes back when it could not be kept", async () => {
    const user = await openThread(thread);
    const good = () => screen.getAllByRole("button", { name: "Good answer" })[0];
    await waitFor(() => expect(good()).toBeTruthy());
    if (good()) await user.click(good() as HTMLElement);
    expect(host.all("items.feedback")).toEqual([
      { thread_id: "thr_1", item_ids: ["w1", "a1"], kind: "positive" },
    ]);
    expect(good()?.getAttribute("aria-pressed")).toBe("true");
    host.on["items.feedback"] = () =>
      Promise.reject(Object.assign(new Error(), { code: "busy", message: "Busy." }));
    await user.click(screen.getAllByRole("button", { name: "Bad answer" })[0] as HTMLElement);
    expect(await screen.findByText("Busy.")).toBeTruthy();
    expect(good()?.getAttribute("aria-pressed")).toBe("true");
  });

  it("is copied as it was written", async () => {
    const user = await openThread(thread);
    await user.click((await screen.findAllByRole("button", { name: "Copy the answer" }))[1] as HTMLElement);
    expect(await navigator.clipboard.readText()).toBe("Added too.");
    expect(await screen.findByText("Copied.")).toBeTruthy();
  });

  it("is asked for again, the last one only", async () => {
    const user = await openThread(thread);
    host.answer = (_, send) => send({ type: "thread.item.done", item: answered("a3", "Again.") });
    await user.click(await screen.findByRole("button", { name: "Answer again" }));
    expect(host.all("threads.retry_after_item")).toEqual([{ thread_id: "thr_1", item_id: "m2" }]);
    expect(await screen.findByText("Again.")).toBeTruthy();
    expect(screen.queryByText("Added too.")).toBeNull();
  });

  it("takes back what it changed, beside the words that name it", async () => {
    const user = userEvent.setup();
    host.answer = (_, send) => {
      send({ type: "thread.created", thread: host.thread() });
      send({ type: "thread.item.done", item: said("m1", "Add milk") });
      send({ type: "thread.item.done", item: did("w1", "Added 1 task") });
      send({ type: "client_effect", name: "tasks.changed", data: { group: "g1" } });
      send({ type: "thread.item.done", item: answered("a1", "Added.") });
    };
    host.on["undo"] = () => ({
      group: "g1",
      summary: "Took back: added “Milk”.",
      restored: [],
      stayed: [{ task: "t", title: "Bread", fields: ["title"] }],
    });
    render(<Panel />);
    await user.type(field(), "Add milk{Enter}");
    const undo = await screen.findByRole("button", { name: "Undo: Added 1 task" });
    await user.click(undo);
    expect(host.all("undo")).toEqual([{ group: "g1" }]);
    expect(await screen.findByText(/Took back: added “Milk”\. .*“Bread”/)).toBeTruthy();
    expect(undo.textContent).toBe("Undone");
    expect(document.activeElement).toBe(undo);
    await user.click(undo);
    expect(host.all("undo")).toHaveLength(1);
  });

  it("can be undone also where no step names it, and says why when it can't", async () => {
    host.answer = (_, send) => {
      send({ type: "thread.item.done", item: said("m1", "Add milk") });
      send({ type: "client_effect", name: "tasks.changed", data: { group: "g1" } });
      send({ type: "thread.item.done", item: answered("a1", "Added.") });
    };
    host.on["undo"] = () => Promise.reject(Object.assign(new Error(), { code: "busy", message: "In use." }));
    render(<Panel />);
    await userEvent.type(field(), "Add milk{Enter}");
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText("In use.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled")).toBe("false");
  });

  it("is stopped by the button that sends otherwise", async () => {
    let end = () => {};
    host.answer = (_, send) => {
      send({ type: "stream_options", stream_options: { allow_cancel: true } });
      send({ type: "progress_update", text: "Looking" });
      return new Promise((resolve) => (end = resolve));
    };
    render(<Panel />);
    await userEvent.type(field(), "What is due?{Enter}");
    expect(await screen.findByText("Looking")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Stop" }));
    expect(host.all("chat_cancel")).toHaveLength(1);
    await act(async () => {
      end();
      await Promise.resolve();
    });
    expect(await screen.findByRole("button", { name: "Send" })).toBeTruthy();
  });

  it("that failed offers to try again, and notices are shown with their marks", async () => {
    host.answer = (_, send) => {
      send({ type: "thread.created", thread: host.thread() });
      send({ type: "thread.item.done", item: said("m1", "Hello") });
      send({ type: "notice", level: "warning", message: "The model is **slow**.", title: "Slow" });
      send({ type: "error", code: "stream.error", allow_retry: true });
    };
    render(<Panel />);
    await userEvent.type(field(), "Hello{Enter}");
    expect((await screen.findByText("slow")).tagName).toBe("STRONG");
    host.answer = (_, send) => send({ type: "thread.item.done", item: answered("a1", "Hello again.") });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Hello again.")).toBeTruthy();
    expect(screen.queryByText("slow")).toBeNull();
  });
});

it("puts a message that could not be sent back into the field, mentions and all", async () => {
  host.on["chat_tags"] = () => [milk];
  host.answer = () => Promise.reject(Object.assign(new Error(), { code: "busy", message: "In use." }));
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

describe("questions", () => {
  const questions: ThreadItem = {
    ...base,
    id: "s1",
    type: "structured_input",
    status: "pending",
    inputs: [
      {
        id: "list",
        question: "Which list?",
        type: "multiple_choice",
        multiple: false,
        options: [{ value: "Home" }, { value: "Work" }],
      },
      { id: "name", question: "What is it called?", type: "freeform", description: "A few words." },
    ],
  };

  it("are answered, and what was left out is skipped", async () => {
    const user = await openThread([said("m1", "Add it"), questions]);
    const form = await screen.findByRole("form", { name: "Questions of the assistant" });
    await user.click(within(form).getByRole("button", { name: "Answer" }));
    expect(host.all("threads.add_structured_input")).toEqual([]);
    await user.click(within(form).getByRole("radio", { name: "Work" }));
    host.answer = (_, send) =>
      send({
        type: "thread.item.replaced",
        item: {
          ...questions,
          status: "answered",
          inputs: questions.inputs.map((input) => ({
            ...input,
            answer:
              input.id === "list" ? { values: ["Work"], skipped: false } : { values: [], skipped: true },
          })),
        } as ThreadItem,
      });
    await user.click(within(form).getByRole("button", { name: "Answer" }));
    expect(host.all("threads.add_structured_input")).toEqual([
      {
        thread_id: "thr_1",
        item_id: "s1",
        input: {
          status: "answered",
          answers: { list: { values: ["Work"], skipped: false }, name: { values: [], skipped: true } },
        },
      },
    ]);
    expect(await screen.findByText("Skipped")).toBeTruthy();
    expect(screen.getByText("Work").tagName).toBe("DD");
    expect(screen.queryByRole("form", { name: "Questions of the assistant" })).toBeNull();
  });

  it("can be skipped", async () => {
    const user = await openThread([said("m1", "Add it"), questions]);
    await user.click(await screen.findByRole("button", { name: "Skip" }));
    expect(host.all("threads.add_structured_input")).toMatchObject([{ input: { status: "skipped" } }]);
  });
});

describe("a widget", () => {
  const widget: ThreadItem = {
    ...base,
    id: "w1",
    type: "widget",
    widget: {
      type: "Card",
      children: [
        { type: "Text", value: "14 tasks" },
        { type: "Button", label: "Move them", onClickAction: { type: "move", payload: { n: 14 } } },
        { type: "Button", label: "Count", onClickAction: { type: "count", streaming: false } },
      ],
    },
  };

  it("has buttons that the server answers, by events or by the item alone", async () => {
    const user = await openThread([said("m1", "Delete"), widget]);
    await user.click(await screen.findByRole("button", { name: "Move them" }));
    expect(host.all("threads.custom_action")).toEqual([
      { thread_id: "thr_1", item_id: "w1", action: { type: "move", payload: { n: 14 } } },
    ]);
    host.on["threads.sync_custom_action"] = () => ({
      updated_item: { ...widget, widget: { type: "Card", children: [{ type: "Text", value: "13 tasks" }] } },
    });
    await user.click(screen.getByRole("button", { name: "Count" }));
    expect(await screen.findByText("13 tasks")).toBeTruthy();
  });
});

it("draws every other kind of item, and loads no image", async () => {
  await openThread([
    said("m1", "Show"),
    {
      ...base,
      id: "t1",
      type: "task",
      task: { type: "web_search", status_indicator: "complete", queries: ["gas meter"] },
    },
    {
      ...base,
      id: "c1",
      type: "client_tool_call",
      status: "completed",
      call_id: "c",
      name: "list_tasks",
      arguments: {},
    },
    { ...base, id: "g1", type: "generated_image", image: { id: "i", url: "https://example.com/a.png" } },
    { ...base, id: "e1", type: "end_of_turn" },
    { ...base, id: "n1", type: "something_new" } as unknown as ThreadItem,
  ]);
  expect(await screen.findByText("gas meter")).toBeTruthy();
  expect(screen.getByText("Used list_tasks")).toBeTruthy();
  expect(screen.getByText(/An image was made here/)).toBeTruthy();
  expect(document.querySelector("img")).toBeNull();
});
