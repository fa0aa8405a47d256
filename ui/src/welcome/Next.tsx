/** The button that goes on; it has the keyboard. */
import { useEffect, useRef } from "react";
import { shownKeys } from "../keys/shown";

export function Next({ label, onPress }: { label: string; onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="acts">
      <button ref={button} type="button" className="btn soft" onClick={onPress}>
        {label} <kbd>{shownKeys("Enter")}</kbd>
      </button>
    </div>
  );
}
