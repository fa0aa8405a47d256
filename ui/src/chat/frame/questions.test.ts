import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FromPage } from "../bridge/messages";
import { AskQueue, type Asked } from "./asked";
import { Questions } from "./questions";

type Command = (name: string, args: unknown) => unknown;
const door = vi.hoisted((): { host: Command } => ({ host: () => null }));
vi.mock("../../ipc/host", () => ({
  call: (name: string, args?: unknown) => Promise.resolve().then(() => door.host(name, args)),
}));

type Question = Extract<FromPage, { call: number }>;

function open(hosted: boolean, mayDo = true) {
  const asked: string[] = [];
  const told: string[] = [];
  const questions = new Questions({
    hosted,
    mayDo: (question, agree) => {
      asked.push(`${question} [${agree}]`);
      return Promise.resolve(mayDo);
    },
    onMinted: () => told.push("minted"),
    onRefused: ({ code }) => told.push(code),
  });
  return { questions, asked, told };
}

const called: [string, unknown][] = [];
beforeEach(() => {
  called.length = 0;
});
const answering = (answer: Command) => {
  door.host = (name, args) => {
    called.push([name, args]);
    return answer(name, args);
  };
};
const refusing = (code: string) =>
  answering(() => {
    throw Object.assign(new Error("It was refused."), { code });
  });

const tool = (call: number): Question => ({
  type: "tool",
  call,
  name: "delete_task",
  params: { ids: ["1"] },
});
const secret = (call: number): Question => ({ type: "secret", call, current: null });

describe("a question of the page", () => {
  it("about what is mentioned is answered by the host", async () => {
    answering((name) => name);
    const { questions } = open(false);
    expect(await questions.answer({ type: "tags", call: 1, query: "de" })).toEqual({
      type: "answer",
      call: 1,
      value: "chat_tags",
    });
    await questions.answer({ type: "preview", call: 2, entity: "task:1" });
    expect(called).toEqual([
      ["chat_tags", { query: "de" }],
      ["chat_preview", { entity: "task:1" }],
    ]);
  });

  it("is refused with the host's words", async () => {
    refusing("busy");
    const { questions } = open(false);
    expect(await questions.answer({ type: "tags", call: 1, query: "" })).toEqual({
      type: "refusal",
      call: 1,
      message: "It was refused.",
    });
  });

  it("is answered once", async () => {
    answering(() => []);
    const { questions } = open(false);
    expect(await questions.answer({ type: "tags", call: 5, query: "" })).not.toBeNull();
    expect(await questions.answer({ type: "tags", call: 5, query: "" })).toBeNull();
    expect(await questions.answer({ type: "tags", call: 4, query: "" })).toBeNull();
    expect(called).toHaveLength(1);
  });

  it("is refused while too many others are open", async () => {
    answering(() => new Promise(() => undefined));
    const { questions } = open(false);
    for (let call = 1; call <= 16; call += 1) void questions.answer({ type: "tags", call, query: "" });
    expect(await questions.answer({ type: "tags", call: 17, query: "" })).toMatchObject({ type: "refusal" });
    expect(called).toHaveLength(16);
  });

  it("for a session or a tool is refused where this computer answers", async () => {
    answering(() => "ek_1");
    const { questions, told } = open(false);
    expect(await questions.answer(secret(1))).toMatchObject({ type: "refusal" });
    expect(await questions.answer(tool(2))).toMatchObject({ type: "refusal" });
    expect(called).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe("hosted ChatKit", () => {
  it("gets sessions, and what became of them is known", async () => {
    answering(() => "ek_1");
    const { questions, told } = open(true);
    expect(await questions.answer(secret(1))).toEqual({ type: "answer", call: 1, value: "ek_1" });
    refusing("sign_in");
    expect(await questions.answer(secret(2))).toMatchObject({ type: "refusal", message: "It was refused." });
    expect(told).toEqual(["minted", "sign_in"]);
  });

  it("has a tool run at once where nobody has to be asked", async () => {
    answering(() => ({ kind: "done", result: { added: 1 } }));
    const { questions, asked } = open(true);
    expect(await questions.answer(tool(1))).toMatchObject({ value: { added: 1 } });
    expect(asked).toEqual([]);
    expect(called).toEqual([["chat_tool", { name: "delete_task", params: { ids: ["1"] }, agreed: false }]]);
  });

  const asks: Command = (_, args) =>
    (args as { agreed: boolean }).agreed
      ? { kind: "done", result: { deleted: 1 } }
      : { kind: "ask", question: "Move it to the trash?", agree: "Move it" };

  it("has the person asked first where the host says so", async () => {
    answering(asks);
    const { questions, asked } = open(true);
    expect(await questions.answer(tool(1))).toMatchObject({ value: { deleted: 1 } });
    expect(asked).toEqual(["Move it to the trash? [Move it]"]);
  });

  it("changes nothing that the person refuses, and is told so", async () => {
    answering(asks);
    const { questions } = open(true, false);
    expect(await questions.answer(tool(1))).toMatchObject({ value: { refused: true } });
    expect(called.map(([, args]) => (args as { agreed: boolean }).agreed)).toEqual([false]);
  });
});

describe("questions to the person", () => {
  it("come one after the other, and are refused when nobody waits for them any more", async () => {
    const seen: (string | null)[] = [];
    let shown: Asked | null = null;
    const queue = new AskQueue((asked) => {
      shown = asked;
      if (seen.at(-1) !== (asked?.question ?? null)) seen.push(asked?.question ?? null);
    });
    const now = (): Asked | null => shown;
    const first = queue.ask("one", "Do it");
    const second = queue.ask("two", "Do it");
    const third = queue.ask("three", "Do it");
    const answered = now();
    answered?.answer(true);
    answered?.answer(true); // a second click is no answer to the next question
    expect(now()?.question).toBe("two");
    expect(await first).toBe(true);
    queue.close();
    expect([await second, await third]).toEqual([false, false]);
    expect(seen).toEqual(["one", "two", "three", null]);
  });
});
