//! How the windows look, where the page alone can't see to it: the size of everything in them, which
//! the webview has to know so that a page is laid out for the room that is left, and the colour of
//! the main window until its page draws.

use host::settings::Theme;
use tauri::window::Color;
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::page::Page;
use crate::settings::Settings;
use crate::window_place::WindowPlace;

const LIGHT: Color = Color(0xfd, 0xfd, 0xfc, 0xff);
const DARK: Color = Color(0x1a, 0x1d, 0x1e, 0xff);
const WHITE: Color = Color(0xff, 0xff, 0xff, 0xff);
const BLACK: Color = Color(0, 0, 0, 0xff);

/// Follows the settings for as long as the app runs: sizes the windows, and tells the page of what
/// has changed.
pub(crate) async fn follow<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    loop {
        let zoom = settings.borrow_and_update().appearance.zoom;
        for window in app.webview_windows().values() {
            size(window, zoom);
        }
        if settings.changed().await.is_err() {
            return;
        }
        app.state::<Page>().look_at_settings();
    }
}

/// Makes a new window look as the settings say.
pub(crate) fn dress<R: Runtime>(window: &WebviewWindow<R>) {
    #[cfg(target_os = "linux")]
    crate::drawing::suit(window);
    size(window, window.state::<Settings>().now().appearance.zoom);
}

fn size<R: Runtime>(window: &WebviewWindow<R>, percent: u32) {
    if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
        tracing::warn!(%error, "a window cannot be sized");
    }
}

/// Remembers the theme of each moment for the next start, once the settings are read.
pub(crate) async fn remember<R: Runtime>(app: AppHandle<R>) {
    let mut settings = app.state::<Settings>().follow();
    loop {
        let theme = settings.borrow_and_update().appearance.theme;
        app.state::<WindowPlace>().wear(theme);
        if settings.changed().await.is_err() {
            return;
        }
    }
}

/// Gives the new main window the colour that its page will have.
pub(crate) fn prime<R: Runtime>(window: &WebviewWindow<R>) {
    let system = || window.theme().unwrap_or(tauri::Theme::Light);
    let colour = backdrop(window.state::<WindowPlace>().theme(), system);
    if let Err(error) = window.set_background_color(Some(colour)) {
        tracing::warn!(%error, "the window has no colour of its own");
    }
}

/// `--bg` of each theme in ui/src/design/tokens.css.
fn backdrop(theme: Theme, system: impl FnOnce() -> tauri::Theme) -> Color {
    match theme {
        Theme::Light => LIGHT,
        Theme::Dark => DARK,
        Theme::Contrast => WHITE,
        Theme::ContrastDark => BLACK,
        Theme::System => match system() {
            tauri::Theme::Dark => DARK,
            _ => LIGHT,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_tokens() {
        let tokens = include_str!("../../ui/src/design/tokens.css");
        for (name, theme, system) in [
            ("light", Theme::Light, tauri::Theme::Dark),
            ("light", Theme::System, tauri::Theme::Light),
            ("dark", Theme::Dark, tauri::Theme::Light),
            ("dark", Theme::System, tauri::Theme::Dark),
            ("contrast", Theme::Contrast, tauri::Theme::Dark),
            ("contrast-dark", Theme::ContrastDark, tauri::Theme::Light),
        ] {
            let (_, block) = tokens
                .split_once(&format!("[data-theme=\"{name}\"] {{"))
                .unwrap();
            let (_, colour) = block.split_once("--bg: ").unwrap();
            let Color(red, green, blue, _) = backdrop(theme, || system);
            assert_eq!(colour[..7], format!("#{red:02x}{green:02x}{blue:02x}"));
        }
    }
}
