//! The accent of Windows. High contrast its webview says itself.

use super::Look;

/// What the desktop's settings say.
pub(super) fn look() -> Look {
    let accent = windows_registry::CURRENT_USER
        .open(r"Software\Microsoft\Windows\DWM")
        .and_then(|key| key.get_u32("AccentColor"))
        .ok();
    Look {
        accent: accent.map(colour),
        contrast: false,
    }
}

/// Kept as alpha, blue, green, red.
fn colour(kept: u32) -> [u8; 3] {
    let [_, blue, green, red] = kept.to_be_bytes();
    [red, green, blue]
}
