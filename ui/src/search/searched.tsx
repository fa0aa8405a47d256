/** The words that are searched, for whoever shows what was found. */
import { createContext, useContext } from "react";
import { searchText } from "../messages/search";
import { Marked } from "./Marked";
import { marksOf, snippetOf, wordsOf } from "./marks";

const Context = createContext("");

/** Around what was found; the empty text marks nothing. */
export const SearchedWords = Context;

/** The query of a filter that finds the same; null where there is no word. */
export function filterOf(words: string): string | null {
  const all = words.match(/[\p{L}\p{M}\p{N}]+/gu);
  return all === null ? null : `search: ${all.join(" ")}`;
}

/** A text with the searched words in bold. */
export function Found({ text }: { text: string }) {
  const words = wordsOf(useContext(Context));
  return words.length === 0 ? text : <Marked text={text} ranges={marksOf(text, words)} />;
}

/** The part of the notes in which the words stand that the title lacks. */
export function FoundInNotes({ title, notes }: { title: string; notes: string }) {
  const words = wordsOf(useContext(Context));
  const missing = words.filter((word) => marksOf(title, [word]).length === 0);
  const snippet = missing.length === 0 ? null : snippetOf(notes, missing);
  if (snippet === null) return null;
  return (
    <span className="snippet" dir="auto">
      <span className="vh">{searchText.notes} </span>
      <Marked text={snippet} ranges={marksOf(snippet, words)} />
    </span>
  );
}
