import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Task } from "../ipc/bindings/Task";
import { task } from "./sample.test-data";
import { TaskRow } from "./TaskRow";
import { completedWords } from "./useActions";

const TODAY = "2026-11-21";

function row(part: Partial<Task>, below: string | null = null) {
  return render(
    <div role="grid">
      <div role="row" tabIndex={-1}>
        <TaskRow
          task={task({ id: "a", title: "Water the ferns", ...part })}
          list={null}
          place="inbox"
          below={below}
          under={null}
          today={TODAY}
          onRing={() => undefined}
        />
      </div>
    </div>,
  ).container;
}

describe("the row of a task", () => {
  it("says how it repeats", () => {
    row({ recurrence: "FREQ=WEEKLY;BYDAY=FR" });
    expect(screen.getByRole("img", { name: "Repeats every Friday" })).toBeTruthy();
  });

  it("says a deadline that is near or past, and no other", () => {
    expect(row({ deadline: "2026-11-22" }).textContent).toContain("Tomorrow");
    expect(row({ deadline: "2026-11-29" }).querySelector(".by")).toBeNull();
    expect(row({ deadline: "2026-11-20" }).querySelector(".by.late")?.textContent).toContain("Deadline was");
    expect(
      row({ deadline: "2026-11-20", completed_at: "2026-11-21T09:00:00Z" }).querySelector(".by"),
    ).toBeNull();
  });

  it("says how long it takes and what it is below", () => {
    const words = row({ duration: 20 }, "Garden").textContent;
    expect(words).toContain("20 min");
    expect(words).toContain("Subtask of Garden");
  });
});

describe("what is said of a completed task", () => {
  const before = task({ id: "a", title: "Water", recurrence: "FREQ=DAILY", due: TODAY });

  it("is when it comes next, if it does", () => {
    expect(completedWords(before, [{ ...before, due: "2027-01-01" }], TODAY)).toMatch(
      /^Completed “Water”\. It comes next on .*2027.*\.$/,
    );
  });

  it("is no more of one that is done for good", () => {
    const done = { ...before, completed_at: "2026-11-21T09:00:00Z" };
    expect(completedWords(before, [done], TODAY)).toBe("Completed “Water”.");
    expect(completedWords(before, [], TODAY)).toBe("Completed “Water”.");
  });
});
