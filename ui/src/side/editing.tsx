/** What is being added or edited in the side list: asked for from the palette, the search or the side itself. */
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
import type { SavedFilter } from "../ipc/bindings/SavedFilter";
import { useCommandTable } from "../keys/registry";
import type { FilterPlace } from "../tasks/places";
import { file } from "../load/file";
import { part } from "../load/part";

const FilterForm = part(
  file(() => import("./FilterForm")),
  (form) => form.FilterForm,
  { opens: true },
);

/** A filter that is there already, or a new one with what is known of it. */
export type FilterDraft = { filter: SavedFilter } | { filter: null; name: string; query: string };

type Editing = {
  /** A list is being added. */
  addingList: boolean;
  setAddingList: (adding: boolean) => void;
  editFilter: (draft: FilterDraft) => void;
};

const Context = createContext<Editing>({
  addingList: false,
  setAddingList: () => undefined,
  editFilter: () => undefined,
});

/** What the window does for it. */
type Host = {
  /** Brings the side list into sight. */
  onShowSide: () => void;
  onGo: (place: FilterPlace) => void;
  say: (message: string, group?: string | null) => void;
};

const HostContext = createContext<{ current: Host | null }>({ current: null });

/** Says what the window does for the side list. */
export function useSideHost(host: Host): void {
  const hostRef = useContext(HostContext);
  useEffect(() => {
    hostRef.current = host;
  });
}

export function SideEditing({ children }: { children: ReactNode }) {
  const host = useRef<Host>(null);
  const [addingList, setAddingList] = useState(false);
  const [draft, setDraft] = useState<FilterDraft | null>(null);
  const editFilter = useCallback((wanted: FilterDraft) => setDraft(wanted), []);
  useCommandTable({
    add_list: () => {
      host.current?.onShowSide();
      setAddingList(true);
    },
    add_filter: () => setDraft({ filter: null, name: "", query: "" }),
  });
  const editing = useMemo(() => ({ addingList, setAddingList, editFilter }), [addingList, editFilter]);
  return (
    <Context value={editing}>
      <HostContext value={host}>{children}</HostContext>
      {draft !== null && (
        <FilterForm
          draft={draft}
          onClose={() => setDraft(null)}
          onSaved={(message, group, added) => {
            setDraft(null);
            host.current?.say(message, group);
            if (added) host.current?.onGo(added);
          }}
        />
      )}
    </Context>
  );
}

export function useSideEditing(): Editing {
  return useContext(Context);
}
