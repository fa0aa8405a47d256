/** The window: side list, list, right pane; what lies over what when it is narrow. */
import { useCallback, useEffect, useRef, useState } from "react";
import { ChatPane } from "../chat/ChatPane";
import { useChat } from "../chat/panel/useChat";
import { useToday } from "../dates/useToday";
import type { Command } from "../keys/commands";
import { Icon } from "../design/Icon";
import { useMedia } from "../design/useMedia";
import { keys, text } from "../messages/en";
import { SideList } from "../side/SideList";
import { type ColumnHandle, ListColumn } from "../tasks/ListColumn";
import { type Place, placeKey, placeNow } from "../tasks/places";
import { useActions } from "../tasks/useActions";
import { useOverview } from "../tasks/useOverview";
import { remember, remembered } from "../storage/remember";
import { ShortcutSheet } from "./ShortcutSheet";
import { useShortcuts } from "./shortcuts";
import { Toaster } from "./Toaster";
import { useRequests } from "./useRequests";
import { windowReady } from "./windowReady";

export function MainWindow() {
  const today = useToday();
  const overview = useOverview(today);
  const [place, setPlace] = useState<Place>({ kind: "today" });
  const [cameFrom, setCameFrom] = useState<Place>({ kind: "today" });
  const { actions, toast, closeToast, trouble, closeTrouble } = useActions();
  const narrow = useMedia("(max-width: 959.98px)");
  const tight = useMedia("(max-width: 719.98px)");
  const [chatWanted, setChatWanted] = useState(() => remembered("chat") !== "closed");
  const [chatOver, setChatOver] = useState(false); // the pane lies over the list
  const [sideOver, setSideOver] = useState(false);
  const [sheet, setSheet] = useState(false);
  const column = useRef<ColumnHandle>(null);
  const side = useRef<HTMLDivElement>(null);
  const chatField = useRef<HTMLTextAreaElement>(null);
  const backTo = useRef<HTMLElement | null>(null); // who had the keyboard before something opened over it
  const chat = useChat();
  const chatOpen = narrow ? chatOver : chatWanted;

  const go = useCallback(
    (to: Place) => {
      closeTrouble();
      setSideOver(false);
      if (to.kind === "search") {
        setPlace((now) => {
          if (now.kind !== "search") setCameFrom(now);
          return to;
        });
      } else setPlace(to);
    },
    [closeTrouble],
  );
  const leaveSearch = useCallback(() => {
    setPlace(cameFrom);
    setTimeout(() => column.current?.list());
  }, [cameFrom]);

  // A list that is gone has nothing to show any more; a filter shows what it is now.
  const now = overview === null ? place : placeNow(place, overview);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- follows what somebody else did to the data
    if (placeKey(now) !== placeKey(place)) go(now);
  }, [now, place, go]);

  const takeKeyboard = () => {
    backTo.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
  const giveKeyboardBack = () => {
    const to = backTo.current;
    backTo.current = null;
    setTimeout(() => {
      if (to?.isConnected && to !== document.body) to.focus();
      else column.current?.list();
    });
  };
  const setChatOpen = (open: boolean) => {
    if (open) {
      takeKeyboard();
      // Not whenever the pane appears: a window that grows brings it back by itself.
      setTimeout(() => chatField.current?.focus());
    } else giveKeyboardBack();
    if (narrow) {
      setSideOver(false);
      setChatOver(open);
    } else {
      setChatWanted(open);
      remember("chat", open ? "open" : "closed");
    }
  };
  const setSide = (open: boolean) => {
    if (open) {
      takeKeyboard();
      setTimeout(() => side.current?.querySelector<HTMLElement>("[aria-current]")?.focus());
    } else giveKeyboardBack();
    setChatOver(false);
    setSideOver(open);
  };

  const run = (command: Command) => {
    switch (command) {
      case "search":
        if (place.kind === "search") document.getElementById("search")?.focus();
        else go({ kind: "search" });
        break;
      case "chat":
        setChatOpen(!chatOpen);
        break;
      case "undo":
        void actions.undo(null);
        closeToast();
        break;
      case "redo":
        void actions.redo();
        closeToast();
        break;
      case "add":
        column.current?.add();
        break;
      case "sheet":
        setSheet((open) => !open);
        break;
      case "back":
        if (tight && sideOver) setSide(false);
        else if (narrow && chatOver) setChatOpen(false);
        else if (place.kind === "search") leaveSearch();
        else column.current?.list();
        break;
    }
  };
  useShortcuts(run);
  useRequests(() => {
    // Nothing may lie over the add box.
    setSheet(false);
    setSideOver(false);
    setChatOver(false);
    setTimeout(() => column.current?.add());
  });

  const sideShown = !tight || sideOver;
  const sideCovers = tight && sideOver;
  const covered = sideCovers || (narrow && chatOver);
  return (
    <div className="window" data-chat={chatOpen || undefined}>
      {sideShown && (
        <div ref={side} className={tight ? "over start" : "slot"} inert={covered && !sideCovers}>
          <SideList
            overview={overview}
            place={place}
            onGo={(to) => {
              go(to);
              if (tight) setTimeout(() => column.current?.list());
            }}
            close={
              tight && (
                <button
                  type="button"
                  className="ib"
                  aria-label={text.closeSide}
                  onClick={() => setSide(false)}
                >
                  <Icon name="close" />
                </button>
              )
            }
          />
        </div>
      )}
      <div className="slot" inert={covered}>
        <ListColumn
          ref={column}
          place={place}
          overview={overview}
          today={today}
          actions={actions}
          trouble={trouble}
          closeTrouble={closeTrouble}
          onGo={go}
          onLeaveSearch={leaveSearch}
          onShown={windowReady}
          before={
            tight ? (
              <button type="button" className="ib" aria-label={text.showSide} onClick={() => setSide(true)}>
                <Icon name="menu" />
              </button>
            ) : undefined
          }
          toaster={
            <Toaster
              toast={toast}
              onClose={closeToast}
              onUndo={(group) => {
                void actions.undo(group);
                column.current?.list();
              }}
            />
          }
          buttons={
            <button
              type="button"
              className="ib"
              aria-label={text.chatToggle(keys.chat)}
              title={text.chatToggle(keys.chat)}
              aria-pressed={chatOpen}
              onClick={() => setChatOpen(!chatOpen)}
            >
              <Icon name="chat" />
            </button>
          }
        />
      </div>
      {covered && (
        // The keyboard's way out is Esc.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div className="scrim" onClick={() => (sideCovers ? setSide(false) : setChatOpen(false))} />
      )}
      <div className={narrow ? "over end" : "slot"} hidden={!chatOpen}>
        <ChatPane chat={chat} field={chatField} onClose={() => setChatOpen(false)} />
      </div>
      <ShortcutSheet open={sheet} onOpenChange={setSheet} />
    </div>
  );
}
