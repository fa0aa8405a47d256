/** The window: side list, list, right pane; what lies over what when it is narrow. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type ChatHandle, ChatPane } from "../chat/ChatPane";
import { useToday } from "../dates/useToday";
import { CommandProvider, useCommands, useCommandTable } from "../keys/registry";
import { Icon } from "../design/Icon";
import { useMedia } from "../design/useMedia";
import { call } from "../ipc/host";
import { chatText } from "../messages/chat";
import { keys, text } from "../messages/en";
import { Palette } from "../palette/Palette";
import { SideList } from "../side/SideList";
import { type ColumnHandle, ListColumn } from "../tasks/ListColumn";
import { mentioned, placeOf } from "../tasks/mentioned";
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
  return (
    <CommandProvider>
      <Frame />
    </CommandProvider>
  );
}

function Frame() {
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
  const [shown, setShown] = useState(false); // there is something to see; the chat can wait until then
  const chat = useRef<ChatHandle>(null);
  const backTo = useRef<HTMLElement | null>(null); // who had the keyboard before something opened over it
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
      setTimeout(() => chat.current?.focus());
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

  const commands = useCommands();
  const goTo = useCallback(
    (to: Place) => {
      go(to);
      setTimeout(() => column.current?.list());
    },
    [go],
  );
  useCommandTable({
    search: () => {
      if (place.kind === "search") document.getElementById("search")?.focus();
      else go({ kind: "search" });
    },
    chat: () => setChatOpen(!chatOpen),
    undo: () => {
      void actions.undo(null);
      closeToast();
    },
    redo: () => {
      void actions.redo();
      closeToast();
    },
    add: () => column.current?.add(),
    sheet: () => setSheet((open) => !open),
    back: () => {
      if (tight && sideOver) setSide(false);
      else if (narrow && chatOver) setChatOpen(false);
      else if (place.kind === "search") leaveSearch();
      else column.current?.list();
    },
    go_inbox: () => goTo({ kind: "inbox" }),
    go_today: () => goTo({ kind: "today" }),
    go_upcoming: () => goTo({ kind: "upcoming" }),
    go_someday: () => goTo({ kind: "someday" }),
    go_all: () => goTo({ kind: "open" }),
    go_completed: () => goTo({ kind: "completed" }),
    go_trash: () => goTo({ kind: "trash" }),
  });
  const runKey = useShortcuts((command) => void commands.run(command), true);
  useRequests({
    quick_add: () => {
      // Nothing may lie over the add box.
      setSheet(false);
      setSideOver(false);
      setChatOver(false);
      setTimeout(() => column.current?.add());
    },
    key: runKey,
    look_at_chat: () => chat.current?.look(),
    open_link: ({ address }) => {
      setChatOpen(true);
      chat.current?.askLink(address);
    },
  });

  /** Shows what was mentioned in the chat. */
  const openMentioned = async (entity: string) => {
    const what = mentioned(entity);
    if (what === null) return;
    setChatOver(false);
    if (what.kind !== "task") {
      go(what);
      setTimeout(() => column.current?.list());
      return;
    }
    let at = place;
    if (column.current?.shows(what.id) !== true) {
      const [task] = await call("rows", { ids: [what.id] }).catch(() => []);
      if (task === undefined) {
        actions.say(chatText.notFound);
        return;
      }
      at = placeOf(task);
      go(at);
    }
    column.current?.reveal(what.id, at);
  };
  const onShown = useCallback(() => {
    windowReady();
    setShown(true);
  }, []);

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
          onShown={onShown}
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
        <ChatPane
          ref={chat}
          open={chatOpen && shown}
          overview={overview}
          onClose={() => setChatOpen(false)}
          onOpen={(entity) => void openMentioned(entity)}
          onKey={runKey}
          onChanged={(group) => actions.say(chatText.assistantChanged, group)}
        />
      </div>
      <Palette
        overview={overview}
        onGo={goTo}
        onTask={(id) => void openMentioned(`task:${id}`)}
        onAsk={(words) => {
          if (!chatOpen) setChatOpen(true);
          chat.current?.ask(words);
        }}
        onLost={() => column.current?.list()}
      />
      <ShortcutSheet open={sheet} onOpenChange={setSheet} />
    </div>
  );
}
