import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { longDay } from "../labels";
import type { DueValue } from "./choice";
import { DuePicker } from "./DuePicker";
import { ReminderPicker } from "./ReminderPicker";
import { RepeatPicker } from "./RepeatPicker";

const TODAY = "2026-11-21"; // a Saturday
type Answers = Record<string, (args: never) => unknown>;
const host = vi.hoisted((): { answers: Answers } => ({ answers: {} }));
vi.mock("../../ipc/host", () => ({
  call: (name: string, args: never) => Promise.resolve(host.answers[name]?.(args) ?? null),
}));

const line = { title: "x", notes: "", list: null, tags: [], priority: null, deadline: null, duration: null };
beforeEach(() => {
  host.answers = {
    read_due: ({ words }: { words: string }) =>
      ({ "fri 9am": "2026-11-27T09:00", tomorrow: "2026-11-22" })[words] ?? null,
    read_quick_add: ({ text }: { text: string }) =>
      text === "x every monday"
        ? { ...line, due: "2026-11-23", recurrence: "FREQ=WEEKLY;BYDAY=MO" }
        : { ...line, title: text, due: null, recurrence: null },
    next_dues: () => ["2026-12-19", "2027-01-16"],
  };
});

const task = (value: Partial<DueValue>): DueValue => ({ due: null, start: null, recurrence: null, ...value });

function due(value: Partial<DueValue> = {}) {
  const chosen = vi.fn();
  const onClose = vi.fn();
  render(<DuePicker values={[task(value)]} today={TODAY} onChange={chosen} onClose={onClose} />);
  return { chosen, onClose, user: userEvent.setup() };
}

describe("the popover of a due date", () => {
  it("takes words, and says what it understood", async () => {
    const { chosen, onClose, user } = due();
    await user.keyboard("fri 9am");
    expect(await screen.findByText(/^Enter sets .*27/)).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(chosen).toHaveBeenCalledWith({ due: "2026-11-27T09:00" }, expect.stringContaining("27"));
    expect(onClose).toHaveBeenCalled();
  });

  it("takes Enter before the words were read, and refuses what it can't read", async () => {
    const { chosen, user } = due();
    await user.keyboard("every monday{Enter}");
    await waitFor(() =>
      expect(chosen).toHaveBeenCalledWith(
        { due: "2026-11-23", recurrence: "FREQ=WEEKLY;BYDAY=MO" },
        expect.anything(),
      ),
    );
    chosen.mockClear();
    await user.clear(screen.getByRole("textbox"));
    await user.keyboard("blue{Enter}");
    expect(await screen.findByText("No day or time is understood yet.")).toBeTruthy();
    expect(chosen).not.toHaveBeenCalled();
  });

  it("keeps the time where words say a day alone, and says so", async () => {
    const { chosen, user } = due({ due: "2026-11-20T09:00[Asia/Tokyo]" });
    await user.keyboard("tomorrow{Enter}");
    await waitFor(() =>
      expect(chosen).toHaveBeenCalledWith(
        { due: "2026-11-22T09:00[Asia/Tokyo]" },
        expect.stringMatching(/, /),
      ),
    );
  });

  it("offers the days one chooses most, by the arrows", async () => {
    const { chosen, user } = due({ due: "2026-11-20T09:00" });
    await user.keyboard("{ArrowDown}");
    const options = screen.getAllByRole("option").map((option) => option.textContent);
    expect(options[1]).toMatch(/^Tomorrow.*22/);
    expect(options[2]).toMatch(/^Next weekend.*28/);
    expect(options[3]).toMatch(/^Next week.*23/);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(chosen).toHaveBeenCalledWith({ due: "2026-11-22T09:00" }, expect.anything()); // at the same time
  });

  it("takes the date away, sets aside, and clears a start that would hold the task where it is", async () => {
    const { chosen, user } = due({ due: TODAY, start: "2026-11-19" });
    await user.click(screen.getByRole("option", { name: /No date/ }));
    expect(chosen).toHaveBeenLastCalledWith({ due: null, start: null }, null);
    await user.click(screen.getByRole("option", { name: /Someday/ }));
    expect(chosen).toHaveBeenLastCalledWith({ due: null, start: "someday" }, null);
    await user.click(screen.getByRole("option", { name: /Tomorrow/ }));
    expect(chosen).toHaveBeenLastCalledWith({ due: "2026-11-22", start: null }, expect.anything());
  });

  it("has a month that is walked by keys, with today marked", async () => {
    const { chosen, user } = due({ due: "2026-11-24" });
    const month = screen.getByRole("grid");
    expect(within(month).getByText("21").dataset["today"]).toBe("true");
    within(month).getByText("24").focus();
    await user.keyboard("{ArrowRight}{Enter}");
    expect(chosen).toHaveBeenCalledWith({ due: "2026-11-25" }, expect.anything());
  });

  it("moves what follows only if it is told to", async () => {
    const { chosen, user } = due({ due: "2026-11-24", recurrence: "FREQ=DAILY" });
    await user.click(screen.getByRole("option", { name: /Tomorrow/ }));
    expect(chosen).toHaveBeenLastCalledWith({ due: "2026-11-22" }, expect.anything());
    await user.click(screen.getByRole("radio", { name: "This and following" }));
    await user.click(screen.getByRole("option", { name: /Tomorrow/ }));
    expect(chosen).toHaveBeenLastCalledWith({ due: "2026-11-22", following: true }, expect.anything());
  });

  it("sets a time on the day that there is", async () => {
    const { chosen, user } = due({ due: "2026-11-24T09:00" });
    await user.click(screen.getByRole("button", { name: "No time" }));
    await user.click(screen.getByRole("button", { name: /^Set .*24/ }));
    expect(chosen).toHaveBeenCalledWith({ due: "2026-11-24" }, expect.anything());
  });
});

describe("the popover of several due dates", () => {
  function dues(...values: string[]) {
    const chosen = vi.fn();
    const tasks = values.map((each) => task({ due: each }));
    render(<DuePicker values={tasks} several today={TODAY} onChange={chosen} onClose={() => undefined} />);
    return { chosen, user: userEvent.setup() };
  }
  const tomorrow = { due: "2026-11-22", keep_time: true };
  const sunday = longDay("2026-11-22", TODAY); // without a time

  it("leaves each its own time, whether the day is chosen or said", async () => {
    const { chosen, user } = dues("2026-11-20", "2026-11-20T09:00", "2026-11-24T17:00[Asia/Tokyo]");
    await user.click(screen.getByRole("option", { name: /Tomorrow/ }));
    expect(chosen).toHaveBeenLastCalledWith(tomorrow, sunday);
    await user.click(within(screen.getByRole("grid")).getByText("26"));
    expect(chosen).toHaveBeenLastCalledWith({ ...tomorrow, due: "2026-11-26" }, expect.stringMatching(/26/));
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("tomorrow{Enter}");
    await waitFor(() => expect(chosen).toHaveBeenCalledTimes(3));
    expect(chosen).toHaveBeenLastCalledWith(tomorrow, sunday);
  });

  it("does so where those that are loaded have the same one: the others may have another", async () => {
    const { chosen, user } = dues("2026-11-20T09:00");
    await user.click(screen.getByRole("option", { name: /Tomorrow/ }));
    expect(chosen).toHaveBeenLastCalledWith(tomorrow, sunday);
  });

  it("sets all to a time that is chosen or said", async () => {
    const { chosen, user } = dues("2026-11-20T09:00", "2026-11-20T09:00");
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("fri 9am{Enter}");
    await waitFor(() =>
      expect(chosen).toHaveBeenLastCalledWith({ due: "2026-11-27T09:00" }, expect.anything()),
    );
    await user.click(screen.getByRole("button", { name: "No time" }));
    await user.click(screen.getByRole("option", { name: /Tomorrow/ }));
    expect(chosen).toHaveBeenLastCalledWith({ due: "2026-11-22" }, sunday);
  });
});

describe("how a task repeats", () => {
  it("is one of the usual rules, or words; and the next dates are told", async () => {
    const chosen = vi.fn();
    const user = userEvent.setup();
    render(
      <RepeatPicker
        value="FREQ=MONTHLY;BYDAY=3SA"
        due="2026-11-21"
        today={TODAY}
        task="a"
        onChange={chosen}
        onClose={() => undefined}
      />,
    );
    expect(await screen.findByText(/^Next on .*19.*, then .*16/)).toBeTruthy();
    expect(screen.getByRole("option", { name: /3rd Saturday/i }).getAttribute("aria-selected")).toBe("true");
    await user.click(screen.getByRole("option", { name: "Every Saturday" }));
    expect(chosen).toHaveBeenLastCalledWith({ recurrence: "FREQ=WEEKLY;BYDAY=SA" });
    await user.click(screen.getByRole("option", { name: "Does not repeat" }));
    expect(chosen).toHaveBeenLastCalledWith({ recurrence: null });
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("every monday{Enter}");
    await waitFor(() => expect(chosen).toHaveBeenLastCalledWith({ recurrence: "FREQ=WEEKLY;BYDAY=MO" }));
  });
});

describe("reminders", () => {
  beforeEach(() => {
    const words: Record<string, string> = { "fri 9am": "2026-11-27T09:00", "1 hour before": "-60" };
    host.answers["read_reminder"] = ({ words: typed }: { words: string }) => words[typed] ?? null;
  });

  function inWords(hasDue: boolean) {
    const chosen = vi.fn();
    const onClose = vi.fn();
    render(<ReminderPicker value={[]} hasDue={hasDue} today={TODAY} onChange={chosen} onClose={onClose} />);
    return { chosen, onClose, user: userEvent.setup() };
  }

  it("are set by words that say how long before, and told as they will be", async () => {
    const { chosen, onClose, user } = inWords(true);
    await user.keyboard("1 hour before");
    expect(await screen.findByText("Enter sets 1 hour before")).toBeTruthy();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(chosen).toHaveBeenLastCalledWith({ add_reminders: ["-60"] }));
    expect(onClose).toHaveBeenCalled();
  });

  it("say what is missing, and change nothing", async () => {
    const { chosen, onClose, user } = inWords(false);
    await user.keyboard("1 hour before{Enter}");
    expect(await screen.findByText("Reminders before the due time need a due date.")).toBeTruthy();
    await user.clear(screen.getByRole("textbox"));
    await user.keyboard("blue{Enter}");
    expect(await screen.findByText(/^No time is understood yet/)).toBeTruthy();
    expect(chosen).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
  });

  it("are put on and taken off, and set by words that say a time", async () => {
    const chosen = vi.fn();
    const user = userEvent.setup();
    render(
      <ReminderPicker value={["-10"]} hasDue today={TODAY} onChange={chosen} onClose={() => undefined} />,
    );
    await user.click(screen.getByRole("option", { name: "10 minutes before" }));
    expect(chosen).toHaveBeenLastCalledWith({ remove_reminders: ["-10"] });
    await user.click(screen.getByRole("option", { name: "1 day before" }));
    expect(chosen).toHaveBeenLastCalledWith({ add_reminders: ["-1440"] });
    const times = chosen.mock.calls.length;
    await user.keyboard("{Escape}"); // closes, and takes nothing off
    expect(chosen).toHaveBeenCalledTimes(times);
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("fri 9am{Enter}");
    await waitFor(() => expect(chosen).toHaveBeenLastCalledWith({ add_reminders: ["2026-11-27T09:00"] }));
  });
});
