//! The TypeScript of the contract between pages and Rust, kept in `ui/src/ipc/bindings/`: the
//! types that commands take and give, and which window has which command.
//!
//! The test fails where the files are not what they should be; `script/bindings` writes them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use host::chat::{Entity, ToolOutcome};
use host::reminders::ReminderState;
use secrets::{KeychainState, SecretName, SecretState};
use task::quick_add::{QuickAdd, TextRange};
use task::{
    Activity, ActivityQuery, Applied, Beside, Changed, Failure, NamePatch, Overview, Progress,
    Search, Snooze, TaskPatch, Undone, View,
};
use ts_rs::{Config, TS};

use crate::autostart::StartAtLogin;
use crate::commands::about::About;
use crate::commands::chat_frame::ChatStart;
use crate::commands::data::{BroughtBack, Checked, Data, Folder, KeptFor};
use crate::commands::mcp_clients::{McpClient, McpServer};
use crate::commands::quick_add::{NameKind, OfferedName};
use crate::commands::tags::TagChanged;
use crate::commands::tasks::ViewRows;
use crate::page::Request;
use crate::profile::Status;
use crate::quick_add::QuickAddMessage;
use crate::settings::{AllSettings, SettingsGroup};
use crate::shortcut::ShortcutState;
use crate::surroundings::Surroundings;
use crate::updates::UpdateState;

/// Set to anything, it makes the test write the files.
const WRITE: &str = "CALM_ORBIT_WRITE_BINDINGS";

macro_rules! windows {
    ($($module:ident :: $name:ident => $windows:tt;)*) => {
        /// Each command, with the windows that may call it.
        const GRANTS: &[(&str, &[&str])] = &[$((stringify!($name), &$windows)),*];
    };
}
grants!(windows);

/// The commands of each window.
fn by_window() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut windows = BTreeMap::<_, Vec<_>>::new();
    for (command, allowed) in GRANTS {
        for window in *allowed {
            windows.entry(*window).or_default().push(*command);
        }
    }
    windows
}

fn commands_ts() -> String {
    let mut text = String::from(
        "// Generated from src-tauri/src/grants.rs by script/bindings. Do not edit.\n\n\
         /** The commands of each window. */\nexport const commands = {\n",
    );
    for (window, commands) in by_window() {
        writeln!(text, "  {window:?}: {commands:?},").unwrap();
    }
    text.push_str("} as const;\n");
    text
}

fn generate(folder: &Path) {
    let config = Config::new().with_out_dir(folder);
    About::export_all(&config).unwrap();
    Activity::export_all(&config).unwrap();
    ActivityQuery::export_all(&config).unwrap();
    AllSettings::export_all(&config).unwrap();
    Applied::export_all(&config).unwrap();
    Beside::export_all(&config).unwrap();
    BroughtBack::export_all(&config).unwrap();
    Changed::export_all(&config).unwrap();
    Checked::export_all(&config).unwrap();
    Data::export_all(&config).unwrap();
    Failure::export_all(&config).unwrap();
    Folder::export_all(&config).unwrap();
    KeptFor::export_all(&config).unwrap();
    McpClient::export_all(&config).unwrap();
    McpServer::export_all(&config).unwrap();
    NamePatch::export_all(&config).unwrap();
    Overview::export_all(&config).unwrap();
    Progress::export_all(&config).unwrap();
    QuickAdd::export_all(&config).unwrap();
    ReminderState::export_all(&config).unwrap();
    Request::export_all(&config).unwrap();
    Search::export_all(&config).unwrap();
    SettingsGroup::export_all(&config).unwrap();
    Snooze::export_all(&config).unwrap();
    StartAtLogin::export_all(&config).unwrap();
    Status::export_all(&config).unwrap();
    Surroundings::export_all(&config).unwrap();
    TagChanged::export_all(&config).unwrap();
    TaskPatch::export_all(&config).unwrap();
    TextRange::export_all(&config).unwrap();
    Undone::export_all(&config).unwrap();
    UpdateState::export_all(&config).unwrap();
    View::export_all(&config).unwrap();
    ViewRows::export_all(&config).unwrap();
    ChatStart::export_all(&config).unwrap();
    Entity::export_all(&config).unwrap();
    ToolOutcome::export_all(&config).unwrap();
    SecretName::export_all(&config).unwrap();
    SecretState::export_all(&config).unwrap();
    KeychainState::export_all(&config).unwrap();
    NameKind::export_all(&config).unwrap();
    OfferedName::export_all(&config).unwrap();
    QuickAddMessage::export_all(&config).unwrap();
    ShortcutState::export_all(&config).unwrap();
    fs::write(folder.join("commands.ts"), commands_ts()).unwrap();
}

fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    entries
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into(),
                fs::read_to_string(entry.path()).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_typescript_is_what_rust_says() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/bindings");
    let fresh = tempfile::tempdir().unwrap();
    generate(fresh.path());
    let fresh = files(fresh.path());
    if std::env::var_os(WRITE).is_some() {
        drop(fs::remove_dir_all(&kept));
        fs::create_dir_all(&kept).unwrap();
        for (name, text) in &fresh {
            fs::write(kept.join(name), text).unwrap();
        }
    }
    let kept = files(&kept);
    for name in kept.keys().chain(fresh.keys()) {
        assert!(
            kept.get(name) == fresh.get(name),
            "ui/src/ipc/bindings/{} is out of date. Run script/bindings and commit what it writes.",
            name.display()
        );
    }
}

#[test]
fn each_capability_grants_what_the_list_says_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let mut granted = BTreeMap::new();
    for text in files(&folder).values() {
        let capability: serde_json::Value = serde_json::from_str(text).unwrap();
        let texts =
            |key: &str| -> Vec<String> { serde_json::from_value(capability[key].clone()).unwrap() };
        let windows = texts("windows");
        assert_eq!(windows.len(), 1, "one capability file for each window");
        assert_eq!(capability["identifier"], windows[0].as_str());
        for key in ["remote", "local", "webviews", "platforms"] {
            assert!(
                capability.get(key).is_none(),
                "{key} has no place in a capability"
            );
        }
        granted.insert(windows[0].clone(), texts("permissions"));
    }
    let listed: BTreeMap<String, Vec<String>> = by_window()
        .into_iter()
        .map(|(window, commands)| {
            let permission = |name: &str| format!("allow-{}", name.replace('_', "-"));
            (
                window.to_owned(),
                commands.into_iter().map(permission).collect(),
            )
        })
        .collect();
    assert_eq!(granted, listed);
    let config: serde_json::Value =
        serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
    let enabled: Vec<String> =
        serde_json::from_value(config["app"]["security"]["capabilities"].clone()).unwrap();
    assert_eq!(enabled, listed.into_keys().collect::<Vec<_>>());
}
