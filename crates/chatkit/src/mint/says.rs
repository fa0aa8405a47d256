//! What a server says of its refusal, as far as it may be shown.

use serde_json::{Map, Value};

/// The most characters that are told on.
const LIMIT: usize = 200;
/// How much of a credential is enough to reveal it, in bytes.
const TELLING: usize = 6;
/// How OpenAI's client secrets and keys begin.
const SECRET_WORDS: [&str; 2] = ["ek_", "sk-"];

/// The text of an error in any of the forms that servers have: FastAPI's `{"detail"}`,
/// `{"message"}`, OpenAI's `{"error": {"message"}}`, and `{"error"}`; cut short, without control
/// characters. Empty where there is none, and where it might reveal a secret: the body has a field
/// for one, the text has a word that begins like one, or it repeats a part of the credential.
pub(super) fn says(body: &[u8], credential: &str) -> String {
    let Ok(body) = serde_json::from_slice::<Map<String, Value>>(body) else {
        return String::new();
    };
    let error = body.get("error");
    let said = [
        body.get("detail"),
        body.get("message"),
        error.and_then(|error| error.get("message")),
        error,
    ];
    let said = said.into_iter().flatten().find_map(Value::as_str);
    let mut said: String = said.unwrap_or_default().chars().filter(is_seen).collect();
    if has_secret(&body) || has_secret_word(&said) || repeats(&said, credential) {
        return String::new();
    }
    if let Some((cut, _)) = said.char_indices().nth(LIMIT) {
        said.truncate(cut);
        said.push('…');
    }
    said
}

/// Whether a character takes a place of its own: not a control character, and none of those that
/// only change how others are drawn and could hide a word from whoever looks for it.
fn is_seen(letter: &char) -> bool {
    let is_format = matches!(
        letter,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
    );
    !letter.is_control() && !is_format
}

/// Whether a field anywhere is named as one for a secret is: `client_secret`, `clientSecret`.
/// Its value doesn't matter: whoever refuses and gives a secret all the same isn't told on.
fn has_secret(fields: &Map<String, Value>) -> bool {
    fields
        .iter()
        .any(|(name, value)| name.to_ascii_lowercase().contains("secret") || within(value))
}

fn within(value: &Value) -> bool {
    match value {
        Value::Object(fields) => has_secret(fields),
        Value::Array(values) => values.iter().any(within),
        _ => false,
    }
}

fn has_secret_word(said: &str) -> bool {
    let is_between = |letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '-');
    said.to_lowercase()
        .split(is_between)
        .any(|word| SECRET_WORDS.iter().any(|begin| word.starts_with(begin)))
}

fn repeats(said: &str, credential: &str) -> bool {
    let parts = credential.len().clamp(1, TELLING);
    credential.as_bytes().windows(parts).any(|part| {
        said.as_bytes()
            .windows(part.len())
            .any(|heard| heard == part)
    })
}
