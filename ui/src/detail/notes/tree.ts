/** What Markdown alone doesn't know in notes: boxes to tick, and addresses that stand as plain words. */

/** The part of hast, the tree of a Markdown text, that this needs. */
export type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
  position?: { start: { offset?: number } };
};

const BOX = /^\[([ xX])\][ \t]+/u;
/** An address as people paste it; what closes a sentence after it isn't part of it. */
const ADDRESS = /https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]/giu;

/**
 * A plugin for the tree: the first words of an entry `- [ ]` become an `<input data-at>` that knows where the entry
 * begins in the text, and addresses become links.
 */
export function withBoxesAndAddresses() {
  return (tree: Node): void => walk(tree);
}

function walk(node: Node): void {
  if (node.tagName === "li") box(node);
  if (node.tagName === "a" || node.tagName === "code" || node.tagName === "pre") return;
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") return linked(child.value ?? "");
    walk(child);
    return [child];
  });
}

function box(entry: Node): void {
  const at = entry.position?.start.offset;
  const holder = entry.children?.find(
    (child) => child.tagName === "p" || (child.type === "text" && child.value?.trim() !== ""),
  );
  const inside = holder?.tagName === "p" ? holder : entry;
  const first = holder?.tagName === "p" ? holder.children?.[0] : holder;
  const found = first?.type === "text" ? BOX.exec(first.value ?? "") : null;
  if (!found || !first || at === undefined || inside.children === undefined) return;
  first.value = (first.value ?? "").slice(found[0].length);
  entry.properties = { ...entry.properties, dataBox: true };
  const input: Node = {
    type: "element",
    tagName: "input",
    properties: { dataAt: at, checked: found[1] !== " ", dataWords: wordsOf(inside) },
    children: [],
  };
  inside.children.splice(inside.children.indexOf(first), 0, input);
}

/** The words of an entry without those of the lists in it. */
function wordsOf(node: Node): string {
  if (node.type === "text") return node.value ?? "";
  if (node.tagName === "ul" || node.tagName === "ol") return "";
  return (node.children ?? []).map(wordsOf).join("").trim();
}

function linked(words: string): Node[] {
  const parts: Node[] = [];
  let from = 0;
  for (const { 0: address, index } of words.matchAll(ADDRESS)) {
    if (index > from) parts.push({ type: "text", value: words.slice(from, index) });
    parts.push({
      type: "element",
      tagName: "a",
      properties: { href: address },
      children: [{ type: "text", value: address }],
    });
    from = index + address.length;
  }
  if (from < words.length || parts.length === 0) parts.push({ type: "text", value: words.slice(from) });
  return parts;
}
