import { describe, expect, it } from "vitest";
import {
  applyEvent,
  type Conversation,
  cutAfter,
  EMPTY,
  withFeedback,
  withOlder,
  withTakenBack,
} from "./conversation";
import type { ItemUpdate, ThreadItem } from "./items";
import type { ThreadStreamEvent } from "./protocol";
import { turnsOf } from "./turns";

const base = { thread_id: "thr_1", created_at: "2026-11-21T09:00:00Z" };
const said = (id: string, text: string): ThreadItem => ({
  ...base,
  id,
  type: "user_message",
  content: [{ type: "input_text", text }],
});
const answer = (id: string, text = ""): ThreadItem => ({
  ...base,
  id,
  type: "assistant_message",
  content: text === "" ? [] : [{ type: "output_text", text, annotations: [] }],
});
const update = (item_id: string, change: ItemUpdate): ThreadStreamEvent => ({
  type: "thread.item.updated",
  item_id,
  update: change,
});
const play = (events: ThreadStreamEvent[], from: Conversation = EMPTY) => events.reduce(applyEvent, from);

const hello: ThreadStreamEvent[] = [
  {
    type: "thread.created",
    thread: {
      id: "thr_1",
      created_at: base.created_at,
      status: { type: "active" },
      items: { data: [], has_more: false },
    },
  },
  { type: "thread.item.done", item: said("msg_1", "hello") },
  { type: "stream_options", stream_options: { allow_cancel: true } },
  { type: "progress_update", text: "Looking" },
];

describe("a stream", () => {
  it("makes the thread and takes what was said", () => {
    const now = play(hello);
    expect(now).toMatchObject({ threadId: "thr_1", mayCancel: true, progress: "Looking" });
    expect(now.items.map(({ id }) => id)).toEqual(["msg_1"]);
  });

  it("grows an answer from its deltas and ends with the final text", () => {
    const streaming = play(
      [
        { type: "thread.item.added", item: answer("msg_2") },
        update("msg_2", {
          type: "assistant_message.content_part.added",
          content_index: 0,
          content: { type: "output_text", text: "", annotations: [] },
        }),
        update("msg_2", {
          type: "assistant_message.content_part.text_delta",
          content_index: 0,
          delta: "Hi ",
        }),
        update("msg_2", {
          type: "assistant_message.content_part.text_delta",
          content_index: 0,
          delta: "there",
        }),
      ],
      play(hello),
    );
    expect(streaming.items.at(-1)).toMatchObject({ content: [{ text: "Hi there" }] });
    expect(streaming.progress).toBeNull();
    const done = applyEvent(streaming, { type: "thread.item.done", item: answer("msg_2", "Hi there.") });
    expect(done.items).toHaveLength(2);
    expect(done.items.at(-1)).toMatchObject({ content: [{ text: "Hi there." }] });
  });

  it("takes a delta whose part was not announced", () => {
    const now = play([
      { type: "thread.item.added", item: answer("msg_2") },
      update("msg_2", { type: "assistant_message.content_part.text_delta", content_index: 0, delta: "Hi" }),
    ]);
    expect(now.items[0]).toMatchObject({ content: [{ text: "Hi" }] });
  });

  it("adds and updates the steps of a workflow", () => {
    const now = play([
      {
        type: "thread.item.added",
        item: {
          ...base,
          id: "wf_1",
          type: "workflow",
          workflow: { type: "custom", tasks: [], expanded: false },
        },
      },
      update("wf_1", {
        type: "workflow.task.added",
        task_index: 0,
        task: { type: "custom", status_indicator: "loading", title: "Read Today" },
      }),
      update("wf_1", {
        type: "workflow.task.updated",
        task_index: 0,
        task: { type: "custom", status_indicator: "complete", title: "Read Today" },
      }),
    ]);
    expect(now.items[0]).toMatchObject({
      workflow: { tasks: [{ status_indicator: "complete", title: "Read Today" }] },
    });
  });

  it("offers to answer again after an error that allows it", () => {
    const retry = applyEvent(play(hello), { type: "error", code: "stream.error", allow_retry: true });
    expect(retry.notes).toEqual([{ kind: "error", message: null, retryAfter: "msg_1" }]);
    const final = applyEvent(play(hello), {
      type: "error",
      code: "custom",
      message: "No model answers.",
      allow_retry: false,
    });
    expect(final.notes).toEqual([{ kind: "error", message: "No model answers.", retryAfter: null }]);
  });

  it("drops removed items, and ignores events that it does not know", () => {
    const now = play(hello);
    expect(applyEvent(now, { type: "thread.item.removed", item_id: "msg_1" }).items).toEqual([]);
    expect(applyEvent(now, { type: "client_effect", name: "confetti" })).toBe(now);
    const later = { type: "thread.item.sparkled" } as unknown as ThreadStreamEvent;
    expect(applyEvent(now, later)).toBe(now);
  });
});

describe("an answer", () => {
  const changed = (group: unknown): ThreadStreamEvent => ({
    type: "client_effect",
    name: "tasks.changed",
    data: { group },
  });

  it("remembers what it changed, each group once, and none that has no name", () => {
    const now = play([changed("g1"), changed("g1"), changed("g2"), changed(7)], play(hello));
    expect(now.changes).toEqual({ msg_1: { groups: ["g1", "g2"], back: false, said: null } });
  });

  it("begins anew with what is changed after it was taken back", () => {
    const back = withTakenBack(play([changed("g1")], play(hello)), "msg_1", true, "Took it back.");
    expect(back.changes["msg_1"]).toEqual({ groups: ["g1"], back: true, said: "Took it back." });
    expect(applyEvent(back, changed("g2")).changes["msg_1"]).toEqual({
      groups: ["g2"],
      back: false,
      said: null,
    });
    expect(withTakenBack(back, "msg_9", true, "Nothing.")).toBe(back);
  });

  it("keeps what the person thinks of it, and forgets it again", () => {
    const good = withFeedback(EMPTY, "msg_1", "positive");
    expect(good.feedback).toEqual({ msg_1: "positive" });
    expect(withFeedback(good, "msg_1", "negative").feedback).toEqual({ msg_1: "negative" });
    expect(withFeedback(good, "msg_1", undefined).feedback).toEqual({});
  });

  it("takes annotations as they come", () => {
    const annotation = {
      type: "annotation",
      index: 3,
      source: { type: "entity", id: "task:1", title: "Milk" },
    } as const;
    const now = play([
      { type: "thread.item.added", item: answer("msg_2", "Buy Milk") },
      update("msg_2", {
        type: "assistant_message.content_part.annotation_added",
        content_index: 0,
        annotation_index: 0,
        annotation,
      }),
    ]);
    expect(now.items[0]).toMatchObject({ content: [{ text: "Buy Milk", annotations: [annotation] }] });
  });
});

describe("other items", () => {
  it("change a part of a widget by its id, and let its text grow", () => {
    const now = play([
      {
        type: "thread.item.done",
        item: {
          ...base,
          id: "w",
          type: "widget",
          widget: {
            type: "Card",
            children: [
              { type: "Text", id: "t", value: "8 " },
              { type: "Row", children: { type: "Badge", id: "b", label: "old" } },
            ],
          },
        },
      },
      update("w", {
        type: "widget.streaming_text.value_delta",
        component_id: "t",
        delta: "tasks",
        done: true,
      }),
      update("w", {
        type: "widget.component.updated",
        component_id: "b",
        component: { type: "Badge", id: "b", label: "new" },
      }),
    ]);
    expect(now.items[0]).toMatchObject({
      widget: { children: [{ value: "8 tasks" }, { children: { label: "new" } }] },
    });
  });

  it("take a generated image, and an item in place of another", () => {
    const image = { id: "img", url: "https://example.com/a.png" };
    const now = play([
      { type: "thread.item.added", item: { ...base, id: "g", type: "generated_image" } },
      update("g", { type: "generated_image.updated", image, progress: 0.5 }),
    ]);
    expect(now.items).toMatchObject([{ type: "generated_image", image }]);
    const replaced = applyEvent(now, { type: "thread.item.replaced", item: answer("g", "No image.") });
    expect(replaced.items).toMatchObject([{ id: "g", type: "assistant_message" }]);
  });

  it("are left alone by an update that is not theirs", () => {
    const now = play(hello);
    const next = applyEvent(now, update("msg_1", { type: "widget.root.updated", widget: { type: "Card" } }));
    expect(next.items).toEqual(now.items);
  });
});

describe("a thread", () => {
  it("pages up: older items come before, once", () => {
    const latest = withOlder(EMPTY, {
      data: [answer("m4", "d"), said("m3", "c")],
      has_more: true,
      after: "m3",
    });
    expect(latest.items.map(({ id }) => id)).toEqual(["m3", "m4"]);
    expect(latest.older).toBe("m3");
    const all = withOlder(latest, {
      data: [said("m3", "c"), answer("m2", "b"), said("m1", "a")],
      has_more: false,
    });
    expect(all.items.map(({ id }) => id)).toEqual(["m1", "m2", "m3", "m4"]);
    expect(all.older).toBeNull();
  });

  it("is cut after the message that is answered again", () => {
    const now = { ...EMPTY, items: [said("m1", "a"), answer("m2", "b"), said("m3", "c"), answer("m4", "d")] };
    expect(cutAfter(now, "m3").items.map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
    expect(cutAfter(now, "gone")).toBe(now);
  });

  it("groups what the assistant did and said into turns", () => {
    const items = [said("m1", "a"), answer("m2", "b"), answer("m3", "c"), said("m4", "d")];
    expect(turnsOf(items).map((turn) => turn.map(({ id }) => id))).toEqual([["m1"], ["m2", "m3"], ["m4"]]);
  });
});
