//! The language of the words, and how dates and numbers are written: as `ui/src/messages/locale.ts`
//! chooses them for the pages.

use icu_locale::{LanguageIdentifier, Locale, LocaleExpander};

use crate::Messages;
use crate::generated::LANGUAGES;

const ENGLISH: &str = "en";

/// For somebody who reads these languages.
pub(crate) fn choose(wanted: &[impl AsRef<str>]) -> Messages {
    let (language, locale) = among(wanted, LANGUAGES);
    Messages { language, locale }
}

/// A tag and all that it most likely means.
struct Tag {
    locale: Locale,
    full: LanguageIdentifier,
}

impl Tag {
    /// Nothing for what is no tag.
    fn of(tag: &str) -> Option<Self> {
        let locale: Locale = tag.parse().ok()?;
        let mut full = locale.id.clone();
        LocaleExpander::new_extended().maximize(&mut full);
        Some(Self { locale, full })
    }

    fn is_like(&self, other: &Self) -> bool {
        self.full.language == other.full.language && self.full.script == other.full.script
    }
}

/// The first of a person's languages that there is, else English; dates and numbers as where the
/// person is.
fn among(wanted: &[impl AsRef<str>], shipped: &'static [&'static str]) -> (&'static str, Locale) {
    let tags: Vec<Tag> = wanted
        .iter()
        .filter_map(|tag| Tag::of(tag.as_ref()))
        .collect();
    let known: Vec<(&str, Tag)> = shipped
        .iter()
        .filter_map(|name| Some((*name, Tag::of(name)?)))
        .collect();
    let there = |language: &str| {
        let mut locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
        if let Some(region) = tags.first().and_then(|tag| tag.full.region) {
            locale.id.region = Some(region);
        }
        locale
    };
    for (place, tag) in tags.iter().enumerate() {
        let mut fits = known.iter().filter(|(_, known)| known.is_like(tag));
        let here = |(_, known): &&(&str, Tag)| known.full.region == tag.full.region;
        if let Some((name, _)) = fits.clone().find(here).or_else(|| fits.next()) {
            let locale = if place == 0 {
                tag.locale.clone()
            } else {
                there(name)
            };
            return (name, locale);
        }
    }
    (ENGLISH, there(ENGLISH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_that_there_is_as_it_is_written_where_the_person_is() {
        const SHIPPED: &[&str] = &["en", "de", "pt-BR", "pt-PT", "zh-Hans", "zh-Hant"];
        // The same as in ui/src/messages/locale.test.tsx.
        let cases: &[(&[&str], &str, &str)] = &[
            (&["de"], "de", "de"),
            (&["de-AT", "en"], "de", "de-AT"),
            (&["en-GB", "de"], "en", "en-GB"),
            (&["fr-CH", "de-CH"], "de", "de-CH"),
            (&["fr-CH", "de"], "de", "de-CH"),
            (&["pt-PT"], "pt-PT", "pt-PT"),
            (&["pt"], "pt-BR", "pt"),
            (&["pt-AO"], "pt-BR", "pt-AO"),
            (&["zh-TW"], "zh-Hant", "zh-TW"),
            (&["zh"], "zh-Hans", "zh"),
            (&["tlh", "fr"], "en", "en"),
            (&["fr"], "en", "en-FR"),
            (&["no tag", "de"], "de", "de"),
            (&["C"], "en", "en"),
            (&[], "en", "en"),
        ];
        for (wanted, language, locale) in cases {
            let (chosen, written) = among(wanted, SHIPPED);
            assert_eq!(
                (chosen, written.to_string().as_str()),
                (*language, *locale),
                "{wanted:?}"
            );
        }
    }
}
