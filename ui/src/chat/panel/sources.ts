/** Finds what an answer speaks of in its words, so that it can be clicked where it stands. */
import type { Annotation } from "./items";

/** The part of hast, the tree of a Markdown text, that this needs. */
type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
};
type Place = { annotation: number; start: number; end: number; chip: boolean };

/** How far from its place the words of a source may stand, in UTF-16 units: marks of Markdown lie between. */
const NEAR = 24;

/** What a source is called where it is not named in the words. */
export function nameOf({ source }: Annotation): string {
  if (source.type === "entity") return source.inline_label ?? source.label ?? source.title;
  return source.title;
}

/**
 * A plugin for the tree: an annotation whose title stands at its place makes those words a
 * `<button data-source>`; any other becomes a small one behind its place. Those without a place are
 * left out; whoever draws the text shows them after it.
 */
export function withSources(annotations: readonly Annotation[]) {
  return () => (tree: Node) => {
    const texts: Node[] = [];
    collect(tree, texts);
    const places = new Map<Node, Place[]>();
    annotations.forEach((annotation, number) => {
      const found = placeOf(annotation, texts, places);
      if (!found) return;
      const list = places.get(found.text) ?? [];
      list.push({ annotation: number, start: found.start, end: found.end, chip: found.start === found.end });
      places.set(found.text, list);
    });
    replace(tree, places, annotations);
  };
}

function collect(node: Node, texts: Node[]): void {
  if (node.type === "text" && node.position !== undefined) texts.push(node);
  for (const child of node.children ?? []) collect(child, texts);
}

function from(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function placeOf(
  { index, source: { title } }: Annotation,
  texts: readonly Node[],
  taken: ReadonlyMap<Node, readonly Place[]>,
): { text: Node; start: number; end: number } | null {
  if (index === undefined) return null;
  let best: { text: Node; start: number; end: number; away: number } | null = null;
  for (const text of texts) {
    const value = text.value ?? "";
    for (let at = value.indexOf(title); title !== "" && at >= 0; at = value.indexOf(title, at + 1)) {
      const end = at + title.length;
      const away = Math.min(Math.abs(from(text) + end - index), Math.abs(from(text) + at - index));
      const free = !taken.get(text)?.some((place) => at < place.end && place.start < end);
      if (free && away <= NEAR && (best === null || away < best.away)) best = { text, start: at, end, away };
    }
  }
  if (best) return best;
  const text = texts.findLast((node) => from(node) <= index) ?? texts[0];
  if (!text) return null;
  const at = Math.min(index - from(text), text.value?.length ?? 0);
  const inside = taken.get(text)?.find((place) => place.start < at && at < place.end);
  const end = Math.max(0, inside?.end ?? at);
  return { text, start: end, end };
}

function replace(
  node: Node,
  places: ReadonlyMap<Node, readonly Place[]>,
  annotations: readonly Annotation[],
): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    const here = places.get(child);
    if (!here) {
      replace(child, places, annotations);
      return [child];
    }
    const value = child.value ?? "";
    const parts: Node[] = [];
    let at = 0;
    for (const { annotation, start, end, chip } of [...here].sort((a, b) => a.end - b.end)) {
      if (start > at) parts.push({ type: "text", value: value.slice(at, start) });
      const said = annotations[annotation];
      const words = chip ? (said ? nameOf(said) : "") : value.slice(start, end);
      parts.push({
        type: "element",
        tagName: "button",
        properties: { dataSource: annotation, dataChip: chip },
        children: [{ type: "text", value: words }],
      });
      at = Math.max(at, end);
    }
    if (at < value.length) parts.push({ type: "text", value: value.slice(at) });
    return parts;
  });
}
