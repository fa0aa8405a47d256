//! Which task somebody means by a few words.

use crate::text::fold;

/// What a few words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked<T> {
    /// Nothing fits.
    None,
    /// This one.
    One(T),
    /// Any of these.
    Several(Vec<T>),
}

/// Picks what `words` mean among candidates that hold all of them: the one whose title they are,
/// to the letter but for case; else the only one; else all.
pub fn pick<T>(words: &str, candidates: Vec<T>, title: impl Fn(&T) -> &str) -> Picked<T> {
    let wanted = fold(words.trim());
    let (mut same, mut others): (Vec<T>, Vec<T>) = candidates
        .into_iter()
        .partition(|candidate| fold(title(candidate).trim()) == wanted);
    match (same.len(), others.len()) {
        (1, _) => same.pop().map_or(Picked::None, Picked::One),
        (0, 0) => Picked::None,
        (0, 1) => others.pop().map_or(Picked::None, Picked::One),
        (0, _) => Picked::Several(others),
        _ => Picked::Several(same),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(words: &str, titles: &[&'static str]) -> Picked<&'static str> {
        pick(words, titles.to_vec(), |title| title)
    }

    #[test]
    fn the_exact_title_wins() {
        let titles = ["Buy milk", "Buy milk and bread"];
        assert_eq!(picked("buy MILK ", &titles), Picked::One("Buy milk"));
    }

    #[test]
    fn the_only_one_is_meant() {
        assert_eq!(
            picked("dentist", &["Call the dentist"]),
            Picked::One("Call the dentist")
        );
        assert_eq!(picked("dentist", &[]), Picked::None);
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
}
