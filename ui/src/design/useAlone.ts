import { type RefObject, useLayoutEffect } from "react";

/** While it is there, nothing beside the element can be reached; it must be a child of the page's body. */
export function useAlone(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const others = [...document.body.children].filter(
      (other) => other !== element.current && !(other as HTMLElement).inert,
    ) as HTMLElement[];
    for (const other of others) other.inert = true;
    return () => {
      for (const other of others) other.inert = false;
    };
  }, [element]);
}
