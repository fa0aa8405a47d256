/** The window: side list, list, right pane; what lies over what when it is narrow. */
import { useCallback, useEffect, useState } from "react";
import { ChatPane } from "../chat/ChatPane";
import { useToday } from "../dates/useToday";
import { DetailPane } from "../detail/DetailPane";
import { CommandProvider } from "../keys/registry";
import { Icon } from "../design/Icon";
import { chatText } from "../messages/chat";
import { detailText } from "../messages/detail";
import { firstKeys } from "../keys/together";
import { file, loadAhead } from "../load/file";
import { part } from "../load/part";
import { text } from "../messages/en";
import { Palette } from "../palette/Palette";
import { SideEditing, useSideHost } from "../side/editing";
import { SideList } from "../side/SideList";
import { BareColumn } from "../tasks/BareColumn";
import { ListColumn } from "../tasks/ListColumn";
import { useActions } from "../tasks/useActions";
import { useOverdueToToday } from "../tasks/useOverdueToToday";
import { useOverview } from "../tasks/useOverview";
import { SettingsPlaceProvider, useSettingsPlace } from "../settings/place";
import { useSettings } from "../settings/useSettings";
import { useZoom } from "../settings/useZoom";
import { failureOf } from "../ipc/failure";
import { EmptyTrashAnywhere } from "./EmptyTrashAnywhere";
import { lookAtUpdates } from "../updates/store";
import { Toaster } from "./Toaster";
import { useDetailTask } from "./useDetailTask";
import { useFrame } from "./useFrame";
import { useFrameCommands } from "./useFrameCommands";
import { usePlace } from "./usePlace";
import { useRegions } from "./useRegions";
import { useRequests } from "./useRequests";
import { useReveal } from "./useReveal";
import { useStartFocus } from "./useStartFocus";
import { windowReady } from "./windowReady";

const ActivityColumn = part(
  file(() => import("../activity/ActivityColumn")),
  (activity) => activity.ActivityColumn,
);
const ShortcutSheet = part(
  file(() => import("./ShortcutSheet")),
  (sheet) => sheet.ShortcutSheet,
  { opens: true },
);

export function MainWindow() {
  return (
    <CommandProvider>
      <SettingsPlaceProvider>
        <SideEditing>
          <Window />
        </SideEditing>
      </SettingsPlaceProvider>
    </CommandProvider>
  );
}

function Window() {
  const today = useToday();
  const overview = useOverview(today);
  const { actions, toast, closeToast, trouble, closeTrouble } = useActions();
  const frame = useFrame();
  const { column, side, chat, details, pane, narrow, tight, sideOver, toList, setPane, setSide, closeSide } =
    frame;
  const onGo = useCallback(() => {
    closeTrouble();
    closeSide();
  }, [closeTrouble, closeSide]);
  const places = usePlace(overview, onGo);
  const { place, go } = places;
  const leaveSearch = useCallback(() => {
    places.leaveSearch();
    setTimeout(toList);
  }, [places, toList]);
  const { look } = useSettings();
  const settingsPlace = useSettingsPlace();
  useEffect(lookAtUpdates, []);
  useZoom((thrown) => actions.say(failureOf(thrown).message));
  const detail = useDetailTask(frame);
  const runKey = useFrameCommands(frame, { ...places, leaveSearch }, detail, actions, closeToast);
  const reveal = useReveal(frame, places, actions.say);
  useRegions();
  useOverdueToToday(overview, today, actions);
  useSideHost({
    onShowSide: () => {
      if (tight && !sideOver) setSide(true);
    },
    onGo: go,
    say: actions.say,
  });
  const [drawn, setDrawn] = useState(false); // there is something to see; the chat waits until then
  const startFocus = useStartFocus(frame, place, pane.shown === "detail" ? detail.task : null);
  const onShown = useCallback(() => {
    startFocus();
    void windowReady().then(() => {
      setDrawn(true);
      void loadAhead();
    });
  }, [startFocus]);
  useRequests({
    quick_add: () => {
      // Nothing may lie over the add box.
      settingsPlace.close();
      frame.uncover();
      setTimeout(() => column.current?.add());
    },
    key: runKey,
    look_at_chat: () => chat.current?.look(),
    look_at_settings: look,
    look_at_updates: lookAtUpdates,
    open_link: ({ address }) => {
      setPane("chat");
      chat.current?.askLink(address);
    },
    open_task: ({ id }) => {
      frame.uncover();
      void reveal(`task:${id}`, text.taskGone);
    },
    open_today: () => {
      frame.uncover();
      go({ kind: "today" });
      setTimeout(toList);
    },
    reminder: ({ title }) => actions.say(text.reminder(title)),
  });

  const chatOpen = pane.shown === "chat";
  const sideShown = !tight || sideOver;
  const sideCovers = tight && sideOver;
  const covered = sideCovers || (narrow && pane.shown !== null);
  const columnParts = {
    onShown,
    before: tight ? (
      <button type="button" className="ib" aria-label={text.showSide} onClick={() => setSide(true)}>
        <Icon name="menu" />
      </button>
    ) : undefined,
    toaster: (
      <Toaster
        toast={toast}
        onClose={closeToast}
        onUndo={(group) => {
          void actions.undo(group);
          toList();
        }}
      />
    ),
    buttons: (
      <>
        <button
          type="button"
          className="ib"
          aria-label={detailText.pane}
          title={detailText.pane}
          aria-pressed={pane.shown === "detail"}
          onClick={() => (pane.shown === "detail" ? setPane(null) : detail.openActive())}
        >
          <Icon name="panel" />
        </button>
        <button
          type="button"
          className="ib"
          aria-label={text.chatToggle(firstKeys("chat"))}
          title={text.chatToggle(firstKeys("chat"))}
          aria-pressed={chatOpen}
          onClick={frame.swapChat}
        >
          <Icon name="chat" />
        </button>
      </>
    ),
  };
  return (
    <div className="window" data-pane={pane.shown ?? undefined}>
      {sideShown && (
        <div ref={side} className={tight ? "over start" : "slot"} inert={covered && !sideCovers}>
          <SideList
            overview={overview}
            place={place}
            actions={actions}
            onGo={(to) => {
              go(to);
              if (tight) setTimeout(toList);
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
        {place.kind === "activity" ? (
          <ActivityColumn
            {...columnParts}
            meanwhile={<BareColumn ref={column} />}
            ref={column}
            overview={overview}
            today={today}
            actions={actions}
            onOpen={detail.open}
          />
        ) : (
          <ListColumn
            {...columnParts}
            ref={column}
            place={place}
            overview={overview}
            today={today}
            actions={actions}
            trouble={trouble}
            closeTrouble={closeTrouble}
            onGo={go}
            onActive={detail.follow}
            detail={pane.shown === "detail" ? detail.task : null}
            onLeaveSearch={leaveSearch}
          />
        )}
      </div>
      {covered && (
        // The keyboard's way out is Esc.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div className="scrim" onClick={() => (sideCovers ? setSide(false) : setPane(null))} />
      )}
      {pane.shown === "detail" && (
        <div className={narrow ? "over end" : "slot"}>
          <DetailPane
            ref={details}
            task={detail.task}
            overview={overview}
            today={today}
            actions={actions}
            onClose={() => setPane(null)}
            onOpen={detail.open}
            onAllActivity={() => {
              pane.uncover();
              go({ kind: "activity" });
              setTimeout(toList);
            }}
          />
        </div>
      )}
      <div className={narrow ? "over end" : "slot"} hidden={!chatOpen}>
        <ChatPane
          ref={chat}
          open={chatOpen && drawn}
          overview={overview}
          onClose={() => setPane(null)}
          onOpen={(entity) => void reveal(entity)}
          onKey={runKey}
          onChanged={(group) => actions.say(chatText.assistantChanged, group)}
        />
      </div>
      <Palette
        overview={overview}
        onGo={(to) => {
          go(to);
          setTimeout(toList);
        }}
        onTask={(id) => void reveal(`task:${id}`)}
        onAsk={(words) => {
          setPane("chat");
          chat.current?.ask(words);
        }}
        onLost={toList}
      />
      <EmptyTrashAnywhere say={actions.say} />
      {frame.sheet && <ShortcutSheet open onOpenChange={frame.setSheet} />}
    </div>
  );
}
