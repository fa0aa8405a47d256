import { describe, expect, it } from "vitest";
import { Pace } from "./pace";

function paced(shown: string | null = null) {
  const done: string[] = [];
  const busy: boolean[] = [];
  const state = { refuses: false };
  const attempt = (what: string) => {
    done.push(what);
    return state.refuses ? Promise.reject(new Error("busy")) : Promise.resolve();
  };
  const pace = new Pace(shown, {
    show: (thread) => attempt(`show ${String(thread)}`),
    refresh: () => attempt("refresh"),
    onBusy: (now) => busy.push(now),
  });
  return { pace, done, busy, state };
}

describe("ChatKit's pace", () => {
  it("is busy while an answer or a thread is on its way, and says so once", () => {
    const { pace, busy } = paced();
    pace.answering(true);
    pace.loading(true);
    pace.answering(false);
    pace.loading(false);
    expect(busy).toEqual([true, false]);
  });

  it("changes threads at once when idle, later when busy, and only to the last one wanted", () => {
    const { pace, done } = paced();
    pace.want("a");
    expect(done).toEqual(["show a"]);
    pace.answering(true);
    pace.want("b");
    pace.want(null);
    expect(done).toEqual(["show a"]);
    pace.answering(false);
    expect(done).toEqual(["show a", "show null"]);
  });

  it("reads the thread that is shown once more", () => {
    const { pace, done } = paced("a");
    pace.want("a");
    pace.shows("b");
    pace.want("a");
    pace.shows(null);
    pace.want(null);
    expect(done).toEqual(["refresh", "show a", "show null"]);
  });

  it("tries again after a refusal, when the next thing is over", async () => {
    const { pace, done, state } = paced();
    state.refuses = true;
    pace.want("a");
    await Promise.resolve();
    await Promise.resolve();
    state.refuses = false;
    expect(done).toEqual(["show a"]);
    pace.loading(true);
    pace.loading(false);
    expect(done).toEqual(["show a", "show a"]);
  });

  it("is not held up by what has failed", () => {
    const { pace, done } = paced();
    pace.answering(true);
    pace.want("a");
    pace.stopped();
    expect(done).toEqual(["show a"]);
  });
});
