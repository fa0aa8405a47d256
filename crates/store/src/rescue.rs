//! Backups that come back: a checked copy of one, and putting it in the place of a database that
//! can't be opened.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::tz::TimeZone;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use task::{Code, Error};

use crate::files::{make_folder, open_file, sync_folder};
use crate::open::{FILE, Options};
use crate::pool::{LONGEST, blocking, connect};
use crate::{fault, rows, schema, sql};

/// What SQLite keeps beside a database, by the end of its name.
const SIDE_FILES: [&str; 2] = ["-wal", "-shm"];

/// A whole copy of a backup, brought up to this version, in a folder that goes when this does.
pub(crate) struct Copied {
    folder: PathBuf,
}

impl Drop for Copied {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "the copy of a backup could not be removed");
        }
    }
}

impl Copied {
    /// Copies the backup `from` to a folder of its own in `profile`, and checks it there.
    pub(crate) async fn of(from: &Path, profile: &Path, patience: Duration) -> Result<Self, Error> {
        let folder = profile.join(format!("restoring-{}", uuid::Uuid::now_v7().simple()));
        make_folder(&folder)?;
        let copied = Self { folder };
        let file = copied.file();
        let looked = {
            let (from, file) = (from.to_owned(), file.clone());
            blocking(move || {
                copy_files(&from, &file)?;
                is_ours(&connect(&file, patience)?)
            })
        };
        let ready = async {
            looked.await?;
            schema::bring_up_to_date(&copied.folder, &file, patience).await?;
            let file = file.clone();
            blocking(move || is_whole(&connect(&file, patience)?)).await
        };
        ready.await.map_err(|error| unfit(from, error))?;
        Ok(copied)
    }

    /// The copy.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

/// What is wrong with a backup, under its own name and not that of its copy.
fn unfit(from: &Path, error: Error) -> Error {
    let why = match error.code() {
        Code::NewerDatabase => {
            "was written by a newer version of Calm Orbit. Update Calm Orbit, then try again."
        }
        Code::DamagedDatabase => {
            "is no whole backup of Calm Orbit. Nothing was changed; choose another one."
        }
        _ => return error,
    };
    Error::Storage {
        code: error.code(),
        message: format!("{} {why}", from.display()),
        source: Some(Box::new(error)),
    }
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Copies a database that nobody writes to, with the WAL that may be beside it.
fn copy_files(from: &Path, to: &Path) -> Result<(), Error> {
    for end in ["", "-wal"] {
        let (from, to) = (beside(from, end), beside(to, end));
        let mut source = match fs::File::open(&from) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !end.is_empty() => continue,
            source => source.map_err(|error| fault::file(&from, error))?,
        };
        // Made here, so that it is readable by its owner only.
        let mut copy = open_file(&to)?;
        io::copy(&mut source, &mut copy).map_err(|error| fault::file(&to, error))?;
    }
    Ok(())
}

/// A connection that leaves a database and its WAL as they are when it is closed: they may be all
/// that is left of somebody's tasks.
fn look_at(file: &Path, patience: Duration) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || {
        let connection = Connection::open_with_flags(file, flags)?;
        // Before anything is read, since a failure closes it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.busy_timeout(patience.min(LONGEST))?;
        Ok(connection)
    };
    open().map_err(fault::database)
}

/// Refuses a file that was never a profile's database.
fn is_ours(connection: &Connection) -> Result<(), Error> {
    let number = |statement| rows::query_value::<i64>(connection, statement, []);
    if number(sql::READ_APPLICATION)? == schema::APPLICATION && number(sql::READ_VERSION)? > 0 {
        return Ok(());
    }
    Err(fault::damaged("a file of something else"))
}

/// Refuses a database that SQLite finds damaged.
fn is_whole(connection: &Connection) -> Result<(), Error> {
    let said: Vec<String> = rows::query(connection, sql::CHECK_FILE, [], rows::first_column)?;
    if said.iter().any(|line| line != "ok") {
        return Err(fault::damaged(said.join("; ")));
    }
    Ok(())
}

/// Puts the backup `from` in the place of a database that can't be opened, or is not there; the
/// damaged one is moved aside, to `damaged-TIME.db` beside it. Answers where it is now, if there
/// was one. No process may have the profile open.
///
/// # Errors
/// `denied` while the database opens and is whole: use [`crate::Store::restore`] then. Those of
/// that for a backup that is unfit. Nothing has moved in either case.
pub async fn rescue(
    folder: &Path,
    from: &Path,
    options: &Options,
) -> Result<Option<PathBuf>, Error> {
    replace(folder, from, options, "damaged", refuse_if_fine).await
}

/// Puts the backup `from` in the place of a database that starts fail with, whatever state that is
/// in; it is moved aside, to `before-going-back-TIME.db` beside it. Answers where it is now, if there
/// was one.
///
/// # Errors
/// `busy` while any program has the profile open. Those of [`rescue`] for a backup that is unfit.
/// Nothing has moved in either case.
pub async fn go_back(
    folder: &Path,
    from: &Path,
    options: &Options,
) -> Result<Option<PathBuf>, Error> {
    replace(folder, from, options, "before-going-back", refuse_if_open).await
}

/// Puts a backup in the place of the database, unless `refuse` does.
async fn replace(
    folder: &Path,
    from: &Path,
    options: &Options,
    name: &str,
    refuse: fn(&Path, Duration) -> Result<(), Error>,
) -> Result<Option<PathBuf>, Error> {
    let patience = options.patience;
    let at = (options.now)().timestamp().to_zoned(TimeZone::UTC);
    let time = at.strftime("%Y%m%dT%H%M%SZ");
    let aside = folder.join(format!("{name}-{time}.db"));
    let copied = Copied::of(from, folder, patience).await?;
    let folder = folder.to_owned();
    blocking(move || {
        let lock = schema::lock(&folder)?;
        let file = folder.join(FILE);
        refuse(&file, patience)?;
        let new = copied.file();
        ready(&new, patience)?;
        let moved = move_aside(&file, &aside)?;
        fs::rename(&new, &file).map_err(|error| fault::file(&file, error))?;
        sync_folder(&file);
        drop(lock);
        Ok(moved.then_some(aside))
    })
    .await
}

fn refuse_if_fine(file: &Path, patience: Duration) -> Result<(), Error> {
    if !file.is_file() {
        return Ok(());
    }
    // An empty file is a profile that was never used, or has lost everything.
    if fs::metadata(file).is_ok_and(|metadata| metadata.len() == 0) {
        return Ok(());
    }
    let state = look_at(file, patience).and_then(|connection| {
        is_ours(&connection)?;
        is_whole(&connection)
    });
    match state {
        Ok(()) => Err(Error::Denied(format!(
            "{} is whole. Restore the backup from inside Calm Orbit instead; that can be undone.",
            file.display()
        ))),
        Err(error) if error.code() == Code::DamagedDatabase => Ok(()),
        Err(error) => Err(error),
    }
}

/// How long a program that has the profile open is waited for.
const A_MOMENT: Duration = Duration::from_millis(500);

/// Refuses a database that any program has open: it would go on with the file that was moved aside.
fn refuse_if_open(file: &Path, patience: Duration) -> Result<(), Error> {
    if !file.is_file() {
        return Ok(());
    }
    let alone = look_at(file, patience.min(A_MOMENT)).and_then(|connection| {
        // Before the first look at a WAL this asks for the whole file, which every connection holds
        // a part of for as long as it is open.
        rows::query_value::<String>(&connection, sql::ALONE, [])?;
        rows::execute(&connection, sql::BEGIN_ALONE, [])?;
        rows::execute(&connection, sql::END, [])
    });
    match alone {
        Err(error) if error.code() == Code::Busy => Err(Error::Storage {
            code: Code::Busy,
            message: "Another program has these tasks open, such as an MCP client. Nothing was changed; quit it, then try again.".to_owned(),
            source: Some(Box::new(error)),
        }),
        // What can't be read is what this is for.
        _ => Ok(()),
    }
}

/// Makes the copy a file of its own, of a device of its own.
fn ready(new: &Path, patience: Duration) -> Result<(), Error> {
    let connection = connect(new, patience)?;
    rows::execute(&connection, sql::NEW_DEVICE, [])?;
    // The last to close writes the WAL back.
    connection
        .close()
        .map_err(|(_, error)| fault::database(error))?;
    let file = open_file(new)?;
    file.sync_all().map_err(|error| fault::file(new, error))
}

/// Moves the database and what is beside it; answers whether it was there. What is beside it goes
/// first: a WAL must never be found beside a database that is not its own.
fn move_aside(file: &Path, aside: &Path) -> Result<bool, Error> {
    let mut moved = false;
    for end in SIDE_FILES.iter().rev().copied().chain([""]) {
        let (from, to) = (beside(file, end), beside(aside, end));
        match fs::rename(&from, &to) {
            Ok(()) => moved = true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(fault::file(&from, error)),
        }
    }
    Ok(moved)
}
