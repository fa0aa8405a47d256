//! The title that is left where pieces are cut out.

use super::line::{Found, Piece};

/// The text without its pieces, the spaces around them one; `None` where no word is left.
pub(super) fn title(text: &str, pieces: &[Piece]) -> Option<String> {
    let mut title = String::new();
    let mut at = 0;
    let mut cut = false;
    for piece in pieces {
        join(&mut title, text.get(at..piece.start)?, cut);
        at = piece.end;
        cut = !matches!(piece.found, Found::Literal(_));
        if let Found::Literal(words) = &piece.found {
            title.push_str(words);
        }
    }
    join(&mut title, text.get(at..)?, cut);
    if cut && text.get(at..).is_some_and(|rest| rest.trim().is_empty()) {
        let end = title
            .trim_end()
            .trim_end_matches(|c| is_separator(c) || c == ' ')
            .len();
        title.truncate(end);
    }
    let title = title.trim();
    let words = title.contains(|c: char| {
        c.is_alphanumeric() || (!c.is_ascii() && !is_separator(c) && !c.is_whitespace())
    });
    words.then(|| title.to_owned())
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '-' | '–' | '—')
}

/// Adds what stands after a piece that was cut out.
fn join(title: &mut String, rest: &str, cut: bool) {
    if !cut {
        title.push_str(rest);
        return;
    }
    let rest = rest.trim_start();
    title.truncate(title.trim_end().len());
    if title.is_empty() {
        title.push_str(rest.trim_start_matches(|c: char| is_separator(c) || c.is_whitespace()));
        return;
    }
    let separated = title.ends_with([',', ';']) && rest.starts_with([',', ';']);
    let rest = if separated {
        rest.get(1..).unwrap_or_default()
    } else {
        rest
    };
    let glued = rest.is_empty() || rest.starts_with([',', '.', ';', ':', '!', '?', ')', ' ']);
    if !glued {
        title.push(' ');
    }
    title.push_str(rest);
}
