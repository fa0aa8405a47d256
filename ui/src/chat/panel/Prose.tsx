import { type ReactNode, useMemo } from "react";
import Markdown, { type Components } from "react-markdown";
import { chatText } from "../../messages/chat";
import type { Annotation } from "./items";
import { Goes } from "./Goes";
import { Opens } from "./Opens";
import { nameOf, withSources } from "./sources";

/** The marks an answer may use. What is left out shows as its text; nothing is loaded. */
const ALLOWED = ["p", "strong", "em", "ul", "ol", "li", "code", "pre", "br", "blockquote", "a"];

/** What an answer speaks of, at its place: a click shows it, or asks to open it, where there is something to show. */
function Named({
  annotation,
  chip,
  children,
}: {
  annotation: Annotation;
  chip: boolean;
  children: ReactNode;
}) {
  const { source } = annotation;
  if (source.type === "url") {
    return (
      <Goes address={source.url} chip={chip}>
        {children}
      </Goes>
    );
  }
  if (source.type !== "entity" || source.interactive !== true) {
    return chip ? <span className="mention plain">{children}</span> : children;
  }
  return (
    <Opens entity={source.id} title={source.title} about={source.description} chip={chip}>
      {children}
    </Opens>
  );
}

type Props = { children: string; annotations?: readonly Annotation[] };
const NONE: readonly Annotation[] = [];

/** The assistant's words: a small, safe part of Markdown, as React elements. */
export function Prose({ children, annotations = NONE }: Props) {
  const plugins = useMemo(() => (annotations.length === 0 ? [] : [withSources(annotations)]), [annotations]);
  const components = useMemo<Components>(
    () => ({
      p: ({ children: words }) => <p dir="auto">{words}</p>,
      a: ({ href = "", children: words }) => <Goes address={href}>{words}</Goes>,
      button: ({ node, children: words }) => {
        const at = node?.properties["dataSource"];
        const annotation = typeof at === "number" ? annotations[at] : undefined;
        if (!annotation) return words;
        return (
          <Named annotation={annotation} chip={node?.properties["dataChip"] === true}>
            {words}
          </Named>
        );
      },
    }),
    [annotations],
  );
  // With no place of its own, a source stands after the words.
  const after = annotations.filter(({ index }) => index === undefined);
  return (
    <div className="says prose">
      <Markdown
        allowedElements={annotations.length === 0 ? ALLOWED : [...ALLOWED, "button"]}
        unwrapDisallowed
        skipHtml
        rehypePlugins={plugins}
        components={components}
      >
        {children}
      </Markdown>
      {after.length > 0 && (
        <ul className="sources" aria-label={chatText.sources}>
          {after.map((annotation, place) => (
            <li key={place}>
              <Named annotation={annotation} chip>
                {nameOf(annotation)}
              </Named>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
