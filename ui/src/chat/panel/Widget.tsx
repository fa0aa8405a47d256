import { useActs } from "./acts";
import type { WidgetItem } from "./items";
import { readWidget, type WidgetButton } from "./widget";

/** A widget as text, with the buttons that the server answers. */
export function Widget({ item }: { item: WidgetItem }) {
  const { free, act } = useActs();
  const { lines, buttons } = readWidget(item.widget);
  const press = ({ action, quick }: WidgetButton) => {
    if (quick || free) act(item.id, action, quick);
  };
  if (lines.length === 0 && buttons.length === 0) return null;
  return (
    <div className="widget">
      {lines.length > 0 && (
        <ul>
          {lines.map((line, place) => (
            <li key={place}>
              {line.kind === "row" ? (
                <button
                  type="button"
                  className="row-button"
                  aria-disabled={!line.button.quick && !free}
                  onClick={() => press(line.button)}
                >
                  {line.words.map((words, at) => (
                    <span key={at} className={at === 0 ? undefined : "quiet"} dir="auto">
                      {words}
                    </span>
                  ))}
                </button>
              ) : (
                <span className={line.look} dir="auto">
                  {line.words}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {buttons.length > 0 && (
        <div className="acts">
          {buttons.map((button, place) => (
            <button
              key={place}
              type="button"
              className={["btn", (button.first || button.danger) && "soft", button.danger && "danger"]
                .filter(Boolean)
                .join(" ")}
              aria-disabled={!button.quick && !free}
              onClick={() => press(button)}
            >
              {button.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
