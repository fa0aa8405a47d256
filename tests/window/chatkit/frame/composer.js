/** Where a person writes: words, mentions by "@", Send and Stop. */
import { button, part } from "./dom.js";

export class Composer {
  #field = part("composer");
  #menu = part("mention-menu");
  /** What has been mentioned in the words so far. */
  #mentioned = [];
  #search;
  #round = 0;

  /** `search(query)` finds what can be mentioned; null where nothing can. */
  constructor({ send, stop, search }) {
    this.#search = search;
    part("composer-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const content = this.content();
      if (content.length > 0 && send(content)) this.set("");
    });
    part("stop").addEventListener("click", stop);
    this.#field.addEventListener("input", () => void this.#suggest());
    this.#field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#menu.hidden) this.#close();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (this.#menu.hidden) part("composer-form").requestSubmit();
      else this.#menu.querySelector("button")?.click();
    });
  }

  focus() {
    this.#field.focus();
  }

  set(text, content = []) {
    this.#mentioned = [];
    this.#field.value = text;
    for (const each of content) {
      if (each.type === "input_tag") {
        this.#mentioned.push({ ...each, title: each.text });
        this.#field.value += `@${each.text}`;
      } else this.#field.value += each.text;
    }
    this.#close();
  }

  draw({ streaming, mayCancel, disabled, placeholder }) {
    this.#field.placeholder = placeholder;
    this.#field.disabled = disabled;
    part("send").hidden = streaming;
    part("send").disabled = disabled;
    part("stop").hidden = !streaming || !mayCancel;
  }

  /** What is written, as content of a message: words, and what they mention. */
  content() {
    let rest = this.#field.value.trim();
    const content = [];
    while (rest !== "") {
      const found = this.#mentioned
        .map((entity) => ({ entity, place: rest.indexOf(`@${entity.title}`) }))
        .filter(({ place }) => place >= 0)
        .sort((a, b) => a.place - b.place)[0];
      const words = found ? rest.slice(0, found.place) : rest;
      if (words !== "") content.push({ type: "input_text", text: words });
      if (!found) break;
      const { id, title, group, data = {}, interactive = false } = found.entity;
      content.push({ type: "input_tag", id, text: title, data, interactive, ...(group && { group }) });
      rest = rest.slice(found.place + title.length + 1);
    }
    return content;
  }

  async #suggest() {
    const round = ++this.#round;
    const query = /(?:^|\s)@([^@\s]*)$/.exec(this.#field.value)?.[1];
    if (query === undefined || !this.#search) return this.#close();
    const entities = await this.#search(query);
    if (round !== this.#round) return;
    const options = entities.map((entity) =>
      button("mention-option", entity.title, () => this.#mention(entity, query), { data: { id: entity.id } }),
    );
    this.#menu.replaceChildren(...options);
    this.#menu.hidden = options.length === 0;
  }

  #mention(entity, query) {
    this.#mentioned.push(entity);
    const words = this.#field.value.slice(0, this.#field.value.length - query.length - 1);
    this.#field.value = `${words}@${entity.title} `;
    this.#close();
    this.#field.focus();
  }

  #close() {
    this.#round += 1;
    this.#menu.hidden = true;
  }
}
