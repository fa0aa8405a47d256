//! Which task somebody means by a few words.

use crate::text::fold;

/// What a few words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked<T> {
    /// Nothing fits.
    None,
    /// This one, without doubt.
    One(T),
    /// Any of these, or, where it is only one, perhaps that: ask.
    Several(Vec<T>),
}

/// Picks what `words` mean among candidates, by their titles: the one whose title they are but for
/// case; else those that have them all as whole words; else, to be asked about, those in which all
/// are at least the beginnings of words. What matches only elsewhere (in notes) is not meant.
pub fn pick<T>(words: &str, candidates: Vec<T>, title: impl Fn(&T) -> &str) -> Picked<T> {
    let wanted = fold(words.trim());
    let parts = split(&wanted);
    let (mut same, mut whole, mut begun) = (Vec::new(), Vec::new(), Vec::new());
    for candidate in candidates {
        let folded = fold(title(&candidate).trim());
        let own = split(&folded);
        let all = |fits: &dyn Fn(&str, &str) -> bool| {
            !parts.is_empty()
                && parts
                    .iter()
                    .all(|part| own.iter().any(|word| fits(word, part)))
        };
        if folded == wanted {
            same.push(candidate);
        } else if all(&|word, part| word == part) {
            whole.push(candidate);
        } else if all(&|word, part| word.starts_with(part)) {
            begun.push(candidate);
        }
    }
    for mut sure in [same, whole] {
        match sure.len() {
            0 => {}
            1 => return sure.pop().map_or(Picked::None, Picked::One),
            _ => return Picked::Several(sure),
        }
    }
    if begun.is_empty() {
        Picked::None
    } else {
        Picked::Several(begun)
    }
}

fn split(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(words: &str, titles: &[&'static str]) -> Picked<&'static str> {
        pick(words, titles.to_vec(), |title| title)
    }

    #[test]
    fn the_exact_title_wins() {
        let titles = ["Buy milk and bread", "Buy milk"];
        assert_eq!(picked("buy MILK ", &titles), Picked::One("Buy milk"));
        assert_eq!(picked("☕", &["Buy milk", "☕"]), Picked::One("☕"));
    }

    #[test]
    fn the_only_one_with_the_words_is_meant() {
        let titles = ["Call the dentist", "Pay the rent"];
        assert_eq!(
            picked("dentist call", &titles),
            Picked::One("Call the dentist")
        );
        assert_eq!(picked("doctor", &titles), Picked::None);
        assert_eq!(picked("", &titles), Picked::None);
    }

    #[test]
    fn several_are_asked_about() {
        let titles = ["Call the dentist", "Pay the dentist"];
        assert_eq!(picked("dentist", &titles), Picked::Several(titles.to_vec()));
        let twice = ["Buy milk", "Buy milk", "Buy milk today"];
        assert_eq!(
            picked("buy milk", &twice),
            Picked::Several(vec!["Buy milk", "Buy milk"])
        );
    }

    #[test]
    fn the_beginning_of_a_word_is_only_a_guess() {
        assert_eq!(
            picked("it", &["Italy trip"]),
            Picked::Several(vec!["Italy trip"])
        );
        assert_eq!(
            picked("tea", &["Teamwork talk", "Buy tea"]),
            Picked::One("Buy tea")
        );
    }
}
