import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ActsContext } from "../acts";
import type { WidgetNode } from "../items";
import { Widget } from "./Widget";

const save = { type: "save", payload: { id: 7 } };

function show(widget: WidgetNode, free = true) {
  const act = vi.fn();
  const onLink = vi.fn();
  const item = {
    id: "w1",
    thread_id: "t",
    created_at: "2026-11-21T09:00:00Z",
    type: "widget",
    widget,
  } as const;
  const acts = { free, onOpen: vi.fn(), onLink, act, submit: vi.fn() };
  const view = render(
    <ActsContext value={acts}>
      <Widget item={item} />
    </ActsContext>,
  );
  return { act, onLink, ...view };
}

const card = (...children: WidgetNode[]): WidgetNode => ({ type: "Card", children });
const button = (more: Record<string, unknown> = {}): WidgetNode => ({
  type: "Button",
  label: "Save",
  onClickAction: save,
  ...more,
});

describe("what a widget says", () => {
  it("is all there, whatever part says it", async () => {
    const { container, onLink } = show({
      type: "Card",
      status: { text: "From the list" },
      children: [
        { type: "Title", value: "Before lunch" },
        { type: "Text", value: "Send the reading", lineThrough: true },
        { type: "Caption", value: "Home" },
        { type: "Badge", label: "late" },
        { type: "Markdown", value: "The **meter**, see [here](https://example.com/m)" },
        { type: "Divider" },
        { type: "Row", children: [{ type: "Icon", name: "check" }, { type: "Spacer" }] },
        { type: "Box", children: { type: "Col", children: [{ type: "Text", value: "deep" }] } },
        { type: "Transition", children: { type: "Text", value: "moved" } },
        { type: "Image", src: "https://example.com/a.png", alt: "A meter" },
        { type: "SomethingNew", value: "newer", children: [{ type: "Text", value: "inside" }] },
      ],
    });
    for (const said of ["From the list", "Before lunch", "Home", "late", "deep", "moved", "newer", "inside"])
      expect(screen.getByText(said)).toBeTruthy();
    expect(screen.getByText("Send the reading").tagName).toBe("S");
    expect(screen.getByText("meter").tagName).toBe("STRONG");
    expect(screen.getByText("A picture, not loaded here: A meter")).toBeTruthy();
    expect(container.querySelector("img, a")).toBeNull();
    expect(container.querySelector("hr")).not.toBeNull();
    await userEvent.click(screen.getByRole("link", { name: "here" }));
    expect(onLink).toHaveBeenCalledWith("https://example.com/m");
  });

  it("stands in rows where it is a table, and a chart is its figures", () => {
    const cell = (value: string): WidgetNode => ({ type: "Table.Cell", children: [{ type: "Text", value }] });
    show(
      card(
        {
          type: "Table",
          children: [
            { type: "Table.Row", header: true, children: [cell("List"), cell("Open")] },
            { type: "Table.Row", children: [cell("Home"), cell("3")] },
          ],
        },
        {
          type: "Chart",
          xAxis: { dataKey: "day", labels: { mo: "Monday" } },
          series: [{ type: "bar", dataKey: "done", label: "Completed" }],
          data: [
            { day: "mo", done: 4 },
            { day: "tu", done: 2 },
          ],
        },
      ),
    );
    const [table, chart] = screen.getAllByRole("table");
    expect(
      within(table as HTMLElement)
        .getAllByRole("columnheader")
        .map((one) => one.textContent),
    ).toEqual(["List", "Open"]);
    expect(
      within(chart as HTMLElement)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["Completed", "Monday4", "tu2"]);
  });

  it("makes nothing of what is no widget at all", () => {
    const { container } = show({
      type: "Card",
      children: [null, "text", 7, { value: "no type" }, { type: "Select", name: "x", options: "none" }],
    } as unknown as WidgetNode);
    expect(container.querySelectorAll("select option")).toHaveLength(1);
  });
});

describe("a button", () => {
  it("does what the server answers, when no answer is under way or the item answers alone", async () => {
    const { act, unmount } = show(
      card(button(), button({ label: "Count", onClickAction: { type: "count", streaming: false } })),
    );
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await userEvent.click(screen.getByRole("button", { name: "Count" }));
    expect(act.mock.calls).toEqual([
      ["w1", save, false],
      ["w1", { type: "count" }, true],
    ]);
    unmount();
    const busy = show(card(button()), false);
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(busy.act).not.toHaveBeenCalled();
  });

  it("that only its page could answer is off and says why", async () => {
    const { act } = show(
      card(
        button({ onClickAction: { ...save, handler: "client" } }),
        button({ label: "Off", disabled: true }),
      ),
    );
    const own = screen.getByRole("button", { name: "Save" });
    expect(own.getAttribute("aria-disabled")).toBe("true");
    expect(own.title).toMatch(/Only the page that this was made for/u);
    const off = screen.getByRole("button", { name: "Off" });
    expect([off.getAttribute("aria-disabled"), off.title]).toEqual(["true", ""]);
    await userEvent.click(own);
    await userEvent.click(off);
    expect(act).not.toHaveBeenCalled();
  });

  it("is a card's own, or an entry of a list, which shows the rest when asked", async () => {
    const { act, unmount } = show({
      ...card({ type: "Text", value: "14 tasks" }),
      confirm: { label: "Move 14 to the trash", action: save },
      cancel: { label: "Keep them", action: { type: "keep" } },
    });
    await userEvent.click(screen.getByRole("button", { name: "Move 14 to the trash" }));
    await userEvent.click(screen.getByRole("button", { name: "Keep them" }));
    expect(act.mock.calls.map(([, action]) => action as unknown)).toEqual([save, { type: "keep" }]);
    unmount();
    const entry = (value: string): WidgetNode => ({
      type: "ListViewItem",
      onClickAction: { type: "open", payload: { value } },
      children: [{ type: "Text", value }],
    });
    const list = show({ type: "ListView", limit: 1, children: [entry("Dentist"), entry("Milk")] });
    expect(screen.queryByText("Milk")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Show more" }));
    await userEvent.click(screen.getByRole("button", { name: "Milk" }));
    expect(list.act.mock.calls).toEqual([["w1", { type: "open", payload: { value: "Milk" } }, false]]);
  });
});

describe("a form", () => {
  const fields: WidgetNode[] = [
    { type: "Label", value: "What to do", fieldName: "task.title" },
    { type: "Input", name: "task.title", required: true },
    { type: "Textarea", name: "notes", placeholder: "Notes", defaultValue: "soon" },
    { type: "Select", name: "list", placeholder: "List", options: [{ value: "h", label: "Home" }] },
    {
      type: "RadioGroup",
      name: "priority",
      ariaLabel: "Priority",
      options: [{ value: "p1", label: "High" }],
    },
    { type: "Checkbox", name: "again", label: "Every week" },
    { type: "DatePicker", name: "due", placeholder: "Due" },
  ];
  const filled = {
    id: 7,
    task: { title: "Milk" },
    notes: "soon",
    list: "h",
    priority: "p1",
    again: true,
    due: "2026-11-27",
  };
  async function fill() {
    await userEvent.type(screen.getByLabelText("What to do"), "Milk");
    await userEvent.selectOptions(screen.getByLabelText("List"), "Home");
    await userEvent.click(screen.getByRole("radio", { name: "High" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Every week" }));
    await userEvent.type(screen.getByLabelText("Due"), "2026-11-27");
  }

  it("is sent with what its fields hold, once what it needs is there", async () => {
    const { act } = show(
      card({
        type: "Form",
        onSubmitAction: save,
        children: [...fields, { type: "Button", label: "Save", submit: true }],
      }),
    );
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(act).not.toHaveBeenCalled();
    await fill();
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(act.mock.calls).toEqual([["w1", { type: "save", payload: filled }, false]]);
  });

  it("may be a whole card", async () => {
    const { act } = show({
      ...card(...fields),
      asForm: true,
      confirm: { label: "Add", action: save },
      cancel: { label: "Not now", action: { type: "no" } },
    });
    await fill();
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(act.mock.calls).toEqual([["w1", { type: "save", payload: filled }, false]]);
  });

  it("that only its page could take can't be sent", async () => {
    const { act } = show(
      card({
        type: "Form",
        onSubmitAction: { ...save, handler: "client" },
        children: [
          { type: "Input", name: "a" },
          { type: "Button", label: "Save", submit: true },
        ],
      }),
    );
    const send = screen.getByRole("button", { name: "Save" });
    expect(send.title).toMatch(/Only the page/u);
    await userEvent.click(send);
    await userEvent.type(screen.getByLabelText("a"), "x{Enter}");
    expect(act).not.toHaveBeenCalled();
  });

  it("tells a change at once where a field says so, and keeps the fields outside of forms to themselves", async () => {
    const { act } = show(
      card(
        {
          type: "Select",
          name: "list",
          options: [{ value: "h", label: "Home" }],
          onChangeAction: { type: "pick" },
        },
        button(),
      ),
    );
    await userEvent.selectOptions(screen.getByLabelText("list"), "Home");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(act.mock.calls).toEqual([
      ["w1", { type: "pick", payload: { list: "h" } }, false],
      ["w1", save, false],
    ]);
  });

  it("lets a text be changed in its place", async () => {
    const { act } = show(
      card({
        type: "Form",
        onSubmitAction: save,
        children: [{ type: "Text", value: "Milk", editable: { name: "title" } }],
      }),
    );
    await userEvent.type(screen.getByLabelText("title"), " and bread{Enter}");
    expect(act.mock.calls).toEqual([
      ["w1", { type: "save", payload: { id: 7, title: "Milk and bread" } }, false],
    ]);
  });
});
