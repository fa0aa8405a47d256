import { useEffect, useRef } from "react";
import { text } from "../messages/en";

type Props = {
  words: string;
  onWords: (words: string) => void;
  onLeave: () => void;
  onDown: () => void;
  onEnter: () => void;
  /** How many were found, in words. */
  found: string;
};

/** The search field, where the name of a place stands; Enter searches in full; Down, or Enter again, goes to the hits. */
export function SearchField({ words, onWords, onLeave, onDown, onEnter, found }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <>
      <h1 className="vh">{text.search}</h1>
      <input
        ref={field}
        id="search"
        type="text"
        role="searchbox"
        className="search"
        aria-label={text.searchLabel}
        placeholder={text.searchLabel}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            onLeave();
          } else if (event.key === "ArrowDown") {
            event.preventDefault();
            onDown();
          } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onEnter();
          }
        }}
      />
      <p role="status">{found}</p>
    </>
  );
}
