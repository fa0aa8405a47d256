//! The name of the operating system, as a person would say it.

/// Such as `Debian GNU/Linux 13 (x86_64)`.
pub(crate) fn name() -> String {
    let name = known().unwrap_or_else(|| std::env::consts::OS.to_owned());
    format!("{name} ({})", std::env::consts::ARCH)
}

#[cfg(target_os = "linux")]
fn known() -> Option<String> {
    let release = std::fs::read_to_string("/etc/os-release").ok()?;
    let line = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(line.trim_matches('"').to_owned())
}

#[cfg(target_os = "macos")]
fn known() -> Option<String> {
    let asked = std::process::Command::new("/usr/bin/sw_vers")
        .arg("-productVersion")
        .output()
        .ok()?;
    let version = String::from_utf8(asked.stdout).ok()?;
    Some(format!("macOS {}", version.trim()))
}

#[cfg(windows)]
fn known() -> Option<String> {
    let key = windows_registry::LOCAL_MACHINE
        .open(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion")
        .ok()?;
    let version = key.get_string("DisplayVersion").ok()?;
    let build = key.get_string("CurrentBuild").ok()?;
    Some(format!("Windows {version}, build {build}"))
}
