//! Where a task stands among its siblings: a fractional index, so that moving one task writes one
//! field, and two devices that move different tasks don't disturb each other.
//!
//! A position is a fraction between 0 and 1, written as its digits to the base 62 (`0-9A-Za-z`,
//! which sort as text), without a zero at the end. There is always another between two of them.
//! The same position twice (two devices put something in the same gap) is told apart by the id.

use uuid::Uuid;

use crate::record::Record;
use crate::task::field;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn rank(digit: u8) -> Option<usize> {
    DIGITS.iter().position(|known| *known == digit)
}

fn digit(rank: usize) -> char {
    DIGITS.get(rank).copied().map_or('0', char::from)
}

/// Whether a text is a position.
fn is_position(text: &str) -> bool {
    !text.ends_with('0') && !text.is_empty() && text.bytes().all(|byte| rank(byte).is_some())
}

/// The position of a task that nobody has moved: by its id, and so by the time when it was made.
pub fn by_id(id: Uuid) -> String {
    // Something other than a zero at the end, whatever the id ends in.
    format!("{}V", id.simple())
}

/// The position of a task: the one that was written, else by its id.
pub fn of(id: Uuid, record: &Record) -> String {
    match record.value(field::POSITION).as_str() {
        Some(written) if is_position(written) => written.to_owned(),
        _ => by_id(id),
    }
}

/// A position after `before` and before `after`; `None` is the beginning or the end. Where there is
/// no room, since both are the same or stand the wrong way round, one directly after `before`.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let low = before.filter(|text| is_position(text)).unwrap_or_default();
    let high = after.filter(|text| is_position(text) && *text > low);
    let mut position = String::new();
    let (mut low, mut high) = (low.bytes(), high.map(str::bytes));
    loop {
        let from = low.next().and_then(rank).unwrap_or(0);
        // Past the end of `after` there is nothing below it that `before` is not; this can't come.
        let to = match high.as_mut() {
            Some(digits) => digits.next().and_then(rank).unwrap_or(0),
            None => DIGITS.len(),
        };
        if to > from + 1 {
            position.push(digit((from + to) / 2));
            return position;
        }
        position.push(digit(from));
        if to > from {
            // From here on anything below the end of the digits is below `after`.
            high = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::TaskId;

    fn positions() -> impl Strategy<Value = String> {
        "[0-9A-Za-z]{0,8}[1-9A-Za-z]"
    }

    proptest! {
        #[test]
        fn there_is_always_one_between(a in positions(), b in positions()) {
            prop_assume!(a != b);
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            let middle = between(Some(&low), Some(&high));
            prop_assert!(is_position(&middle), "{}", middle);
            prop_assert!(low < middle && middle < high, "{} {} {}", low, middle, high);
        }

        #[test]
        fn there_is_always_one_at_the_ends(a in positions()) {
            let first = between(None, Some(&a));
            let last = between(Some(&a), None);
            prop_assert!(is_position(&first) && is_position(&last));
            prop_assert!(first < a && a < last);
        }

        #[test]
        fn no_text_panics(a in ".{0,12}", b in ".{0,12}") {
            prop_assert!(is_position(&between(Some(&a), Some(&b))));
        }
    }

    #[test]
    fn a_thousand_moves_into_one_gap_stay_short() {
        let (mut low, high) = ("V".to_owned(), "W".to_owned());
        for _ in 0..1_000 {
            let middle = between(Some(&low), Some(&high));
            assert!(low < middle && middle < high);
            low = middle;
        }
        assert!(low.len() < 250, "{}", low.len());
    }

    #[test]
    fn what_is_no_position_counts_as_none() {
        let id = TaskId::fresh(jiff::Timestamp::UNIX_EPOCH).0;
        for text in ["", "a b", "a0", "é"] {
            let json = format!(r#"{{"position":["{text}","{:032x}"]}}"#, 1);
            let record = Record::from_json(&json).unwrap();
            assert_eq!(of(id, &record), by_id(id));
        }
    }

    #[test]
    fn tasks_that_nobody_moved_stand_as_they_were_made() {
        let at = |second| jiff::Timestamp::from_second(second).unwrap();
        let (a, b) = (TaskId::fresh(at(10)).0, TaskId::fresh(at(20)).0);
        assert!(by_id(a) < by_id(b));
        let middle = between(Some(&by_id(a)), Some(&by_id(b)));
        assert!(by_id(a) < middle && middle < by_id(b));
    }
}
