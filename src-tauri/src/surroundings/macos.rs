//! The accent of macOS. High contrast its webview says itself.

use std::process::Command;

use super::Look;

/// What the system's settings say. "Multicolour", the default, has no number: it means that each app
/// shows its own.
pub(super) fn look() -> Look {
    let read = Command::new("/usr/bin/defaults")
        .args(["read", "-g", "AppleAccentColor"])
        .output();
    let number = read.ok().filter(|read| read.status.success());
    let number = number.and_then(|read| String::from_utf8(read.stdout).ok());
    Look {
        accent: number.and_then(|number| colour(number.trim())),
        contrast: false,
    }
}

fn colour(number: &str) -> Option<[u8; 3]> {
    Some(match number {
        "-1" => [0x8c, 0x8c, 0x8c],
        "0" => [0xe0, 0x38, 0x3e],
        "1" => [0xf7, 0x82, 0x1b],
        "2" => [0xff, 0xc6, 0x00],
        "3" => [0x62, 0xba, 0x46],
        "4" => [0x00, 0x7a, 0xff],
        "5" => [0x95, 0x3d, 0x96],
        "6" => [0xf7, 0x4f, 0x9e],
        _ => return None,
    })
}
