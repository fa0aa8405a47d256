//! macOS: a launch agent of the person.

use std::io;
use std::path::PathBuf;

use super::{Noted, Start, set_file};

/// Has the session start it, or not; whether that changed anything.
pub(super) fn set(start: &Start, wanted: bool) -> io::Result<bool> {
    let text = wanted.then(|| agent(start)).transpose()?;
    set_file(&path(start)?, text.as_deref())
}

/// Whether the session starts it.
pub(super) fn noted(start: &Start) -> io::Result<Noted> {
    let there = path(start)?.try_exists()?;
    Ok(if there { Noted::On } else { Noted::Nothing })
}

fn path(start: &Start) -> io::Result<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let home = home.ok_or_else(|| io::Error::other("there is no home folder"))?;
    let file = format!("{}.plist", start.name);
    Ok(home.join("Library/LaunchAgents").join(file))
}

fn agent(start: &Start) -> io::Result<String> {
    let program = start.program.to_str();
    let program = program.ok_or_else(|| io::Error::other("the app's path is no text"))?;
    let words = std::iter::once(program).chain(start.arguments.iter().map(String::as_str));
    let words: String = words
        .map(|word| format!("    <string>{}</string>\n", escape(word)))
        .collect();
    let name = escape(&start.name);
    Ok(format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>{name}</string>
  <key>ProgramArguments</key>
  <array>
{words}  </array>
  <key>RunAtLoad</key>
  <true/>
</dict>
</plist>
"#
    ))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
