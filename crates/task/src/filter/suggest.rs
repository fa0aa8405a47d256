//! What somebody may have meant.

/// The nearest of `known` that is a slip or two away from `typed`; `None` where nothing is near. Of
/// short words the first letter counts: "call" is not "all".
pub(super) fn nearest<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let typed: Vec<char> = typed.to_lowercase().chars().take(LONGEST + 1).collect();
    let slips = match typed.len() {
        0 | 1 => return None,
        2..=4 => 1,
        5..=LONGEST => 2,
        _ => return None,
    };
    let short = slips == 1;
    known
        .into_iter()
        .filter(|word| !short || word.chars().next() == typed.first().copied())
        .map(|word| (distance(&typed, word), word))
        .filter(|(distance, _)| (1..=slips).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The longest text for which something is suggested, in characters.
const LONGEST: usize = 24;

/// How many characters to insert, leave out, replace or swap with their neighbour (optimal string
/// alignment).
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at =
                |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&above, j) + usize::from(x != y))
                .min(at(&above, j + 1) + 1)
                .min(at(&row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_away() {
        let known = ["today", "tomorrow", "overdue", "done", "all"];
        for (typed, meant) in [
            ("tody", Some("today")),
            ("TODAY ", Some("today")),
            ("tomorow", Some("tomorrow")),
            ("overude", Some("overdue")),
            ("doen", Some("done")),
            ("today", None),
            ("milk", None),
            ("call", None),
            ("verdue", Some("overdue")),
            ("a", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
        assert_eq!(nearest(&"x".repeat(1_000), known), None);
    }

    #[test]
    fn distances() {
        let between = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), b);
        assert_eq!(between("", "abc"), 3);
        assert_eq!(between("abc", ""), 3);
        assert_eq!(between("kitten", "sitting"), 3);
        assert_eq!(between("ab", "ba"), 1);
        assert_eq!(between("same", "same"), 0);
    }
}
