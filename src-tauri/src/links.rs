//! Links of the scheme `calm-orbit:`. Any page and any program can open one, so they are untrusted:
//! a closed set, read strictly. Nothing in a link changes a task; the most that one can do is to
//! show something that the person then decides about.

use task::TaskId;
use task::text::title;
use tauri::Url;

/// What the links begin with.
const SCHEME: &str = "calm-orbit";
/// The longest link that is read, in bytes.
const LONGEST: usize = 8_192;

/// What a link asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Link {
    /// `calm-orbit://task/ID`: to see a task.
    Task(TaskId),
    /// `calm-orbit://today`: to see what is due today and before.
    Today,
    /// `calm-orbit://add?text=…`: to be asked whether to add a task; the line that would be added.
    Add(String),
}

impl Link {
    /// Reads a link; `None` for whatever is none of those.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let odd = |c: char| c.is_control() || c.is_whitespace();
        if text.len() > LONGEST || text.contains(odd) {
            return None;
        }
        let url: Url = text.parse().ok()?;
        let plain = url.scheme() == SCHEME
            && url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none();
        if !plain {
            return None;
        }
        match (url.host_str()?, url.path(), url.query()) {
            ("task", path, None) => task_id(path.strip_prefix('/')?).map(Self::Task),
            ("today", "" | "/", None) => Some(Self::Today),
            ("add", "" | "/", Some(query)) => {
                let line = decode(query.strip_prefix("text=")?)?;
                // One line, without characters that only deceive.
                title(&line).ok().map(Self::Add)
            }
            _ => None,
        }
    }
}

/// An id in the one way in which it is written.
fn task_id(text: &str) -> Option<TaskId> {
    let id: TaskId = text.parse().ok()?;
    (id.to_string() == text).then_some(id)
}

/// The value of a query. Every `%` has its two digits, what they make is UTF-8, and there is no
/// second value.
fn decode(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'&' => return None,
            b'+' => b' ',
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ID: &str = "0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70";

    fn add(line: &str) -> Option<Link> {
        Some(Link::Add(line.to_owned()))
    }

    #[test]
    fn a_link_shows_a_task() {
        let link = Link::read(&format!("calm-orbit://task/{ID}"));
        assert_eq!(link, Some(Link::Task(ID.parse().unwrap())));
    }

    #[test]
    fn a_link_shows_today() {
        assert_eq!(Link::read("calm-orbit://today"), Some(Link::Today));
        assert_eq!(Link::read("calm-orbit://today/"), Some(Link::Today));
    }

    #[test]
    fn a_link_asks_to_add_a_line() {
        for (link, line) in [
            ("calm-orbit://add?text=Buy%20milk", "Buy milk"),
            ("calm-orbit://add/?text=Buy+milk", "Buy milk"),
            ("CALM-ORBIT://add?text=a%2Bb%26c%3Dd", "a+b&c=d"),
            ("calm-orbit://add?text=100%25", "100%"),
            ("calm-orbit://add?text=caf%C3%A9", "café"),
            ("calm-orbit://add?text=café", "café"),
            ("calm-orbit://add?text=one%0Atwo", "one two"),
            ("calm-orbit://add?text=a%E2%80%AEb", "ab"),
        ] {
            assert_eq!(Link::read(link), add(line), "{link}");
        }
    }

    #[test]
    fn whatever_else_is_no_link() {
        let long = format!("calm-orbit://add?text={}", "a".repeat(1_001));
        for text in [
            "",
            "calm-orbit:",
            "calm-orbit://",
            "calm-orbit:add?text=x",
            "calm-orbit://add",
            "calm-orbit://add?text=",
            "calm-orbit://add?text=%20",
            "calm-orbit://add?text=x&list=Work",
            "calm-orbit://add?list=Work&text=x",
            "calm-orbit://add?text=x#y",
            "calm-orbit://add/x?text=x",
            "calm-orbit://add:80?text=x",
            "calm-orbit://somebody@add?text=x",
            "calm-orbit://add?text=%",
            "calm-orbit://add?text=%2",
            "calm-orbit://add?text=%zz",
            "calm-orbit://add?text=%+1",
            "calm-orbit://add?text=%FF",
            "calm-orbit://add?text=a b",
            "calm-orbit://add?text=a\n",
            "calm-orbit://today/done",
            "calm-orbit://today?done",
            "calm-orbit://task",
            "calm-orbit://task/",
            "calm-orbit://task/1a9b4c70",
            "calm-orbit://task/0199F2C4-7D1E-7A3B-8C5D-2F6E1A9B4C70",
            "calm-orbit://task/0199f2c47d1e7a3b8c5d2f6e1a9b4c70",
            "calm-orbit://task/0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70/",
            "calm-orbit://task/0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70?x",
            "calm-orbit://delete/0199f2c4-7d1e-7a3b-8c5d-2f6e1a9b4c70",
            "calm-orbit://settings",
            "calmorbit://add?text=x",
            "https://add?text=x",
            "--quick-add",
            long.as_str(),
        ] {
            assert_eq!(Link::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd_to_read(text in ".{0,200}", tail in any::<String>()) {
            for link in [text.clone(), format!("calm-orbit://{tail}"), format!("calm-orbit://add?text={tail}")] {
                match Link::read(&link) {
                    Some(Link::Add(line)) => {
                        prop_assert!(!line.is_empty() && line.chars().count() <= 1_000);
                        prop_assert!(!line.contains(char::is_control));
                    }
                    Some(Link::Task(id)) => prop_assert!(link.ends_with(&id.to_string())),
                    Some(Link::Today) => prop_assert!(link.contains("//today")),
                    None => {}
                }
            }
        }

        #[test]
        fn a_line_comes_through_as_it_was_sent(line in "[a-zA-Z0-9#@%&+=?/é€ ]{1,80}") {
            let sent: String = line.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let read = Link::read(&format!("calm-orbit://add?text={sent}"));
            prop_assert_eq!(read, title(&line).ok().map(Link::Add));
        }
    }
}
