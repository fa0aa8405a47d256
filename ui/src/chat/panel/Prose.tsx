import Markdown, { type Components } from "react-markdown";

/** The marks an answer may use. What is left out shows as its text; nothing is loaded and nothing is a link. */
const ALLOWED = ["p", "strong", "em", "ul", "ol", "li", "code", "pre", "br", "blockquote"];

const components: Components = {
  // A heading in a bubble is a strong line.
  p: ({ children }) => <p dir="auto">{children}</p>,
};

/** The assistant's words: a small, safe part of Markdown, as React elements. */
export function Prose({ children }: { children: string }) {
  return (
    <div className="says">
      <Markdown allowedElements={ALLOWED} unwrapDisallowed skipHtml components={components}>
        {children}
      </Markdown>
    </div>
  );
}
