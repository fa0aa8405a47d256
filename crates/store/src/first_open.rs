//! The copy that is made before a version of the program opens a profile for the first time, so
//! that there is a way back from whatever it does to it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Zoned;
use jiff::tz::TimeZone;
use task::{Code, Error};

use crate::backup::{FOLDER, copy};
use crate::files::{make_folder, open_file};
use crate::pool::{blocking, connect};
use crate::schema::{self, may_open};
use crate::{fault, rows, sql};

/// The file in the profile's folder that names the versions which have opened it, a line each. The
/// versions, not the last one: two may share a profile, and need no copy each time.
const FILE: &str = "versions";
/// How many of its last lines are kept.
const REMEMBERED: usize = 30;
/// How many of the copies are kept.
const KEPT: usize = 3;
/// What their names begin with; a digit follows.
const BEGINNING: &str = "before-";

/// Copies the database `file` in `folder` to `backups/`, if `version` has not opened it before.
/// What can't be opened anyway is left alone: who opens it says so.
pub(crate) async fn copy_before(
    folder: &Path,
    file: &Path,
    version: String,
    now: Zoned,
    patience: Duration,
) -> Result<(), Error> {
    let (folder, file) = (folder.to_owned(), file.to_owned());
    blocking(move || {
        let known = folder.join(FILE);
        if versions(&known)?.contains(&version) {
            return Ok(());
        }
        let lock = schema::lock(&folder)?;
        let mut versions = versions(&known)?;
        // Another process of this version may have been quicker.
        if versions.contains(&version) {
            return Ok(());
        }
        let readable = is_filled(&file, patience);
        match readable {
            Ok(filled) => {
                if filled {
                    keep_copy(&folder, &file, &version, now, patience)?;
                }
                versions.push(version);
                remember(&known, &versions)?;
            }
            Err(error) if error.code() == Code::Busy => return Err(error),
            Err(_) => {}
        }
        drop(lock);
        Ok(())
    })
    .await
}

fn versions(known: &Path) -> Result<Vec<String>, Error> {
    match fs::read_to_string(known) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        // Not text: as if it were not there, and written anew.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(Vec::new()),
        Err(error) => Err(fault::file(known, error)),
    }
}

fn remember(known: &Path, versions: &[String]) -> Result<(), Error> {
    let first = versions.len().saturating_sub(REMEMBERED);
    let lines = versions.get(first..).unwrap_or_default().join("\n");
    let part = known.with_extension("part");
    let written = open_file(&part).and_then(|mut file| {
        file.set_len(0)
            .and_then(|()| file.write_all(format!("{lines}\n").as_bytes()))
            .and_then(|()| file.sync_all())
            .map_err(|error| fault::file(&part, error))
    });
    written.and_then(|()| fs::rename(&part, known).map_err(|error| fault::file(known, error)))
}

/// Whether there is something in the database that this version would open.
fn is_filled(file: &Path, patience: Duration) -> Result<bool, Error> {
    if fs::metadata(file).is_ok_and(|metadata| metadata.len() == 0) {
        return Ok(false);
    }
    let connection = connect(file, patience)?;
    let number = |statement| rows::query_value::<i64>(&connection, statement, []);
    Ok(may_open(
        number(sql::READ_APPLICATION)?,
        number(sql::READ_VERSION)?,
    ))
}

fn keep_copy(
    folder: &Path,
    file: &Path,
    version: &str,
    now: Zoned,
    patience: Duration,
) -> Result<(), Error> {
    let backups = folder.join(FOLDER);
    make_folder(&backups)?;
    let time = now.with_time_zone(TimeZone::UTC);
    let time = time.strftime("%Y%m%dT%H%M%SZ");
    let to = backups.join(format!("{BEGINNING}{version}-{time}.db"));
    copy(&connect(file, patience)?, &to)?;
    tracing::info!(
        version,
        "the database was copied before this version opens it"
    );
    for old in made(&backups)?.into_iter().skip(KEPT) {
        fs::remove_file(&old).map_err(|error| fault::file(&old, error))?;
    }
    Ok(())
}

/// The copies, the newest first.
fn made(backups: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(backups).map_err(|error| fault::file(backups, error))? {
        let path = entry.map_err(|error| fault::file(backups, error))?.path();
        if let Some(time) = time_of(&path) {
            copies.push((time, path));
        }
    }
    copies.sort();
    Ok(copies.into_iter().rev().map(|(_, path)| path).collect())
}

/// The time in the name of such a copy; `None` for any other file.
fn time_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let rest = name.strip_prefix(BEGINNING)?.strip_suffix(".db")?;
    let (version, time) = rest.rsplit_once('-')?;
    let is_time = time.len() == "20261121T090807Z".len() && time.ends_with('Z');
    let is_version = version.starts_with(|letter: char| letter.is_ascii_digit());
    (is_time && is_version).then(|| time.to_owned())
}

/// Whether a file is a copy that was made before a version opened the profile, or before a
/// migration: what a start that fails can go back to.
pub(crate) fn is_from_before(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let migration = |name: &str| name.starts_with("before-version-") && name.ends_with(".db");
    time_of(path).is_some() || name.is_some_and(migration)
}
