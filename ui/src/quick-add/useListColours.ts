/** The colours of the lists that a line names. */
import { useCallback, useEffect, useState } from "react";
import { colourInTurn } from "../design/colours";
import type { Colour } from "../ipc/bindings/Colour";
import type { Span } from "../ipc/bindings/Span";
import { call } from "../ipc/host";

/** Gives the colour of a list by its name; null for one that is yet to be made. */
export function useListColours(spans: readonly Span[]): (name: string) => Colour | null {
  const [known, setKnown] = useState<ReadonlyMap<string, Colour | null>>(new Map());
  const named = spans.flatMap((span) => (span.kind === "list" ? [span.name.toLowerCase()] : []));
  const [wanted] = named.filter((name) => !known.has(name));
  useEffect(() => {
    if (wanted === undefined) return;
    let stale = false;
    const learn = (colour: Colour | null) => {
      if (!stale) setKnown((before) => new Map(before).set(wanted, colour));
    };
    call("quick_add_names", { kind: "list", letters: wanted }).then(
      (offered) => {
        const list = offered.find(({ name }) => name.toLowerCase() === wanted);
        learn(list ? (list.colour ?? colourInTurn(list.nth)) : null);
      },
      () => learn(null),
    );
    return () => {
      stale = true;
    };
  }, [wanted]);
  return useCallback((name: string) => known.get(name.toLowerCase()) ?? null, [known]);
}
