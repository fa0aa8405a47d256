// Which window may call which command. The one list: the build script makes a permission of each
// line, `lib.rs` the handler; a test compares the capability files and the TypeScript with it.
// `build.rs` includes this file, so it has nothing but the macro.
macro_rules! grants {
    ($reader:ident) => {
        $reader! {
            app::status => ["main"];
            app::reopen => ["main"];
            app::window_ready => ["main"];
            app::requests => ["main"];
            app::open_link => ["main"];
            tasks::watch => ["main"];
            tasks::view => ["main"];
            tasks::view_ids => ["main"];
            tasks::rows => ["main"];
            tasks::progress => ["main"];
            tasks::overview => ["main"];
            tasks::search => ["main"];
            tasks::read_quick_add => ["main", "quick-add"];
            tasks::add_task => ["main", "quick-add"];
            tasks::edit_tasks => ["main"];
            tasks::complete_tasks => ["main"];
            tasks::delete_tasks => ["main"];
            tasks::restore_tasks => ["main"];
            tasks::undo => ["main"];
            tasks::redo => ["main"];
            tasks::place_tasks => ["main"];
            tasks::add_subtask => ["main"];
            tasks::skip_occurrence => ["main"];
            tasks::end_recurrence => ["main"];
            tasks::next_dues => ["main"];
            tasks::read_due => ["main"];
            tasks::activity => ["main"];
            lists::add_list => ["main"];
            lists::edit_list => ["main"];
            lists::place_list => ["main"];
            lists::delete_list => ["main"];
            lists::add_filter => ["main"];
            lists::edit_filter => ["main"];
            lists::delete_filter => ["main"];
            settings::settings => ["main"];
            settings::save_settings => ["main"];
            settings::surroundings => ["main"];
            welcome::add_samples => ["main"];
            welcome::count_samples => ["main"];
            welcome::remove_samples => ["main"];
            welcome::keep_samples => ["main"];
            reminders::reminders_state => ["main"];
            reminders::pause_reminders => ["main"];
            reminders::snooze_task => ["main"];
            shortcut::shortcut_state => ["main"];
            shortcut::set_shortcut => ["main"];
            quick_add::quick_add_listen => ["quick-add"];
            quick_add::quick_add_names => ["quick-add"];
            quick_add::quick_add_draft => ["quick-add"];
            quick_add::quick_add_fit => ["quick-add"];
            quick_add::quick_add_close => ["quick-add"];
            chat::chat => ["main"];
            chat::chat_cancel => ["main"];
            chat::chat_settled => ["main"];
            chat_frame::chat_start => ["main"];
            chat_frame::chat_set => ["main"];
            chat_frame::chat_ticket => ["main"];
            chat_frame::chat_tags => ["main"];
            chat_frame::chat_preview => ["main"];
            chat_hosted::chat_secret => ["main"];
            chat_hosted::chat_sign_out => ["main"];
            chat_hosted::chat_tool => ["main"];
            secrets::secret_set => ["main"];
            secrets::secret_clear => ["main"];
            secrets::secret_has => ["main"];
            secrets::keychain => ["main"];
            secrets::keychain_session => ["main"];
        }
    };
}
