//! The profile as files: where it is, its backups, its check, what is kept for how long, beginning
//! anew.

use serde::{Deserialize, Serialize};
use store::{Backup, Keep, Keeping, Store};
use task::{Actor, Code, Failure};
use tauri::State;
use ts_rs::TS;

use super::Arg;
use crate::profile::Profile;

/// The profile as files.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Data {
    /// Its folder.
    folder: String,
    /// The size of its database, in bytes.
    #[ts(type = "number")]
    bytes: u64,
    /// Its backups, the newest first.
    backups: Vec<BackupFile>,
    /// How many tasks are in the trash.
    #[ts(type = "number")]
    trash: u64,
    /// How long things are kept.
    kept: KeptFor,
}

/// A backup in the profile's folder.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupFile {
    /// The name of its file.
    name: String,
    /// When it was made.
    #[ts(as = "String")]
    at: jiff::Timestamp,
    /// Its size.
    #[ts(type = "number")]
    bytes: u64,
}

/// For how many days things are kept; `null`: until somebody removes them.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeptFor {
    /// Tasks in the trash.
    trash: Option<u16>,
    /// The activity, and with it what can be undone.
    activity: Option<u16>,
}

/// What bringing a backup back, or beginning anew, did.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BroughtBack {
    /// The group that takes it back.
    group: task::GroupId,
    /// How many tasks, lists and filters changed.
    #[ts(type = "number")]
    changed: u64,
    /// How many conversations came back.
    #[ts(type = "number")]
    threads: u64,
    /// The backup of the state before.
    before: String,
}

/// What the check found.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Checked {
    /// What is wrong, a sentence each; empty where all is well.
    problems: Vec<String>,
    /// How many tasks were looked at.
    #[ts(type = "number")]
    tasks: u64,
}

/// A folder that may be opened.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Folder {
    /// The profile's.
    Data,
    /// Its backups'.
    Backups,
    /// The one in which diagnostics are written.
    Downloads,
}

impl From<&Backup> for BackupFile {
    fn from(backup: &Backup) -> Self {
        Self {
            name: name_of(backup),
            at: backup.at,
            bytes: backup.bytes,
        }
    }
}

impl BackupFile {
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name == name
    }
}

fn name_of(backup: &Backup) -> String {
    let name = backup.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn days(keep: Keep) -> Option<u16> {
    match keep {
        Keep::Days(days) => Some(days),
        Keep::ForEver => None,
    }
}

async fn look(store: &Store) -> Result<Data, Failure> {
    let keeping = store.keeping().await?;
    let backups = store.backups().await?;
    let file = store.folder().join("calm-orbit.db");
    let bytes = tokio::fs::metadata(file).await;
    Ok(Data {
        folder: store.folder().display().to_string(),
        bytes: bytes.map_or(0, |file| file.len()),
        backups: backups.iter().map(BackupFile::from).collect(),
        trash: store.trash_size().await?,
        kept: KeptFor {
            trash: days(keeping.trash),
            activity: days(keeping.activity),
        },
    })
}

/// The profile as files.
#[tauri::command]
pub(crate) async fn data(profile: State<'_, Profile>) -> Result<Data, Failure> {
    look(&profile.open().await?.store).await
}

/// Makes a backup now.
#[tauri::command]
pub(crate) async fn back_up(profile: State<'_, Profile>) -> Result<Data, Failure> {
    let open = profile.open().await?;
    open.store.back_up_now().await?;
    look(&open.store).await
}

fn brought_back(restored: &store::Restored) -> BroughtBack {
    BroughtBack {
        group: restored.group,
        changed: restored.changed,
        threads: restored.threads,
        before: name_of(&restored.before),
    }
}

/// Brings tasks, lists and filters back to what a backup has. The person has agreed.
#[tauri::command]
pub(crate) async fn restore_backup(
    profile: State<'_, Profile>,
    name: Arg<String>,
) -> Result<BroughtBack, Failure> {
    let open = profile.open().await?;
    // Only what is in the list: a page names no files.
    let backups = open.store.backups().await?;
    let Some(backup) = backups.iter().find(|backup| name_of(backup) == name.0) else {
        return Err(Failure {
            code: Code::NotFound,
            message: "This backup is gone. Nothing was changed; choose another one.".to_owned(),
        });
    };
    let restored = open.store.restore(&backup.path, Actor::Person).await?;
    Ok(brought_back(&restored))
}

/// Moves everything to the trash, after a backup. The person has agreed.
#[tauri::command]
pub(crate) async fn reset_data(profile: State<'_, Profile>) -> Result<BroughtBack, Failure> {
    let open = profile.open().await?;
    Ok(brought_back(&open.store.clear(Actor::Person).await?))
}

/// Looks through the whole database.
#[tauri::command]
pub(crate) async fn check_data(profile: State<'_, Profile>) -> Result<Checked, Failure> {
    let report = profile.open().await?.store.check().await?;
    Ok(Checked {
        problems: report.problems,
        tasks: report.tasks,
    })
}

/// Derives everything that can be derived anew, and looks through the database once more.
#[tauri::command]
pub(crate) async fn repair_data(profile: State<'_, Profile>) -> Result<Checked, Failure> {
    profile.open().await?.store.repair().await?;
    check_data(profile).await
}

/// Sets how long things are kept.
#[tauri::command]
pub(crate) async fn keep(profile: State<'_, Profile>, kept: Arg<KeptFor>) -> Result<Data, Failure> {
    let open = profile.open().await?;
    let keep = |days: Option<u16>| days.map_or(Keep::ForEver, Keep::Days);
    let keeping = Keeping {
        trash: keep(kept.0.trash),
        activity: keep(kept.0.activity),
    };
    open.store.keep(keeping).await?;
    look(&open.store).await
}

/// Purges what is in the trash for good, and says how many tasks that were. The person has agreed.
#[tauri::command]
pub(crate) async fn empty_trash(profile: State<'_, Profile>) -> Result<u64, Failure> {
    Ok(profile.open().await?.store.empty_trash().await?)
}

/// Shows a folder in the system's file browser.
#[tauri::command]
pub(crate) async fn open_folder(
    profile: State<'_, Profile>,
    folder: Arg<Folder>,
) -> Result<(), Failure> {
    // Also of a profile that can't be opened.
    let data = profile.folder().to_owned();
    let path = match folder.0 {
        Folder::Data => data,
        Folder::Backups => data.join("backups"),
        Folder::Downloads => host::diagnostics::downloads()?,
    };
    let opening = tauri::async_runtime::spawn_blocking(move || open::that_detached(path));
    let opened = opening.await.map_err(|error| error.to_string());
    opened
        .and_then(|opened| opened.map_err(|error| error.to_string()))
        .map_err(|error| {
            tracing::warn!(error, "a folder cannot be opened");
            Failure {
                code: Code::Unavailable,
                message: "The folder could not be opened: this system names no program for it."
                    .to_owned(),
            }
        })
}
