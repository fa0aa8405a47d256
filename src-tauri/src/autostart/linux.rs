//! Linux: a desktop entry in the folder of autostart (freedesktop.org, Desktop Application
//! Autostart and Desktop Entry).

use std::io;
use std::path::{Path, PathBuf};

use super::{Noted, Start, set_file};

/// Has the session start it, or not; whether that changed anything.
pub(super) fn set(start: &Start, wanted: bool) -> io::Result<bool> {
    set_in(&config()?, start, wanted)
}

/// Whether the session starts it.
pub(super) fn noted(start: &Start) -> io::Result<Noted> {
    noted_in(&config()?, start)
}

fn config() -> io::Result<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    std::env::var_os("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| home.map(|home| home.join(".config")))
        .ok_or_else(|| io::Error::other("there is no home folder"))
}

fn entry_in(config: &Path, start: &Start) -> PathBuf {
    let file = format!("{}.desktop", start.name);
    config.join("autostart").join(file)
}

/// The desktops' settings switch an entry off by one of two keys.
fn noted_in(config: &Path, start: &Start) -> io::Result<Noted> {
    let text = match std::fs::read_to_string(entry_in(config, start)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Noted::Nothing),
        Err(error) => return Err(error),
    };
    let off = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .any(|(key, value)| {
            matches!(
                (key.trim(), value.trim()),
                ("Hidden", "true") | ("X-GNOME-Autostart-enabled", "false")
            )
        });
    Ok(if off { Noted::Off } else { Noted::On })
}

fn set_in(config: &Path, start: &Start, wanted: bool) -> io::Result<bool> {
    let path = entry_in(config, start);
    let text = wanted.then(|| entry(start)).transpose()?;
    set_file(&path, text.as_deref())
}

fn entry(start: &Start) -> io::Result<String> {
    let program = start.program.to_str();
    let program = program.ok_or_else(|| io::Error::other("the app's path is no text"))?;
    let words = std::iter::once(program).chain(start.arguments.iter().map(String::as_str));
    let command = words.map(quote).collect::<Vec<_>>().join(" ");
    // A package that is removed leaves the entry behind; then it counts for nothing.
    let there = program.replace('\\', r"\\");
    let comment = messages::here().autostart_comment();
    Ok(format!(
        "[Desktop Entry]\nType=Application\nName=Calm Orbit\nComment={comment}\nTryExec={there}\nExec={command}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    ))
}

/// A word of `Exec`: in quotes, with what means something in quotes behind a backslash, which the
/// file doubles once more; a percent sign twice.
fn quote(word: &str) -> String {
    let mut quoted = String::from('"');
    for c in word.chars() {
        match c {
            '"' | '`' | '$' => quoted.extend(['\\', '\\', c]),
            '\\' => quoted.push_str(r"\\\\"),
            '%' => quoted.push_str("%%"),
            '\n' => quoted.push_str(r"\n"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(program: &str) -> Start {
        Start {
            name: "org.calmorbit.CalmOrbit".into(),
            program: program.into(),
            arguments: vec!["--hidden".into()],
        }
    }

    #[test]
    fn the_entry_comes_and_goes() {
        let config = tempfile::tempdir().unwrap();
        let file = config
            .path()
            .join("autostart/org.calmorbit.CalmOrbit.desktop");
        let start = start("/opt/calm orbit/calm-orbit-desktop");
        assert!(!set_in(config.path(), &start, false).unwrap());
        assert!(set_in(config.path(), &start, true).unwrap());
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(
            text.contains("\nExec=\"/opt/calm orbit/calm-orbit-desktop\" \"--hidden\"\n"),
            "{text}"
        );
        assert!(
            text.contains("\nTryExec=/opt/calm orbit/calm-orbit-desktop\n"),
            "{text}"
        );
        assert!(!set_in(config.path(), &start, true).unwrap());
        assert!(set_in(config.path(), &start, false).unwrap());
        assert!(!file.exists());
    }

    #[test]
    fn an_app_that_moved_is_found_again() {
        let config = tempfile::tempdir().unwrap();
        assert!(set_in(config.path(), &start("/old"), true).unwrap());
        assert!(set_in(config.path(), &start("/new"), true).unwrap());
    }

    #[test]
    fn what_the_desktop_has_switched_off_is_off() {
        let config = tempfile::tempdir().unwrap();
        let start = start("/opt/calm-orbit-desktop");
        let noted = || noted_in(config.path(), &start).unwrap();
        assert_eq!(noted(), Noted::Nothing);
        set_in(config.path(), &start, true).unwrap();
        assert_eq!(noted(), Noted::On);
        let file = entry_in(config.path(), &start);
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, format!("{text}Hidden=true\n")).unwrap();
        assert_eq!(noted(), Noted::Off);
        let gnome = text.replace("enabled=true", "enabled=false");
        std::fs::write(&file, gnome).unwrap();
        assert_eq!(noted(), Noted::Off);
        // Switched on here, it is on.
        assert!(set_in(config.path(), &start, true).unwrap());
        assert_eq!(noted(), Noted::On);
    }

    #[test]
    fn a_path_stays_one_word() {
        assert_eq!(quote("/a b"), r#""/a b""#);
        assert_eq!(quote("/50%"), r#""/50%%""#);
        assert_eq!(quote("/a\"$b"), r#""/a\\"\\$b""#);
        assert_eq!(quote(r"/a\b"), r#""/a\\\\b""#);
    }
}
