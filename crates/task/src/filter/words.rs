//! The words that are searched for.

use unicode_normalization::UnicodeNormalization;

/// Whether a letter is of a script that is written without spaces between words, such as Chinese,
/// Japanese or Thai: there nobody can tell where a word begins.
pub fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        // Thai, Lao, Myanmar, Khmer
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Han, Hiragana, Katakana
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}'
    )
}

/// The words of a text as they are compared: lower case, Latin letters without their accents,
/// parted by whatever is neither letter nor digit, and where a script without spaces begins or
/// ends ([`is_unspaced`]).
pub fn search_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut latin = false;
    let plain = lower.nfd().filter(|c| {
        let accent = ('\u{300}'..='\u{36f}').contains(c);
        latin = if accent {
            latin
        } else {
            c.is_ascii_alphabetic()
        };
        !(accent && latin)
    });
    let mut words = vec![String::new()];
    let mut unspaced = false;
    for c in plain.nfc() {
        let apart = !c.is_alphanumeric();
        if apart || is_unspaced(c) != unspaced {
            words.push(String::new());
            unspaced = is_unspaced(c);
        }
        if !apart && let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a word is one that is searched for, or begins so; both as [`search_words`] gives them.
pub(super) fn is_found(wanted: &str, word: &str) -> bool {
    if wanted.starts_with(is_unspaced) {
        word.contains(wanted)
    } else {
        word.starts_with(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain() {
        for (text, words) in [
            ("Buy MILK & bread!", vec!["buy", "milk", "bread"]),
            (
                "Café, U\u{308}ber-Wien 1\u{ba}",
                vec!["cafe", "uber", "wien", "1º"],
            ),
            ("it's", vec!["it", "s"]),
            // Only Latin letters lose their marks: и and й are two letters.
            ("Чай и йод", vec!["чай", "и", "йод"]),
            ("iPhone手机 2台", vec!["iphone", "手机", "2", "台"]),
            ("カタカナ、です", vec!["カタカナ", "です"]),
            ("☕ !", vec![]),
        ] {
            assert_eq!(search_words(text), words, "{text}");
        }
    }

    #[test]
    fn a_word_is_found_by_its_beginning() {
        for (wanted, word, found) in [
            ("mil", "milk", true),
            ("milk", "milk", true),
            ("ilk", "milk", false),
            ("milks", "milk", false),
            ("面包", "牛奶面包", true),
            ("包面", "牛奶面包", false),
        ] {
            assert_eq!(is_found(wanted, word), found, "{wanted} in {word}");
        }
    }
}
