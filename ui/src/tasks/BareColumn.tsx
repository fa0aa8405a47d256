/** The middle column while what stands in it is still being loaded: it keeps the place and the keyboard. */
import { type Ref, useImperativeHandle, useRef } from "react";
import type { ColumnHandle } from "./ListColumn";

export function BareColumn({ ref }: { ref: Ref<ColumnHandle> }) {
  const column = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => {
    const focus = () => column.current?.focus();
    return {
      get element() {
        return column.current;
      },
      add: focus,
      list: focus,
      shows: () => false,
      reveal: () => undefined,
    };
  }, []);
  return <main className="col main" ref={column} tabIndex={-1} />;
}
