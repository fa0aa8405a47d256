import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { answered, base, did, said, type ScriptedHost } from "./chat.test-data";
import type { ThreadItem } from "./items";
import { begin, field, openThread, Panel, refusal } from "./Stage.test-data";

vi.mock("../../ipc/host", async () => (await import("./chat.test-data")).door);

let host: ScriptedHost;
beforeEach(() => {
  host = begin();
});

const thread = [
  said("m1", "Add milk"),
  did("w1", "Added 1 task"),
  answered("a1", "Added."),
  said("m2", "And bread"),
  answered("a2", "Added too."),
];

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
    host.on["items.feedback"] = () => refusal("busy", "Busy.");
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
    expect(document.activeElement).toBe(field());
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
      send({ type: "thread.created", thread: host.thread() });
      send({ type: "thread.item.done", item: said("m1", "Add milk") });
      send({ type: "client_effect", name: "tasks.changed", data: { group: "g1" } });
      send({ type: "thread.item.done", item: answered("a1", "Added.") });
    };
    host.on["undo"] = () => refusal("busy", "In use.");
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
