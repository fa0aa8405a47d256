//! Backups, and bringing them back.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use jiff::{Timestamp, Zoned};
use serde::Serialize;
use store::{Restored, Store};
use task::{Actor, Code, Error, GroupId};

use crate::arguments::{Backup, RestoreBackup};
use crate::connection::{Connection, options};
use crate::out::Out;
use crate::say;

/// The folder of backups in a profile.
const FOLDER: &str = "backups";

/// A backup, in JSON.
#[derive(Serialize)]
struct File<'a> {
    path: &'a Path,
    at: Timestamp,
    bytes: u64,
}

impl<'a> File<'a> {
    fn new(backup: &'a store::Backup) -> Self {
        Self {
            path: &backup.path,
            at: backup.at,
            bytes: backup.bytes,
        }
    }
}

/// What bringing a backup back did, in JSON.
#[derive(Serialize)]
struct Answer<'a> {
    /// By which it can be taken back; `null` where the backup took the place of a damaged file.
    group: Option<GroupId>,
    /// How many tasks, lists and filters changed.
    changed: Option<u64>,
    /// The copy of the state before, or the damaged file.
    before: Option<&'a Path>,
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

fn absolute(path: &Path) -> Result<PathBuf, Error> {
    std::path::absolute(path).map_err(|error| unavailable(path, error))
}

fn unavailable(path: &Path, error: io::Error) -> Error {
    Error::Storage {
        code: Code::Unavailable,
        message: format!("{} cannot be used: {error}.", path.display()),
        source: Some(Box::new(error)),
    }
}

/// Copies everything into a file.
pub(super) async fn backup(store: &Store, backup: Backup, out: &mut Out) -> Result<(), Error> {
    let to = match backup.file {
        Some(file) => absolute(&file)?,
        None => {
            let folder = store.folder().join(FOLDER);
            std::fs::create_dir_all(&folder).map_err(|error| unavailable(&folder, error))?;
            let name = Timestamp::now().strftime("calm-orbit-%Y%m%dT%H%M%S.%3fZ.db");
            folder.join(name.to_string())
        }
    };
    let made = store.backup(&to).await?;
    if out.json {
        return out.value(&File::new(&made));
    }
    let (path, size) = (made.path.display(), size(made.bytes));
    out.text(&format!("Copied everything to {path} ({size}).\n"));
    Ok(())
}

/// Lists the profile's backups, also where its database can't be opened.
pub(super) async fn backups(connection: &Connection, out: &mut Out) -> Result<(), Error> {
    let all = store::Backup::of_profile(&connection.folder()?).await?;
    if out.json {
        let all: Vec<File<'_>> = all.iter().map(File::new).collect();
        return out.value(&all);
    }
    let now = Zoned::now();
    for backup in &all {
        out.text(&format!(
            "{:<20}  {:>9}  {}\n",
            say::instant(backup.at, &now),
            size(backup.bytes),
            backup.path.display()
        ));
    }
    if all.is_empty() {
        out.text("No backups yet. calm-orbit backup makes one.\n");
    }
    Ok(())
}

/// Brings the tasks back to what a backup has. Where the database is damaged, the backup takes its
/// place.
pub(super) async fn restore(
    connection: &Connection,
    restore: RestoreBackup,
    out: &mut Out,
) -> Result<(), Error> {
    let from = absolute(&restore.file)?;
    if !from.is_file() {
        return Err(Error::not_found(format!(
            "There is no file {}. calm-orbit backups lists the backups.",
            from.display()
        )));
    }
    let ours = match connection.store().await {
        Ok(store) => Ok(store),
        Err(error) if error.code() == Code::DamagedDatabase => Err(error),
        Err(error) => return Err(error),
    };
    if !restore.yes {
        let what = match ours {
            Ok(_) => "Bring all tasks back to what this backup has?",
            Err(_) => "The database is damaged. Put this backup in its place?",
        };
        confirm(what)?;
    }
    let damaged = match ours {
        Ok(store) => match store.restore(&from, Actor::Person).await {
            Ok(restored) => return tell(&restored, out),
            // The file opened, but is not whole; or the backup isn't.
            Err(error) if error.code() == Code::DamagedDatabase => error,
            Err(error) => return Err(error),
        },
        Err(error) => error,
    };
    connection.close().await;
    let aside = match store::rescue(&connection.folder()?, &from, &options()).await {
        Ok(aside) => aside,
        Err(error) if error.code() == Code::Denied => return Err(damaged),
        Err(error) => return Err(error),
    };
    if out.json {
        return out.value(&Answer {
            group: None,
            changed: None,
            before: aside.as_deref(),
        });
    }
    out.text("The backup took the place of the damaged database.\n");
    if let Some(aside) = aside {
        out.text(&format!("The damaged one is {} now.\n", aside.display()));
    }
    Ok(())
}

fn tell(restored: &Restored, out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.value(&Answer {
            group: Some(restored.group),
            changed: Some(restored.changed),
            before: Some(&restored.before.path),
        });
    }
    out.text(&format!(
        "Tasks, lists and filters that changed: {}. calm-orbit undo takes it back; what was there before is in {}.\n",
        restored.changed,
        restored.before.path.display()
    ));
    Ok(())
}

/// Asks on a terminal.
fn confirm(question: &str) -> Result<(), Error> {
    if !io::stdin().is_terminal() {
        return Err(Error::invalid(
            "Nobody can be asked here. Say --yes, and it is done. Nothing was changed.",
        ));
    }
    let mut answer = String::new();
    let mut stderr = io::stderr().lock();
    let asked = write!(stderr, "{question} [y/N] ").and_then(|()| stderr.flush());
    let read = asked.and_then(|()| io::stdin().lock().read_line(&mut answer));
    if read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes") {
        return Ok(());
    }
    Err(Error::invalid("Nothing was changed."))
}
