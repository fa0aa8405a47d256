import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ActsContext } from "./acts";
import type { Annotation } from "./items";
import { Prose } from "./Prose";
import { StepLine, workflowTitle } from "./Step";

describe("the assistant's words", () => {
  it("are bold and listed where they say so", () => {
    render(<Prose>{"The **meter reading** first:\n\n1. Read\n2. Send\n\n- a\n- b"}</Prose>);
    expect(screen.getByText("meter reading").tagName).toBe("STRONG");
    expect(screen.getAllByRole("list").map((list) => list.tagName)).toEqual(["OL", "UL"]);
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
  });

  it("lead to pages of the web and to nothing else, after a question", async () => {
    const words =
      "[a page](https://example.com/a?b=c) [a script](javascript:alert(1)) [a file](file:///etc/passwd) [a place](/here) [a letter](mailto:me@example.com)";
    const onLink = vi.fn();
    const { container } = render(
      <ActsContext value={{ free: true, onOpen: vi.fn(), onLink, act: vi.fn(), submit: vi.fn() }}>
        <Prose>{words}</Prose>
      </ActsContext>,
    );
    expect(container.querySelector("a, [href]")).toBeNull();
    expect(container.textContent.trim()).toBe("a page a script a file a place a letter");
    const page = screen.getByRole("link");
    expect(page.textContent).toBe("a page");
    await userEvent.click(page);
    page.focus();
    await userEvent.keyboard("{Enter}");
    expect(onLink.mock.calls).toEqual([["https://example.com/a?b=c"], ["https://example.com/a?b=c"]]);
  });

  it("load nothing and bring no markup of their own", () => {
    const words =
      '[a link](https://example.com) ![a picture](https://example.com/a.png) <img src="x" onerror="alert(1)"> <b>raw</b>';
    const { container } = render(<Prose>{words}</Prose>);
    expect(container.querySelector("a, img, b, script")).toBeNull();
    expect(container.textContent).toContain("a link");
  });
});

describe("a step", () => {
  it("opens to its details", async () => {
    render(
      <StepLine
        title="Read Today"
        working={false}
        tasks={[{ type: "custom", status_indicator: "complete", title: "Read Today", content: "8 tasks" }]}
      />,
    );
    const line = screen.getByRole("button", { name: "Read Today", expanded: false });
    expect(screen.queryByText("8 tasks")).toBeNull();
    await userEvent.click(line);
    expect(screen.getByText("8 tasks")).toBeTruthy();
    expect(line.getAttribute("aria-expanded")).toBe("true");
  });

  it("is no button when there is no more to say", () => {
    render(
      <StepLine
        title="Read Today"
        working
        tasks={[{ type: "custom", status_indicator: "loading", title: "Read Today" }]}
      />,
    );
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is named by its summary, its only step, or its time", () => {
    const task = { type: "custom", status_indicator: "complete", title: "Read Today" } as const;
    const workflow = { type: "custom", tasks: [task], expanded: false } as const;
    expect(workflowTitle({ ...workflow, tasks: [task], summary: { title: "Moved 1 task" } })).toBe(
      "Moved 1 task",
    );
    expect(workflowTitle({ ...workflow, tasks: [task] })).toBe("Read Today");
    expect(workflowTitle({ ...workflow, tasks: [task], summary: { duration: 2 } })).toBe(
      "Thought for 2 seconds",
    );
    expect(workflowTitle({ ...workflow, tasks: [task, task, task] })).toBe("3 steps");
  });
});

describe("what the words speak of", () => {
  const entity = (id: string, title: string, index?: number, interactive = true): Annotation => ({
    type: "annotation",
    ...(index !== undefined && { index }),
    source: { type: "entity", id, title, interactive },
  });
  const show = (words: string, annotations: Annotation[]) => {
    const onOpen = vi.fn();
    const onLink = vi.fn();
    const acts = { free: true, onOpen, onLink, act: vi.fn(), submit: vi.fn() };
    const view = render(
      <ActsContext value={acts}>
        <Prose annotations={annotations}>{words}</Prose>
      </ActsContext>,
    );
    return { onOpen, onLink, ...view };
  };

  it("is opened by a click on the words themselves, the right ones of two alike", async () => {
    const words = "1. Milk\n2. Bread\n3. **Milk** again";
    const { onOpen, container } = show(words, [
      entity("task:1", "Milk", 7),
      entity("task:2", "Bread", 16),
      entity("task:3", "Milk", words.lastIndexOf("Milk") + 4),
    ]);
    expect(container.textContent).toBe("\nMilk\nBread\nMilk again\n");
    const milk = screen.getAllByRole("button", { name: "Show: Milk" });
    expect(milk).toHaveLength(2);
    for (const button of [...milk, screen.getByRole("button", { name: "Show: Bread" })])
      await userEvent.click(button);
    expect(onOpen.mock.calls).toEqual([["task:1"], ["task:3"], ["task:2"]]);
  });

  it("stands at its place, or after the words, where it is not named in them", async () => {
    const { onOpen, container } = show("Done with it.", [
      entity("task:1", "Buy milk", 12),
      entity("list:2", "Home"),
    ]);
    expect(container.querySelector("p")?.textContent).toBe("Done with itBuy milk.");
    expect(screen.getByRole("list", { name: "Sources" }).textContent).toBe("Home");
    await userEvent.click(screen.getByRole("button", { name: "Show: Home" }));
    expect(onOpen).toHaveBeenCalledWith("list:2");
    screen.getByRole("button", { name: "Show: Buy milk" }).focus();
    await userEvent.keyboard("{Enter} ");
    expect(onOpen.mock.calls.slice(1)).toEqual([["task:1"], ["task:1"]]);
  });

  it("can't be clicked where there is nothing to open", () => {
    const { container } = show("Milk, from a page.", [
      entity("task:1", "Milk", 4, false),
      { type: "annotation", source: { type: "url", title: "A page", url: "javascript:alert(1)" } },
      { type: "annotation", source: { type: "file", title: "A file", filename: "a.txt" } },
    ]);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
    expect(container.querySelector("a")).toBeNull();
    expect(container.textContent).toContain("A page");
  });

  it("asks before it opens a page of the web, in the words and after them", async () => {
    const page = (title: string, url: string, index?: number): Annotation => ({
      type: "annotation",
      ...(index !== undefined && { index }),
      source: { type: "url", title, url },
    });
    const { onLink, onOpen } = show("The forecast says rain.", [
      page("forecast", "https://weather.example/today", 12),
      page("Climate", "http://climate.example"),
    ]);
    for (const link of screen.getAllByRole("link")) await userEvent.click(link);
    expect(onLink.mock.calls).toEqual([["https://weather.example/today"], ["http://climate.example/"]]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("is found whatever the words are escaped or marked with, and makes no markup of them", () => {
    const { container } = show("See 5 \\* 3 \\<b\\> now", [entity("task:1", "5 * 3 <b>", 16)]);
    expect(screen.getByRole("button", { name: "Show: 5 * 3 <b>" }).textContent).toBe("5 * 3 <b>");
    expect(container.querySelector("b")).toBeNull();
  });
});
