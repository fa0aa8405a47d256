import { describe, expect, it } from "vitest";
import type { Overview } from "../../ipc/bindings/Overview";
import { promptsFor } from "./prompts";

const overview = (counts: Partial<Overview>): Overview => ({
  lists: [],
  filters: [],
  tags: [],
  inbox: 0,
  today: 0,
  overdue: 0,
  upcoming: 0,
  someday: 0,
  open: 0,
  ...counts,
});
const labels = (counts: Partial<Overview>) => promptsFor(overview(counts)).map(({ label }) => label);

describe("things to try", () => {
  it("begin with what is overdue", () => {
    expect(labels({ overdue: 2, today: 5, inbox: 1, open: 9 })).toEqual([
      "Move what is overdue to today",
      "What’s due today?",
      "Show me the inbox",
      "Add a task to buy groceries tomorrow",
    ]);
  });

  it("look ahead when nothing is left for today", () => {
    expect(labels({ upcoming: 3, open: 3 })).toEqual([
      "What is coming up?",
      "Add a task to buy groceries tomorrow",
      "Show me my tasks",
      "What did I do yesterday?",
    ]);
  });

  it("offer nothing that would find nothing", () => {
    expect(labels({})).toEqual(["Add a task to buy groceries tomorrow", "What did I do yesterday?"]);
  });

  it("are there before the counts are", () => {
    expect(promptsFor(null).map(({ label }) => label)).toEqual([
      "What’s due today?",
      "Add a task to buy groceries tomorrow",
    ]);
  });
});
