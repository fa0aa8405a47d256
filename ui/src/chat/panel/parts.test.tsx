import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Prose } from "./Prose";
import { StepLine, workflowTitle } from "./Step";
import { widgetText } from "./widgetText";

describe("the assistant's words", () => {
  it("are bold and listed where they say so", () => {
    render(<Prose>{"The **meter reading** first:\n\n1. Read\n2. Send\n\n- a\n- b"}</Prose>);
    expect(screen.getByText("meter reading").tagName).toBe("STRONG");
    expect(screen.getAllByRole("list").map((list) => list.tagName)).toEqual(["OL", "UL"]);
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
  });

  it("load nothing, link nowhere and bring no markup of their own", () => {
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

it("tells the words of a widget without its buttons", () => {
  expect(
    widgetText({
      type: "Card",
      children: [
        { type: "Text", value: "Send the reading" },
        { type: "Row", children: { type: "Caption", value: "Home" } },
        { type: "Button", label: "Go" },
      ],
    }),
  ).toEqual(["Send the reading", "Home"]);
});
