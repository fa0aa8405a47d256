/** Drawing words: links, mentions, and paragraphs; the little of Markdown that answers have. */
import { make } from "./dom.js";

const LINK = /\[([^\]]+)\]\(([a-z-]+:\/\/[^)\s]+)\)|(https?:\/\/[^\s)]+)/g;

/** Words with links in them. `onDeeplink` hears of those that are the app's own. */
export function withLinks(text, onDeeplink) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(end, match.index), link(match[1] ?? match[3], match[2] ?? match[3], onDeeplink));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function link(words, address, onDeeplink) {
  const own = address.startsWith("chatkit-link://");
  const target = own ? {} : { target: "_blank", rel: "noopener noreferrer" };
  const element = make("a", "link", { href: address, ...target }, words);
  if (own) {
    element.addEventListener("click", (event) => {
      event.preventDefault();
      const { hostname, searchParams } = new URL(address);
      onDeeplink({ name: hostname, data: Object.fromEntries(searchParams) });
    });
  }
  return element;
}

/** Something that was mentioned: a click opens it, the pointer or the keyboard on it previews it. */
export function entityChip(entity, label, entities) {
  const chip = make("button", "entity", { type: "button", data: { id: entity.id } }, label);
  if (!entity.interactive) {
    chip.disabled = true;
    return chip;
  }
  chip.addEventListener("click", () => entities.click(entity));
  for (const name of ["pointerenter", "focus"]) {
    chip.addEventListener(name, () => entities.preview(entity, chip));
  }
  for (const name of ["pointerleave", "blur"]) chip.addEventListener(name, () => entities.endPreview());
  return chip;
}

/** An answer: its words, with what its annotations name after it. */
export function answerWords({ text, annotations = [] }, entities, onDeeplink) {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((words) => make("p", null, {}, ...withLinks(words, onDeeplink)));
  for (const paragraph of paragraphs) paragraph.style.whiteSpace = "pre-wrap";
  const sources = annotations
    .filter(Boolean)
    .map(({ source }) =>
      source.type === "entity"
        ? entityChip(source, source.inline_label ?? source.label ?? source.title, entities)
        : make("cite", "source", {}, source.title ?? source.url),
    );
  return [...paragraphs, ...sources];
}
