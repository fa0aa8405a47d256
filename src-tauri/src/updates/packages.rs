//! Packages of Linux' package managers, installed with an administrator's password that the system
//! asks for. The updater's own way asks up to three times, in the end on a terminal that may not be
//! there, and takes the password into this process.

use std::io::Write as _;
use std::process::{Command, Stdio};

use tauri_plugin_updater::Update;
use update::Package;

use super::install::Refused;

/// What pkexec answers where the person closes its question, and where they may not do it.
const DISMISSED: [i32; 2] = [126, 127];

/// Installs a package of the system.
///
/// # Errors
/// Why it isn't installed.
pub(crate) fn install(release: &Update, package: Package, bytes: &[u8]) -> Result<(), Refused> {
    release.verify(bytes)?;
    if !bytes.starts_with(begins_with(package)) {
        return Err(Refused::Failed("a package of another kind".to_owned()));
    }
    let failed = |error: std::io::Error| Refused::Failed(error.to_string());
    // A folder that others can't write to; it goes with what is in it.
    let folder = tempfile::Builder::new()
        .prefix("calm-orbit-update-")
        .tempdir()
        .map_err(failed)?;
    let file = folder.path().join(format!("calm-orbit.{}", package.name()));
    let mut written = std::fs::File::create_new(&file).map_err(failed)?;
    written.write_all(bytes).map_err(failed)?;
    written.sync_all().map_err(failed)?;
    drop(written);
    let (program, option) = match package {
        Package::Rpm => ("rpm", "--upgrade"),
        _ => ("dpkg", "--install"),
    };
    let mut run = if update::is_administrator() {
        Command::new(program)
    } else {
        let mut ask = Command::new("pkexec");
        ask.arg(program);
        ask
    };
    run.arg(option);
    if package == Package::Rpm {
        // The one way back there is was asked for and is announced.
        run.arg("--oldpackage");
    }
    let ran = run
        .arg(&file)
        .stdin(Stdio::null())
        .output()
        .map_err(failed)?;
    match ran.status.code() {
        Some(0) => Ok(()),
        Some(code) if DISMISSED.contains(&code) => Err(Refused::Dismissed),
        _ => Err(Refused::Failed(format!(
            "{program}: {}: {}",
            ran.status,
            String::from_utf8_lossy(&ran.stderr).trim()
        ))),
    }
}

/// What every file of a kind begins with.
fn begins_with(package: Package) -> &'static [u8] {
    match package {
        Package::Rpm => &[0xed, 0xab, 0xee, 0xdb],
        _ => b"!<arch>\ndebian-binary",
    }
}
