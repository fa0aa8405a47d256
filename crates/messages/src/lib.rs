//! What the app says outside of its pages, in the person's language: the tray, notifications, what
//! it tells the system. The texts are messages of `ui/messages`, beside those of the pages; `npm run
//! messages` there writes `generated.rs` from them, with a function for each, so that a text that is
//! missing, or one that lacks an argument, doesn't compile.
//!
//! The language is chosen as the pages choose it, and dates, times, numbers and plurals are those of
//! the CLDR, as they are there.

mod choice;
mod format;
#[rustfmt::skip]
mod generated;
mod text;

use std::sync::LazyLock;

use icu_locale::Locale;

pub use text::Text;

/// What the app says to somebody.
#[derive(Debug, Clone)]
pub struct Messages {
    language: &'static str,
    /// For dates and numbers: the language, where the person is.
    locale: Locale,
}

impl Messages {
    /// To somebody who reads these languages, such as `de-AT`, the best first.
    pub fn to<L: AsRef<str>>(languages: &[L]) -> Self {
        choice::choose(languages)
    }

    /// The language of its words, such as `en`.
    pub fn language(&self) -> &'static str {
        self.language
    }
}

/// What it says to the person at this computer.
pub fn here() -> &'static Messages {
    static HERE: LazyLock<Messages> = LazyLock::new(|| {
        let languages: Vec<String> = sys_locale::get_locales().collect();
        Messages::to(&languages)
    });
    &HERE
}
