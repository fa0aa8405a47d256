import { expect, it } from "vitest";
import type { TaskPatch } from "../ipc/bindings/TaskPatch";
import { Drafts } from "./drafts";

const milk = { id: "milk", title: "Buy milk" };
const read = (title: string): TaskPatch => ({ title });
const refusal = { code: "disk_full", message: "The disk is full." };

/** Drafts over a host that keeps what it is told, and answers when it is let. */
function begin() {
  const edits: TaskPatch[] = [];
  let answers: (() => void)[] = [];
  let failing = false;
  const drafts = new Drafts((_, patch) => {
    edits.push(patch);
    const fails = failing;
    return new Promise((resolve, reject) => {
      answers.push(fails ? () => reject(Object.assign(new Error(), refusal)) : resolve);
    });
  });
  const answer = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    const waiting = answers;
    answers = [];
    for (const each of waiting) each();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { drafts, edits, answer, fail: (now: boolean) => (failing = now) };
}

it("saves what was typed, once, and forgets it", async () => {
  const { drafts, edits, answer } = begin();
  drafts.type(milk, "title", "Buy oat milk", "Buy milk", read);
  const saved = drafts.save("milk", "title");
  void drafts.save("milk", "title");
  expect(drafts.get("milk", "title")?.state).toBe("saving");
  await answer();
  expect(await saved).toBe(true);
  expect(edits).toEqual([{ title: "Buy oat milk" }]);
  expect(drafts.any()).toBe(false);
});

it("saves nothing where the text is what it was", async () => {
  const { drafts, edits } = begin();
  drafts.type(milk, "title", "Buy", "Buy milk", read);
  drafts.type(milk, "title", "Buy milk", "Buy milk", read);
  expect(await drafts.save("milk", "title")).toBe(true);
  expect(edits).toEqual([]);
  expect(drafts.any()).toBe(false);
});

it("saves what was typed while it saved", async () => {
  const { drafts, edits, answer } = begin();
  drafts.type(milk, "notes", "One", "", (notes) => ({ notes }));
  const saved = drafts.save("milk", "notes");
  await answer();
  drafts.type(milk, "notes", "One two", "", (notes) => ({ notes }));
  await saved;
  const again = drafts.save("milk", "notes");
  drafts.type(milk, "notes", "One two three", "", (notes) => ({ notes }));
  await answer();
  await answer();
  expect(await again).toBe(true);
  expect(edits.at(-1)).toEqual({ notes: "One two three" });
  expect(drafts.any()).toBe(false);
});

it("keeps the text that could not be saved, and says so to whoever left", async () => {
  const { drafts, answer, fail, edits } = begin();
  const said: string[] = [];
  fail(true);
  drafts.type(milk, "title", "Buy oat milk", "Buy milk", read);
  drafts.leave("milk", "title", (title, failure) => said.push(`${title}: ${failure.message}`));
  await answer();
  expect(drafts.get("milk", "title")).toMatchObject({
    text: "Buy oat milk",
    state: "failed",
    failure: refusal,
  });
  expect(said).toEqual(["Buy milk: The disk is full."]);
  fail(false);
  const again = drafts.save("milk", "title");
  await answer();
  expect(await again).toBe(true);
  expect(edits).toHaveLength(2);
});

it("says whether anything is left after saving what it can", async () => {
  const { drafts, answer, fail } = begin();
  drafts.type(milk, "title", "Buy oat milk", "Buy milk", read);
  const saved = drafts.settle();
  await answer();
  expect(await saved).toBe(true);
  drafts.type(milk, "subtask", "Ask Ana", "", () => ({}));
  expect(await drafts.settle()).toBe(false);
  drafts.drop("milk", "subtask");
  fail(true);
  drafts.type(milk, "title", "Buy soy milk", "Buy milk", read);
  const refused = drafts.settle();
  await answer();
  expect(await refused).toBe(false);
});

it("saves all that is typed when the window is left, but nothing that has no Enter yet", async () => {
  const { drafts, answer, edits } = begin();
  drafts.type(milk, "title", "Buy oat milk", "Buy milk", read);
  drafts.type(milk, "notes", "Two", "", (notes) => ({ notes }));
  drafts.type(milk, "subtask", "Ask Ana", "", () => ({}));
  drafts.saveAll();
  await answer();
  expect(edits).toEqual([{ title: "Buy oat milk" }, { notes: "Two" }]);
  expect(drafts.get("milk", "subtask")?.text).toBe("Ask Ana");
});
