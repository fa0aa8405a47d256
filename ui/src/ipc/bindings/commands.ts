// Generated from src-tauri/src/grants.rs by script/bindings. Do not edit.

/** The commands of each window. */
export const commands = {
  "main": ["status", "reopen", "window_ready", "requests", "open_link", "watch", "view", "view_ids", "rows", "progress", "overview", "search", "read_quick_add", "add_task", "edit_tasks", "complete_tasks", "delete_tasks", "restore_tasks", "undo", "redo", "place_tasks", "add_subtask", "skip_occurrence", "end_recurrence", "next_dues", "read_due", "activity", "add_list", "edit_list", "place_list", "delete_list", "add_filter", "edit_filter", "delete_filter", "settings", "save_settings", "surroundings", "add_samples", "count_samples", "remove_samples", "keep_samples", "data", "back_up", "restore_backup", "reset_data", "check_data", "repair_data", "keep", "empty_trash", "open_folder", "mcp_clients", "mcp_server", "about", "export_diagnostics", "reminders_state", "pause_reminders", "snooze_task", "shortcut_state", "set_shortcut", "chat", "chat_cancel", "chat_settled", "chat_start", "chat_set", "chat_ticket", "chat_tags", "chat_preview", "chat_secret", "chat_sign_out", "chat_tool", "secret_set", "secret_clear", "secret_has", "keychain", "keychain_session"],
  "quick-add": ["read_quick_add", "add_task", "quick_add_listen", "quick_add_names", "quick_add_draft", "quick_add_fit", "quick_add_close"],
} as const;
