/** Notes as they are read: a safe part of Markdown, as React elements. Nothing is loaded, no HTML is taken. */
import { memo, type ReactNode, useMemo } from "react";
import Markdown, { type Components } from "react-markdown";
import { webPage } from "../../chat/setup/AskLink";
import { detailText } from "../../messages/detail";
import { withBoxesAndAddresses } from "./tree";

/** The marks that notes may use. What is left out shows as its text. */
const ALLOWED = [
  ...["p", "strong", "em", "ul", "ol", "li", "code", "pre", "br", "hr", "blockquote"],
  ...["a", "img", "input", "h1", "h2", "h3", "h4", "h5", "h6"],
];
const PLUGINS = [withBoxesAndAddresses];

type Props = {
  children: string;
  onLink: (address: string) => void;
  /** Ticks or unticks the entry that begins there; null where that can't be done. */
  onTick: ((at: number, done: boolean) => void) | null;
};

/** Words that lead to a page of the web, after a question. No `<a>`: the window itself must go nowhere. */
function Goes({
  address,
  onLink,
  children,
}: {
  address: string;
  onLink: Props["onLink"];
  children: ReactNode;
}) {
  const page = webPage(address);
  if (page === null) return children;
  return (
    <span
      role="link"
      tabIndex={0}
      className="named"
      title={page.href}
      onClick={() => onLink(page.href)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        onLink(page.href);
      }}
    >
      {children}
    </span>
  );
}

export const NotesText = memo(function NotesText({ children, onLink, onTick }: Props) {
  const components = useMemo<Components>(() => {
    const heading = ({ children: words }: { children?: ReactNode }) => <h4 dir="auto">{words}</h4>;
    return {
      h1: heading,
      h2: heading,
      h3: heading,
      h4: heading,
      h5: heading,
      h6: heading,
      p: ({ children: words }) => <p dir="auto">{words}</p>,
      li: ({ node, children: words }) => (
        <li dir="auto" className={node?.properties["dataBox"] === true ? "box" : undefined}>
          {words}
        </li>
      ),
      a: ({ href = "", children: words }) => (
        <Goes address={href} onLink={onLink}>
          {words}
        </Goes>
      ),
      img: ({ src, alt = "" }) => (
        <Goes address={typeof src === "string" ? src : ""} onLink={onLink}>
          {detailText.pictureOf(alt)}
        </Goes>
      ),
      input: ({ node, checked }) => {
        const { dataAt: at, dataWords: words } = node?.properties ?? {};
        return (
          <input
            type="checkbox"
            aria-label={detailText.tick(typeof words === "string" ? words : "")}
            checked={checked === true}
            disabled={onTick === null}
            onChange={(event) => {
              if (typeof at === "number") onTick?.(at, event.target.checked);
            }}
          />
        );
      },
    };
  }, [onLink, onTick]);
  return (
    <Markdown
      allowedElements={ALLOWED}
      unwrapDisallowed
      skipHtml
      rehypePlugins={PLUGINS}
      components={components}
    >
      {children}
    </Markdown>
  );
});
