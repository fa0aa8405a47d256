/** Where the settings are: they fill the window, and what was there before is kept beneath them. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type CommandId, commandIds } from "../keys/commands";
import { useCommand, useCommands, useCommandTable } from "../keys/registry";
import { file } from "../load/file";
import { part } from "../load/part";
import type { PageId } from "./contents";

const SettingsScreen = part(
  file(() => import("./SettingsScreen")),
  (settings) => settings.SettingsScreen,
  { opens: true },
);

export type SettingsPlace = {
  open: boolean;
  show: (page?: PageId) => void;
  close: () => void;
};

const Context = createContext<SettingsPlace>({ open: false, show: () => undefined, close: () => undefined });

export function useSettingsPlace(): SettingsPlace {
  return useContext(Context);
}

/** What works over the settings as it does elsewhere. Every other command belongs to the tasks, and goes back to them. */
const alsoHere: ReadonlySet<CommandId> = new Set([
  "settings",
  "back",
  "palette",
  "sheet",
  "zoom_in",
  "zoom_out",
  "zoom_reset",
]);

export function SettingsPlaceProvider({ children }: { children: ReactNode }) {
  const [page, setPage] = useState<PageId | null>(null);
  const before = useRef<Element | null>(null);
  const commands = useCommands();
  const open = page !== null;

  const show = useCallback((to: PageId = "general") => {
    setPage((now) => {
      if (now === null) before.current = document.activeElement;
      return to;
    });
  }, []);
  const close = useCallback(() => setPage(null), []);
  // The keyboard goes back to where it was, once that may have it again.
  const was = useRef(false);
  useEffect(() => {
    if (!open && was.current) {
      const to = before.current;
      if (to instanceof HTMLElement && to.isConnected && to !== document.body) to.focus();
      else commands.run("back");
    }
    was.current = open;
  }, [open, commands]);
  useCommand("settings", () => (open ? close() : show()));

  const place = useMemo(() => ({ open, show, close }), [open, show, close]);
  return (
    <Context value={place}>
      <div className="beneath" inert={open}>
        {children}
      </div>
      {page !== null && (
        <>
          <WayBack onLeave={close} />
          <SettingsScreen
            meanwhile={<div className="settings" />}
            page={page}
            onPage={setPage}
            onClose={close}
          />
        </>
      )}
    </Context>
  );
}

/** A command of the tasks leaves the settings and then runs. */
function WayBack({ onLeave }: { onLeave: () => void }) {
  const commands = useCommands();
  const leave = (id: CommandId) => () => {
    onLeave();
    setTimeout(() => commands.run(id));
  };
  const theirs = commandIds.filter((id) => !alsoHere.has(id)).map((id) => [id, leave(id)]);
  useCommandTable(Object.fromEntries(theirs) as Partial<Record<CommandId, () => void>>);
  return null;
}
