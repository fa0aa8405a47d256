/** The commands that the window itself carries out. */
import { useCallback } from "react";
import { useCommands, useCommandTable } from "../keys/registry";
import type { Key } from "../keys/keyboard";
import { useSettingsPlace } from "../settings/place";
import { useSettings } from "../settings/useSettings";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { useShortcuts } from "./shortcuts";
import type { DetailTask } from "./useDetailTask";
import type { Frame } from "./useFrame";
import type { PlaceState } from "./usePlace";

/** Whether the keyboard is somewhere in a part of the window. */
function hasKeyboard(part: HTMLElement | null | undefined): boolean {
  return part?.contains(document.activeElement) ?? false;
}

/** Gives back what runs the command of a key that was pressed in the chat's frame. */
export function useFrameCommands(
  frame: Frame,
  { place, go, leaveSearch }: PlaceState,
  detail: DetailTask,
  actions: Actions,
  closeToast: () => void,
): (key: Key) => void {
  const { column, pane, toList } = frame;
  const goTo = useCallback(
    (to: Place) => {
      go(to);
      setTimeout(toList);
    },
    [go, toList],
  );
  useCommandTable({
    search: () => {
      if (place.kind === "search") document.getElementById("search")?.focus();
      else go({ kind: "search" });
    },
    chat: frame.swapChat,
    details: detail.openActive,
    undo: () => {
      void actions.undo(null);
      closeToast();
    },
    redo: () => {
      void actions.redo();
      closeToast();
    },
    add: () => column.current?.add(),
    sheet: () => frame.setSheet(!frame.sheet),
    back: () => {
      if (frame.tight && frame.sideOver) frame.setSide(false);
      else if (pane.shown !== null && (frame.narrow || hasKeyboard(frame.details.current?.element)))
        frame.setPane(null);
      else if (place.kind === "search") leaveSearch();
      else if (pane.shown === "detail" && hasKeyboard(column.current?.element)) frame.setPane(null);
      else toList();
    },
    go_inbox: () => goTo({ kind: "inbox" }),
    go_today: () => goTo({ kind: "today" }),
    go_upcoming: () => goTo({ kind: "upcoming" }),
    go_someday: () => goTo({ kind: "someday" }),
    go_all: () => goTo({ kind: "open" }),
    go_completed: () => goTo({ kind: "completed" }),
    go_trash: () => goTo({ kind: "trash" }),
    go_activity: () => goTo({ kind: "activity" }),
  });
  const commands = useCommands();
  const { settings } = useSettings();
  const { open } = useSettingsPlace();
  // Over the settings a letter is no command of the tasks beneath.
  return useShortcuts((command) => void commands.run(command), settings.general.single_keys && !open);
}
