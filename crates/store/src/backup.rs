//! Backups: copies of the database, checked before they count, and thinned as they age.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OpenFlags};
use task::{Code, Error};

use crate::files::{make_folder, open_file, sync_folder};
use crate::first_open::is_from_before;
use crate::pool::blocking;
use crate::{Store, fault, rows, sql, thin};

/// The folder of the copies, in the profile's.
pub(crate) const FOLDER: &str = "backups";
/// What the name of an automatic backup looks like, for [`jiff::fmt::strtime`].
const AUTOMATIC: &str = "auto-%Y%m%dT%H%M%SZ.db";
/// How much older than the newest copy a change must be for another one.
const HOUR: Duration = Duration::from_secs(3_600);
const SECOND: SignedDuration = SignedDuration::from_secs(1);
/// How long the remains of a copy that was interrupted are left alone: somebody may be at it.
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A copy of the database in the folder `backups` of the profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub at: Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Backup {
    /// As [`Store::backups`], for a profile that may not open: its folder is all that is looked at.
    ///
    /// # Errors
    /// Where the folder can't be read.
    pub async fn of_profile(profile: &Path) -> Result<Vec<Self>, Error> {
        let folder = profile.join(FOLDER);
        blocking(move || list(&folder)).await
    }

    /// The newest copy that was made before a new version of the program opened the profile, which
    /// need not open now.
    ///
    /// # Errors
    /// Where the folder can't be read.
    pub async fn before_update(profile: &Path) -> Result<Option<Self>, Error> {
        let backups = Self::of_profile(profile).await?;
        Ok(backups
            .into_iter()
            .find(|backup| is_from_before(&backup.path)))
    }
}

impl Store {
    /// Copies the database, as it is at one moment, to the file `to`, which must not exist yet.
    /// Writers go on meanwhile. The copy is checked before it gets its name; only its owner can
    /// read it.
    ///
    /// # Errors
    /// `unavailable` where `to` exists or its folder doesn't; `disk_full`, `read_only`;
    /// `damaged_database` where what was copied is not whole. No file is left behind then.
    pub async fn backup(&self, to: &Path) -> Result<Backup, Error> {
        let (store, to) = (self.clone(), to.to_owned());
        blocking(move || {
            copy(&store.connect()?, &to)?;
            let bytes = size(&to)?;
            let at = store.now().timestamp();
            Ok(Backup {
                path: to,
                at,
                bytes,
            })
        })
        .await
    }

    /// The copies in the profile's folder `backups`, whoever made them, the newest first.
    ///
    /// # Errors
    /// Where the folder can't be read.
    pub async fn backups(&self) -> Result<Vec<Backup>, Error> {
        Backup::of_profile(self.folder()).await
    }

    /// Makes a backup in `backups/` under a name that says when, whatever stands there already.
    ///
    /// # Errors
    /// Those of [`Store::backup`].
    pub async fn back_up_now(&self) -> Result<Backup, Error> {
        let folder = self.folder().join(FOLDER);
        make_folder(&folder)?;
        // Where one was made in this second, the next one is free.
        let mut at = self.now().timestamp();
        while folder.join(name(at)).exists() {
            at = at.saturating_add(SECOND).map_err(fault::internal)?;
        }
        self.backup(&folder.join(name(at))).await
    }

    /// Makes an automatic backup if the newest is an hour old and something has changed since, and
    /// removes those that their age makes needless. Only files that it has made itself are
    /// counted, and removed. Answers the backup, if one was made.
    ///
    /// # Errors
    /// Those of [`Store::backup`].
    pub async fn back_up_if_due(&self) -> Result<Option<Backup>, Error> {
        let folder = self.folder().join(FOLDER);
        let store = self.clone();
        let due = blocking(move || {
            make_folder(&folder)?;
            sweep(&folder)?;
            let newest = automatic(&folder)?.into_iter().next();
            let Some(newest) = newest else {
                return Ok(true);
            };
            let age = store.now().timestamp().duration_since(newest.at);
            // One from the future tells that a clock was wrong, and nothing of its age.
            let fresh = !age.is_negative() && age.unsigned_abs() < HOUR;
            Ok::<_, Error>(!fresh && mark_of(&newest.path) != Some(mark(&store.connect()?)?))
        });
        let made = if due.await? {
            Some(self.back_up_now().await?)
        } else {
            None
        };
        self.thin_backups().await?;
        Ok(made)
    }

    async fn thin_backups(&self) -> Result<(), Error> {
        let folder = self.folder().join(FOLDER);
        let now = self.now();
        blocking(move || {
            let backups = automatic(&folder)?;
            let made: Vec<Timestamp> = backups.iter().map(|backup| backup.at).collect();
            let mut needless = thin::to_remove(&now, &made);
            let kept: Vec<(Timestamp, u64)> = backups
                .iter()
                .filter(|backup| !needless.contains(&backup.at))
                .map(|backup| (backup.at, backup.bytes))
                .collect();
            needless.extend(thin::beyond(thin::ROOM, &kept));
            for backup in backups
                .iter()
                .filter(|backup| needless.contains(&backup.at))
            {
                fs::remove_file(&backup.path).map_err(|error| fault::file(&backup.path, error))?;
            }
            Ok(())
        })
        .await
    }
}

/// The name of an automatic backup made at this instant.
fn name(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime(AUTOMATIC).to_string()
}

/// When the automatic backup of this name was made; `None` for any other file.
fn made_at(path: &Path) -> Option<Timestamp> {
    let text = path.file_name()?.to_str()?;
    let parsed = jiff::civil::DateTime::strptime(AUTOMATIC, text).ok()?;
    let at = parsed.to_zoned(TimeZone::UTC).ok()?.timestamp();
    // Nothing but the very name that is made.
    (name(at) == text).then_some(at)
}

fn size(path: &Path) -> Result<u64, Error> {
    fs::metadata(path)
        .map(|metadata| metadata.len())
        .map_err(|error| fault::file(path, error))
}

fn list(folder: &Path) -> Result<Vec<Backup>, Error> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|error| fault::file(folder, error))?,
    };
    let mut backups = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| fault::file(folder, error))?.path();
        // Another process may remove one meanwhile.
        let Ok(metadata) = fs::metadata(&path) else {
            continue;
        };
        if !metadata.is_file() || path.extension().is_none_or(|extension| extension != "db") {
            continue;
        }
        let changed = || {
            let changed = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            Timestamp::try_from(changed).unwrap_or(Timestamp::UNIX_EPOCH)
        };
        backups.push(Backup {
            at: made_at(&path).unwrap_or_else(changed),
            bytes: metadata.len(),
            path,
        });
    }
    backups.sort_by(|a, b| (b.at, &b.path).cmp(&(a.at, &a.path)));
    Ok(backups)
}

fn automatic(folder: &Path) -> Result<Vec<Backup>, Error> {
    let mut backups = list(folder)?;
    backups.retain(|backup| made_at(&backup.path).is_some());
    Ok(backups)
}

/// What tells whether anything changed between two states: the last change, and the last item of
/// the chat.
fn mark(connection: &Connection) -> Result<(i64, i64), Error> {
    Ok((
        rows::query_value(connection, sql::LAST_SEQ, [])?,
        rows::query_value(connection, sql::LAST_ITEM, [])?,
    ))
}

/// The mark of a copy; `None` where it can't be read.
fn mark_of(path: &Path) -> Option<(i64, i64)> {
    mark(&open_copy(path).ok()?).ok()
}

/// Opens a copy to look at it.
fn open_copy(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).map_err(fault::database)
}

/// The name under which a copy is made, beside its own.
fn unfinished(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(format!(".{}.part", uuid::Uuid::now_v7().simple()));
    name.into()
}

/// Removes the remains of copies that were interrupted long ago.
fn sweep(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(|error| fault::file(folder, error))? {
        let path = entry.map_err(|error| fault::file(folder, error))?.path();
        let ours = path
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with("auto-") && name.ends_with(".part"));
        let old = || {
            let changed = fs::metadata(&path).and_then(|metadata| metadata.modified());
            changed.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > DAY))
        };
        if ours && old() {
            fs::remove_file(&path).map_err(|error| fault::file(&path, error))?;
        }
    }
    Ok(())
}

fn taken(to: &Path) -> Error {
    Error::Storage {
        code: Code::Unavailable,
        message: format!(
            "{} exists already. It was left as it is; choose another name.",
            to.display()
        ),
        source: None,
    }
}

/// Copies the database to a new file.
pub(crate) fn copy(connection: &Connection, to: &Path) -> Result<(), Error> {
    if to.exists() {
        return Err(taken(to));
    }
    let part = unfinished(to);
    let copied = write_copy(connection, &part).and_then(|()| give_name(&part, to));
    if copied.is_err() {
        // Nothing of it stays; that it can't be removed is no news beside the first error.
        drop(fs::remove_file(&part));
    }
    copied
}

fn write_copy(connection: &Connection, part: &Path) -> Result<(), Error> {
    // Made here, so that it is readable by its owner only; SQLite fills an empty file.
    let file = open_file(part)?;
    let Some(text) = part.to_str() else {
        return Err(Error::invalid(format!(
            "{} is not a name in Unicode. Choose another.",
            part.display()
        )));
    };
    rows::execute(connection, sql::COPY_INTO, [text])?;
    let copy = open_copy(part)?;
    let said: String = rows::query_value(&copy, sql::CHECK_QUICKLY, [])?;
    if said != "ok" {
        return Err(fault::damaged(said));
    }
    drop(copy);
    file.sync_all().map_err(|error| fault::file(part, error))
}

/// Gives a finished copy its name, unless something has it by now.
fn give_name(part: &Path, to: &Path) -> Result<(), Error> {
    match fs::hard_link(part, to) {
        Ok(()) => fs::remove_file(part).map_err(|error| fault::file(part, error))?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(taken(to)),
        // A disk that knows no hard links.
        Err(_) if to.exists() => return Err(taken(to)),
        Err(_) => fs::rename(part, to).map_err(|error| fault::file(to, error))?,
    }
    sync_folder(to);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_that_are_made_are_read() {
        let at: Timestamp = "2026-11-21T09:08:07Z".parse().unwrap();
        assert_eq!(name(at), "auto-20261121T090807Z.db");
        assert_eq!(made_at(Path::new("/x/auto-20261121T090807Z.db")), Some(at));
        for other in [
            "auto-20261121T090807Z.db.part",
            "auto-20261321T090807Z.db",
            "auto-20261121T9087Z.db",
            "auto-mine.db",
            "before-version-2.db",
        ] {
            assert_eq!(made_at(Path::new(other)), None, "{other}");
        }
    }
}
