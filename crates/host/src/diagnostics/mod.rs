//! What a person can hand to whoever helps them: versions, settings, counts, what the check says and
//! the log, without secrets, without addresses, and without a word of any task.

mod redact;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::Serialize;
use store::Store;
use task::{Code, Error, Failure};

use crate::chat::{Answers, load_settings};
use crate::settings::{
    Appearance, General, QuickAddSettings, ReminderSettings, UpdateSettings, load,
};
use redact::Redactor;

/// How much of each log is handed on: its end, in bytes.
const LOG_LIMIT: u64 = 256 * 1024;

/// What the app is and runs on.
#[derive(Debug, Clone)]
pub struct Machine {
    /// The version of the app.
    pub version: String,
    /// The operating system.
    pub system: String,
    /// The version of what shows its pages.
    pub webview: String,
}

/// Puts the diagnostics of a profile together.
///
/// # Errors
/// Where the profile can't be read.
pub async fn report(store: &Store, machine: &Machine) -> Result<String, Error> {
    let check = store.check().await?;
    let mut text = head(machine);
    let mut say = |name: &str, value: &dyn std::fmt::Display| {
        // A String takes everything.
        let _ = writeln!(text, "{name}: {value}");
    };
    say("general", &json(&load::<General>(store).await?));
    say("appearance", &json(&load::<Appearance>(store).await?));
    say("quick add", &json(&load::<QuickAddSettings>(store).await?));
    say("reminders", &json(&load::<ReminderSettings>(store).await?));
    say("updates", &json(&load::<UpdateSettings>(store).await?));
    let chat = load_settings(store).await?;
    say("chat told", &chat.told);
    say("chat built in", &chat.built_in);
    // Who answers, without where they are.
    let answers = match chat.answers {
        Answers::Device => "this device",
        Answers::Backend { .. } => "a backend",
        Answers::OpenAi { .. } => "OpenAI",
    };
    say("chat answers from", &answers);
    say("tasks", &check.tasks);
    say("in the trash", &store.trash_size().await?);
    say("occurrences", &check.occurrences);
    say("lists", &check.lists);
    say("filters", &check.filters);
    say("changes", &check.changes);
    say("threads", &check.threads);
    say("clients", &store.clients().await?.len());
    say("backups", &store.backups().await?.len());
    say("problems", &check.problems.len());
    let words = store.words().await?;
    text.push_str(&said(&words, &check.problems, store.folder())?);
    Ok(text)
}

/// The diagnostics of the profile in `folder` that isn't open, with why, where that is known. No
/// word of a task is known then, so none can be taken out; the log is written without any.
///
/// # Errors
/// Where they can't be put together.
pub fn report_of_closed(
    folder: &Path,
    machine: &Machine,
    failure: Option<&Failure>,
) -> Result<String, Error> {
    let mut text = head(machine);
    let mut say = |name: &str, value: &dyn std::fmt::Display| {
        let _ = writeln!(text, "{name}: {value}");
    };
    let size = |name: &str| {
        let file = fs::metadata(folder.join(name));
        file.map_or_else(
            |error| error.kind().to_string(),
            |file| file.len().to_string(),
        )
    };
    say("database", &size("calm-orbit.db"));
    say("its log", &size("calm-orbit.db-wal"));
    say("opened by", &one_line(&folder.join("versions")));
    say("failed starts", &one_line(&folder.join("starts")));
    let why = failure.map_or("not open", |failure| failure.code.as_str());
    say("profile", &why);
    let problems: Vec<String> = failure
        .iter()
        .map(|failure| failure.message.clone())
        .collect();
    text.push_str(&said(&BTreeSet::new(), &problems, folder)?);
    Ok(text)
}

fn head(machine: &Machine) -> String {
    format!(
        "Calm Orbit, diagnostics\n\nversion: {}\nsystem: {}\nwebview: {}\nmade: {}\n",
        machine.version,
        machine.system,
        machine.webview,
        Timestamp::now(),
    )
}

/// The lines of a small file, in one.
fn one_line(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().collect::<Vec<_>>().join(" ")
}

/// What others have written: the check's sentences, which may name a tag, and the logs.
fn said(words: &BTreeSet<String>, problems: &[String], folder: &Path) -> Result<String, Error> {
    let home = directories::UserDirs::new();
    let home = home.map(|dirs| dirs.home_dir().display().to_string());
    let redactor = Redactor::new(words, home)?;
    let mut text = redactor.clean(&problems.join("\n"));
    for name in ["desktop.log.old", "desktop.log"] {
        let Ok(log) = end_of(&folder.join("logs").join(name)) else {
            continue; // there is none yet
        };
        text.push_str("\n--- ");
        text.push_str(name);
        text.push('\n');
        text.push_str(&redactor.clean(&log));
    }
    Ok(text)
}

fn json(settings: &impl Serialize) -> String {
    serde_json::to_string(settings).unwrap_or_default()
}

/// The end of a file, from the beginning of a line.
fn end_of(path: &Path) -> io::Result<String> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    let begin = length.saturating_sub(LOG_LIMIT);
    file.seek(SeekFrom::Start(begin))?;
    let mut bytes = Vec::new();
    file.take(LOG_LIMIT).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(match text.split_once('\n') {
        Some((_, rest)) if begin > 0 => rest.to_owned(),
        _ => text.into_owned(),
    })
}

/// Where what is made for others goes: the person's folder for downloads, or their home.
///
/// # Errors
/// `unavailable` where there is neither.
pub fn downloads() -> Result<PathBuf, Error> {
    let dirs = directories::UserDirs::new();
    let folder = dirs.map(|dirs| {
        let downloads = dirs.download_dir().filter(|folder| folder.is_dir());
        downloads.unwrap_or_else(|| dirs.home_dir()).to_owned()
    });
    folder.ok_or_else(|| Error::Storage {
        code: Code::Unavailable,
        message: "There is no folder for downloads, and no home folder. Nothing was written."
            .to_owned(),
        source: None,
    })
}

/// Writes a report into a new file in a folder, for its owner alone.
///
/// # Errors
/// `unavailable` where it can't be written.
pub fn save(report: &str, folder: &Path) -> Result<PathBuf, Error> {
    let time = Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
    let path = folder.join(format!("calm-orbit-diagnostics-{time}.txt"));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&path)
        .and_then(|mut file| file.write_all(report.as_bytes()));
    match written {
        Ok(()) => Ok(path),
        Err(error) => Err(Error::Storage {
            code: Code::Unavailable,
            message: format!(
                "The diagnostics could not be written to {}: {error}.",
                folder.display()
            ),
            source: Some(Box::new(error)),
        }),
    }
}
