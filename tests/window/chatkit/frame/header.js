/** The header: title, history, a new thread, and the actions of the page around the frame. */
import { button, make, part } from "./dom.js";

/** `does` is what its buttons do; the actions of the options are called by their place. */
export function drawHeader({ header = {}, history = {} }, title, does) {
  const box = part("header");
  box.hidden = header.enabled === false;
  const action = (side) =>
    header[`${side}Action`] &&
    button(
      `header-${side}`,
      header[`${side}Action`].icon,
      () => does.action(`header.${side}Action.onClick`),
      {
        data: { icon: header[`${side}Action`].icon },
      },
    );
  const shownTitle = header.title?.enabled === false ? "" : (header.title?.text ?? title ?? "");
  const parts = [
    action("left"),
    make("h1", "title", {}, shownTitle),
    history.enabled === false ? null : button("history-open", "History", does.history),
    button("new-thread", "New chat", does.startNew),
    action("right"),
  ];
  box.replaceChildren(...parts.filter(Boolean));
}
