/** Drawing the items of a thread, each anew only when it has changed. */
import { button, make } from "./dom.js";
import { drawWidget } from "./widget.js";
import { answerWords, entityChip } from "./words.js";

export class Items {
  #box;
  #does;
  #drawn = new Map();

  /** `does` is what a person can do with an item. */
  constructor(box, does) {
    this.#box = box;
    this.#does = does;
  }

  draw(thread, { busy, actions }) {
    const keep = new Set();
    const last = thread.last("assistant_message");
    const nodes = thread.items.map((item) => {
      const acts = !busy && item === last;
      const state = JSON.stringify([item, acts, actions]);
      const before = this.#drawn.get(item.id);
      keep.add(item.id);
      if (before?.state === state) return before.node;
      const node = this.#item(item) ?? make("i", null, { hidden: true });
      if (acts) node.append(this.#actions(thread, item, actions));
      this.#drawn.set(item.id, { state, node });
      return node;
    });
    for (const id of this.#drawn.keys()) if (!keep.has(id)) this.#drawn.delete(id);
    const notes = thread.notes.map((note) => this.#note(thread, note));
    const progress = thread.progress && make("p", "progress", {}, thread.progress);
    const all = [...nodes, ...(progress ? [progress] : []), ...notes];
    if (all.length !== this.#box.children.length || all.some((node, n) => node !== this.#box.children[n])) {
      this.#box.replaceChildren(...all);
    }
  }

  #item(item) {
    const data = { data: { id: item.id } };
    switch (item.type) {
      case "user_message":
        return make("div", "message-user", data, ...item.content.map((part) => this.#said(part)));
      case "assistant_message":
        return make(
          "div",
          "message-assistant",
          data,
          ...item.content.flatMap((part) => answerWords(part, this.#does.entities, this.#does.deeplink)),
        );
      case "workflow":
        return this.#workflow(item.workflow, data);
      case "task":
        return make("div", "workflow", data, step(item.task));
      case "widget":
        return make(
          "div",
          "widget-item",
          data,
          drawWidget(item.widget, (action) => this.#does.act(action, item)),
        );
      case "structured_input":
        return this.#questions(item, data);
      case "client_tool_call":
        return make("div", "tool-call", { data: { id: item.id, status: item.status } }, item.name);
      case "end_of_turn":
        return null;
      default:
        throw Object.assign(new Error(`unknown item ${item.type}`), { name: "StreamEventParsingError" });
    }
  }

  #said(part) {
    return part.type === "input_tag"
      ? entityChip({ ...part, title: part.text }, part.text, this.#does.entities)
      : part.text;
  }

  #workflow({ tasks, summary }, data) {
    const title = summary?.title ?? (summary ? `Took ${summary.duration} s` : "Working");
    return make("div", "workflow", data, make("b", null, {}, title), ...tasks.map(step));
  }

  #questions(item, data) {
    const fields = item.inputs.map((input) => {
      const answer = input.answer?.values.join(", ");
      const field =
        input.type === "multiple_choice"
          ? make("select", "question-choice", { multiple: input.multiple }, ...input.options.map(option))
          : make("input", "question-text", {});
      return { input, field, row: make("label", null, {}, input.question, answer ?? field) };
    });
    const rows = fields.map(({ row }) => row);
    if (item.status !== "pending") return make("div", "questions", data, ...rows);
    const answer = () => {
      const values = ({ field }) =>
        field.selectedOptions ? [...field.selectedOptions].map((each) => each.value) : [field.value];
      const answers = fields.map((each) => [each.input.id, { values: values(each), skipped: false }]);
      this.#does.answer(item, { status: "answered", answers: Object.fromEntries(answers) });
    };
    const skip = () => this.#does.answer(item, { status: "skipped", answers: {} });
    const buttons = [button("questions-answer", "Answer", answer), button("questions-skip", "Skip", skip)];
    return make("div", "questions", data, ...rows, ...buttons);
  }

  #actions(thread, item, { feedback, retry } = {}) {
    const votes = ["positive", "negative"].map((kind) =>
      button(`feedback-${kind}`, kind === "positive" ? "👍" : "👎", ({ target }) => {
        target.setAttribute("aria-pressed", "true");
        this.#does.feedback(item, kind);
      }),
    );
    const again = () => this.#does.retry(thread.last("user_message"));
    return make(
      "div",
      "actions",
      {},
      ...(feedback ? votes : []),
      ...(retry ? [button("retry", "Retry", again)] : []),
    );
  }

  #note(thread, { kind, message, retry }) {
    const said = thread.last("user_message");
    const again = retry && said ? button("error-retry", "Retry", () => this.#does.retry(said)) : null;
    return make("p", kind === "error" ? "error" : "notice", { data: { kind } }, message, again);
  }
}

const option = ({ value }) => make("option", null, { value }, value);

const step = (task) =>
  make(
    "div",
    "step",
    { data: { status: task.status_indicator } },
    [task.title, task.content].filter(Boolean).join(" · "),
  );
