//! What the headers of a request say that a responder should know.

/// The longest language tag that is passed on, in bytes: what RFC 5646 asks for.
const LONGEST_TAG: usize = 35;

/// The headers of a request, as far as they concern the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers {
    locale: Option<String>,
}

impl Headers {
    /// No headers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With the value of `Accept-Language`. ChatKit sends the one language it shows; of a
    /// browser's list the first counts. What is no language tag counts as none.
    #[must_use]
    pub fn accept_language(mut self, value: &str) -> Self {
        let first = value.split([',', ';']).next().unwrap_or_default().trim();
        let is_tag = first.starts_with(|c: char| c.is_ascii_alphabetic())
            && first.len() <= LONGEST_TAG
            && first.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        self.locale = is_tag.then(|| first.to_owned());
        self
    }

    /// The person's language, as a tag such as `de` or `pt-BR`.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.locale.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_counts_if_it_is_one() {
        let cases = [
            ("de", Some("de")),
            (" pt-BR , en;q=0.8", Some("pt-BR")),
            ("zh-Hant-TW;q=1", Some("zh-Hant-TW")),
            ("*", None),
            ("", None),
            ("d\u{e9}", None),
            ("../../etc", None),
            ("a-very-long-tag-that-nobody-ever-spoke", None),
        ];
        for (value, locale) in cases {
            assert_eq!(
                Headers::new().accept_language(value).locale(),
                locale,
                "{value}"
            );
        }
    }
}
