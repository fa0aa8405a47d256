/** Whether a query is understood, and how much it shows, as it is typed. */
import { useEffect, useRef, useState } from "react";
import { failureOf } from "../ipc/failure";
import { call } from "../ipc/host";

export type Fits = { query: string } & (
  { refused: string } | { refused: null; count: number; more: boolean }
);

/** As many come with the beginning of a view. */
const FIRST = 100;

/** Null until there is an answer; the answer to what was typed before stays until the next. */
export function useFits(query: string): Fits | null {
  const [fits, setFits] = useState<Fits | null>(null);
  const wanted = useRef("");
  const asking = useRef(false);
  useEffect(() => {
    wanted.current = query;
    if (asking.current || query === "") return;
    const ask = async () => {
      asking.current = true;
      for (let last = ""; wanted.current !== "" && wanted.current !== last;) {
        const asked = wanted.current;
        last = asked;
        try {
          const { first } = await call("view", { view: { kind: "filter", query: asked } });
          setFits({ query: asked, refused: null, count: first.length, more: first.length >= FIRST });
        } catch (thrown) {
          setFits({ query: asked, refused: failureOf(thrown).message });
        }
      }
      asking.current = false;
    };
    void ask();
  }, [query]);
  useEffect(
    () => () => {
      wanted.current = "";
    },
    [],
  );
  return query === "" ? null : fits;
}
