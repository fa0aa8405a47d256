/** The host: the native side of the window. The only file that knows Tauri. */
import { Channel, invoke } from "@tauri-apps/api/core";
import type { ThreadStreamEvent } from "../chat/panel/protocol";
import type { About } from "./bindings/About";
import type { Activity } from "./bindings/Activity";
import type { ActivityQuery } from "./bindings/ActivityQuery";
import type { AllSettings } from "./bindings/AllSettings";
import type { Applied } from "./bindings/Applied";
import type { Beside } from "./bindings/Beside";
import type { BroughtBack } from "./bindings/BroughtBack";
import type { Channel as UpdateChannel } from "./bindings/Channel";
import type { Changed } from "./bindings/Changed";
import type { ChatSettings } from "./bindings/ChatSettings";
import type { ChatStart } from "./bindings/ChatStart";
import type { Checked } from "./bindings/Checked";
import type { Colour } from "./bindings/Colour";
import type { Data } from "./bindings/Data";
import type { Due } from "./bindings/Due";
import type { Entity } from "./bindings/Entity";
import type { Folder } from "./bindings/Folder";
import type { KeptFor } from "./bindings/KeptFor";
import type { KeychainState } from "./bindings/KeychainState";
import type { McpClient } from "./bindings/McpClient";
import type { McpServer } from "./bindings/McpServer";
import type { NamePatch } from "./bindings/NamePatch";
import type { Overview } from "./bindings/Overview";
import type { Progress } from "./bindings/Progress";
import type { NameKind } from "./bindings/NameKind";
import type { OfferedName } from "./bindings/OfferedName";
import type { QuickAddMessage } from "./bindings/QuickAddMessage";
import type { ShortcutState } from "./bindings/ShortcutState";
import type { QuickAdd } from "./bindings/QuickAdd";
import type { Reminder } from "./bindings/Reminder";
import type { ReminderState } from "./bindings/ReminderState";
import type { Request } from "./bindings/Request";
import type { Search } from "./bindings/Search";
import type { SecretName } from "./bindings/SecretName";
import type { SecretState } from "./bindings/SecretState";
import type { SettingsGroup } from "./bindings/SettingsGroup";
import type { Snooze } from "./bindings/Snooze";
import type { StartAtLogin } from "./bindings/StartAtLogin";
import type { Status } from "./bindings/Status";
import type { Surroundings } from "./bindings/Surroundings";
import type { TagChanged } from "./bindings/TagChanged";
import type { Task } from "./bindings/Task";
import type { TaskPatch } from "./bindings/TaskPatch";
import type { ToolOutcome } from "./bindings/ToolOutcome";
import type { Undone } from "./bindings/Undone";
import type { UpdateState } from "./bindings/UpdateState";
import type { View } from "./bindings/View";
import type { ViewRows } from "./bindings/ViewRows";
import { noteFailed, noteWorked } from "./health";

/** A place in a text, in UTF-16 units. */
export type Range = { start: number; end: number };
export type { Channel };

/** The group of an earlier call, of which this one is a part: both are taken back as one. */
export type Part = { group?: string | undefined };

/** Every command of the window: what goes in, what comes out. Each rejects with a `Failure`. */
export type Commands = {
  status: [undefined, Status];
  reopen: [undefined, Status];
  /** To the copy of this name, which the status has offered. */
  go_back: [{ name: string }, Status];
  window_ready: [undefined, null];
  requests: [{ on_request: Channel<Request> }, null];
  open_link: [{ address: string }, null];
  watch: [{ on_change: Channel<Changed> }, null];
  view: [{ view: View }, ViewRows];
  /** 16 bytes for each id. */
  view_ids: [{ view: View }, ArrayBuffer];
  rows: [{ ids: readonly string[] }, Task[]];
  progress: [{ ids: readonly string[] }, Progress[]];
  overview: [undefined, Overview];
  read_quick_add: [{ text: string; refused: readonly Range[] }, QuickAdd];
  /** Right after a task, or in a list, where the text names no list. */
  add_task: [
    {
      text: string;
      refused: readonly Range[];
      list: string | null;
      due: string | null;
      after?: string | undefined;
    },
    Applied,
  ];
  edit_tasks: [{ ids: string[]; patch: TaskPatch } & Part, Applied];
  complete_tasks: [{ ids: string[]; completed: boolean } & Part, Applied];
  delete_tasks: [{ ids: string[] } & Part, Applied];
  restore_tasks: [{ ids: string[] } & Part, Applied];
  duplicate_tasks: [{ ids: string[] } & Part, Applied];
  undo: [{ group: string | null }, Undone];
  redo: [undefined, Undone];
  place_tasks: [{ ids: string[]; beside: Beside } & Part, Applied];
  add_subtask: [{ parent: string; text: string }, Applied];
  skip_occurrence: [{ id: string; date: string }, Applied];
  end_recurrence: [{ id: string }, Applied];
  next_dues: [{ id: string; limit: number }, Due[]];
  read_due: [{ words: string }, Due | null];
  read_reminder: [{ words: string }, Reminder | null];
  activity: [{ query: ActivityQuery }, Activity[]];
  add_list: [{ name: string; colour: Colour | null }, string];
  edit_list: [{ id: string; patch: NamePatch }, Applied];
  place_list: [{ id: string; after: string | null }, Applied];
  delete_list: [{ id: string }, Applied];
  add_filter: [{ name: string; query: string; colour: Colour | null }, string];
  edit_filter: [{ id: string; patch: NamePatch }, Applied];
  delete_filter: [{ id: string }, Applied];
  rename_tag: [{ tag: string; name: string }, TagChanged];
  delete_tag: [{ tag: string }, TagChanged];
  settings: [undefined, AllSettings];
  save_settings: [{ change: SettingsGroup }, AllSettings];
  surroundings: [undefined, Surroundings];
  start_at_login: [undefined, StartAtLogin];
  set_start_at_login: [{ on: boolean }, StartAtLogin];
  /** A line for each; one that begins with a tab is a subtask of the last one before that doesn't. */
  add_samples: [{ lines: string[] }, Applied];
  count_samples: [undefined, number];
  remove_samples: [undefined, Applied];
  keep_samples: [undefined, null];
  data: [undefined, Data];
  back_up: [undefined, Data];
  restore_backup: [{ name: string }, BroughtBack];
  reset_data: [undefined, BroughtBack];
  check_data: [undefined, Checked];
  repair_data: [undefined, Checked];
  keep: [{ kept: KeptFor }, Data];
  /** How many tasks are gone for good. */
  empty_trash: [undefined, number];
  open_folder: [{ folder: Folder }, null];
  mcp_clients: [undefined, McpClient[]];
  mcp_server: [undefined, McpServer];
  about: [undefined, About];
  /** Where they were written. */
  export_diagnostics: [undefined, string];
  shortcut_state: [undefined, ShortcutState];
  set_shortcut: [{ keys: string | null }, ShortcutState];
  update_state: [undefined, UpdateState];
  /** `back`: for the stable version that is older than the beta that runs. */
  look_for_update: [{ back: boolean }, UpdateState];
  choose_channel: [{ channel: UpdateChannel }, UpdateState];
  download_update: [undefined, UpdateState];
  cancel_update: [undefined, UpdateState];
  restart_to_update: [undefined, null];
  /** The draft that was kept. */
  quick_add_listen: [{ on_message: Channel<QuickAddMessage> }, string];
  quick_add_names: [{ kind: NameKind; letters: string }, OfferedName[]];
  quick_add_draft: [{ text: string }, null];
  quick_add_fit: [{ height: number }, null];
  quick_add_close: [undefined, null];
  search: [{ search: Search }, Task[]];
  reminders_state: [undefined, ReminderState];
  pause_reminders: [{ minutes: number | null }, ReminderState];
  /** By a preset or in words; gives back until when. */
  snooze_task: [{ id: string; preset: Snooze | null; words: string | null }, string];
  /** Shows a notification now. Rejects where the desktop shows none. */
  test_reminder: [undefined, null];
  chat: [{ body: string; turn: string; events: Channel<ThreadStreamEvent> }, unknown];
  chat_cancel: [{ turn: string }, null];
  chat_settled: [{ thread: string }, boolean];
  chat_start: [undefined, ChatStart];
  chat_set: [{ settings: ChatSettings }, ChatStart];
  chat_ticket: [undefined, string];
  chat_tags: [{ query: string }, Entity[]];
  chat_preview: [{ entity: string }, unknown];
  chat_secret: [{ current: string | null }, string];
  chat_sign_out: [undefined, null];
  chat_tool: [{ name: string; params: Record<string, unknown>; agreed: boolean }, ToolOutcome];
  secret_set: [{ name: SecretName; value: string }, SecretState];
  secret_clear: [{ name: SecretName }, SecretState];
  secret_has: [{ name: SecretName }, SecretState];
  keychain: [undefined, KeychainState];
  keychain_session: [{ on: boolean }, KeychainState];
};

type Args<K extends keyof Commands> = Commands[K][0] extends undefined ? [] : [args: Commands[K][0]];

/** Calls one command of the host. */
export function call<K extends keyof Commands>(name: K, ...[args]: Args<K>): Promise<Commands[K][1]> {
  const answer = invoke<Commands[K][1]>(name, args);
  answer.then(() => noteWorked(name), noteFailed);
  return answer;
}

/** A channel on which the host sends messages until the window closes. */
export function channel<T>(receive: (message: T) => void): Channel<T> {
  return new Channel<T>(receive);
}
