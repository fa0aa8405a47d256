/** The commands that the window itself carries out. */
import { useCallback } from "react";
import { useCommand, useCommands, useCommandTable } from "../keys/registry";
import type { Key } from "../keys/keyboard";
import { useSettingsPlace } from "../settings/place";
import { useSettings } from "../settings/useSettings";
import type { Place } from "../tasks/places";
import type { Actions } from "../tasks/useActions";
import { useShortcuts } from "./shortcuts";
import type { Frame } from "./useFrame";
import type { PlaceState } from "./usePlace";

/** Gives back what runs the command of a key that was pressed in the chat's frame. */
export function useFrameCommands(
  frame: Frame,
  { place, go, leaveSearch }: PlaceState,
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
    chat: () => frame.setPane(pane.shown === "chat" ? null : "chat"),
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
      else if (frame.narrow && pane.shown !== null) frame.setPane(null);
      else if (place.kind === "search") leaveSearch();
      else toList();
    },
    go_inbox: () => goTo({ kind: "inbox" }),
    go_today: () => goTo({ kind: "today" }),
    go_upcoming: () => goTo({ kind: "upcoming" }),
    go_someday: () => goTo({ kind: "someday" }),
    go_all: () => goTo({ kind: "open" }),
    go_completed: () => goTo({ kind: "completed" }),
    go_trash: () => goTo({ kind: "trash" }),
  });
  const commands = useCommands();
  // Until there is a palette, searching is what comes nearest to it.
  useCommand("palette", () => void commands.run("search"));
  const { settings } = useSettings();
  const { open } = useSettingsPlace();
  // Over the settings a letter is no command of the tasks beneath.
  return useShortcuts((command) => void commands.run(command), settings.general.single_keys && !open);
}
