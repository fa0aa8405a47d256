/** The list of threads: opened, renamed, deleted. */
import { button, make, part } from "./dom.js";

export class History {
  #box = part("history");
  #does;

  constructor(does) {
    this.#does = does;
  }

  get shown() {
    return !this.#box.hidden;
  }

  hide() {
    this.#box.hidden = true;
  }

  /** Shows the threads, newest first. */
  show(threads, { showDelete, showRename }) {
    const rows = threads.map((thread) => this.#row(thread, showDelete, showRename));
    this.#box.replaceChildren(...rows);
    this.#box.hidden = false;
  }

  #row(thread, showDelete, showRename) {
    const title = thread.title ?? "New thread";
    const row = make("div", "history-row", { data: { id: thread.id } });
    row.append(button("history-thread", title, () => this.#does.open(thread.id)));
    if (showRename) row.append(button("history-rename", "Rename", () => this.#rename(row, thread)));
    if (showDelete) row.append(button("history-delete", "Delete", () => this.#delete(row, thread)));
    return row;
  }

  #rename(row, thread) {
    const field = make("input", "history-rename-input", { value: thread.title ?? "" });
    const save = () => this.#does.rename(thread.id, field.value);
    row.replaceChildren(field, button("history-rename-save", "Save", save));
    field.select();
  }

  #delete(row, thread) {
    const sure = () => this.#does.delete(thread.id);
    row.replaceChildren("Delete?", button("history-delete-confirm", "Delete", sure));
  }
}
