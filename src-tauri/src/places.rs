//! Which pages may be where: the app's own at the top of its window, the chat page and what ChatKit
//! nests in it in frames, nothing else anywhere; and which links may go to the browser.

use host::loopback::{Address, Script};
use tauri::Url;

/// Where the pages of the window come from; each may be the parent of the chat page.
#[cfg(windows)]
pub(crate) const WINDOW_ORIGINS: &[&str] = &["https://tauri.localhost", "http://tauri.localhost"];
/// Where the pages of the window come from; each may be the parent of the chat page.
#[cfg(not(windows))]
pub(crate) const WINDOW_ORIGINS: &[&str] = &["tauri://localhost"];

/// Vite's server, under `tauri dev`.
pub(crate) const DEV_ORIGIN: &str = "http://localhost:1420";

/// What ChatKit's own frame nests, by the policy that it comes with.
const NESTED: [&str; 2] = ["https://chatgpt.com", "https://sentinel.openai.com"];

/// The longest link that is handed on, in bytes.
const LONGEST_LINK: usize = 2_048;

/// Whether a page is the app's own: `tauri://localhost` on Linux and macOS,
/// `https://tauri.localhost` on Windows, Vite's server under `tauri dev`.
pub(crate) fn is_own(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http" | "https", Some("tauri.localhost")) => url.port().is_none(),
        ("http", Some("localhost")) => tauri::is_dev() && url.port() == Some(1420),
        _ => false,
    }
}

/// What may be in frames.
#[derive(Debug)]
pub(crate) struct Frames {
    chat: Option<Address>,
    vendor: String,
}

impl Frames {
    /// The chat page, if there is one, and ChatKit, which comes from where its script does.
    pub(crate) fn new(chat: Option<Address>, script: &Script) -> Self {
        Self {
            chat,
            vendor: script.origin().to_owned(),
        }
    }

    /// Whether a page may be in the window at all. Frame and top are asked alike and can't be told
    /// apart here; at the top, the guard of the window ends the app over any page that isn't its
    /// own.
    pub(crate) fn may_load(&self, url: &Url) -> bool {
        is_own(url) || self.is_chat(url) || self.is_chatkit(url) || is_blank(url)
    }

    fn is_chat(&self, url: &Url) -> bool {
        let mut plain = url.clone();
        plain.set_fragment(None);
        self.chat.is_some_and(|chat| plain.as_str() == chat.page())
    }

    fn is_chatkit(&self, url: &Url) -> bool {
        let origin = url.origin().ascii_serialization();
        origin == self.vendor || NESTED.contains(&origin.as_str())
    }
}

/// A frame that was just made, or is written by its parent.
fn is_blank(url: &Url) -> bool {
    matches!(url.as_str(), "about:blank" | "about:srcdoc")
}

/// A link that may be opened outside of the app, as it is opened: a page of the web, or a letter.
pub(crate) fn outside(address: &str) -> Option<Url> {
    let url: Url = address.parse().ok()?;
    let web = matches!(url.scheme(), "https" | "http")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none();
    let fits = url.as_str().len() <= LONGEST_LINK;
    (fits && (web || url.scheme() == "mailto")).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_app_itself_may_be_in_the_window() {
        for own in [
            "tauri://localhost",
            "tauri://localhost/index.html#today",
            "https://tauri.localhost/",
            "http://tauri.localhost/index.html",
        ] {
            assert!(is_own(&own.parse().unwrap()), "{own}");
        }
        for foreign in [
            "https://example.com/",
            "tauri://example.com/",
            "https://tauri.localhost:8080/",
            "https://tauri.localhost.example.com/",
            "https://user@example.com/tauri.localhost",
            "http://localhost/",
            "http://localhost:1420/",
            "http://localhost:27001/chat",
            "http://127.0.0.1:1420/",
            "https://cdn.platform.openai.com/",
            "file:///etc/passwd",
            "data:text/html,<script>1</script>",
            "about:blank",
            "javascript:1",
        ] {
            assert!(!is_own(&foreign.parse().unwrap()), "{foreign}");
        }
    }

    #[test]
    fn the_chat_and_what_it_nests_may_be_in_frames() {
        let folder = tempfile::tempdir().unwrap();
        let bound = host::loopback::Bound::for_profile(folder.path()).unwrap();
        let port = bound.address().port();
        let frames = Frames::new(Some(bound.address()), &Script::chosen());
        let may = |url: &str| frames.may_load(&url.parse().unwrap());
        for framed in [
            format!("http://localhost:{port}/chat"),
            format!("http://localhost:{port}/chat#x"),
            "https://cdn.platform.openai.com/deployments/chatkit/index-abc.html".to_owned(),
            "https://sentinel.openai.com/frame".to_owned(),
            "https://chatgpt.com/x".to_owned(),
            "about:blank".to_owned(),
            "about:srcdoc".to_owned(),
        ] {
            assert!(may(&framed), "{framed}");
        }
        for foreign in [
            format!("http://localhost:{port}/"),
            format!("http://localhost:{port}/chatkit"),
            format!("http://localhost:{port}/chat/x"),
            format!("http://localhost:{port}/chat?x"),
            format!("http://user@localhost:{port}/chat"),
            format!("http://127.0.0.1:{port}/chat"),
            format!("https://localhost:{port}/chat"),
            format!("http://localhost:{}/chat", port ^ 1),
            "http://cdn.platform.openai.com/".to_owned(),
            "https://cdn.platform.openai.com:444/".to_owned(),
            "https://cdn.platform.openai.com.example.com/".to_owned(),
            "https://openai.com/".to_owned(),
            "https://example.com/".to_owned(),
            "data:text/html,<script>1</script>".to_owned(),
            "about:config".to_owned(),
        ] {
            assert!(!may(&foreign), "{foreign}");
        }
        let none = Frames::new(None, &Script::chosen());
        let chat = format!("http://localhost:{port}/chat");
        assert!(!none.may_load(&chat.parse().unwrap()));
    }

    #[test]
    fn links_to_the_web_and_letters_go_out() {
        for link in [
            "https://example.com/a?b=c#d",
            "http://example.com",
            "mailto:somebody@example.com",
        ] {
            assert!(outside(link).is_some(), "{link}");
        }
        for link in [
            "",
            "example.com",
            "/etc/passwd",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "tauri://localhost/",
            "calm-orbit://add",
            "ssh://example.com",
            "https://user:secret@example.com/",
            "https://user@example.com/",
            "https://",
        ] {
            assert_eq!(outside(link), None, "{link}");
        }
        let long = format!("https://example.com/{}", "a".repeat(LONGEST_LINK));
        assert_eq!(outside(&long), None);
        // Nothing that a shell would read stays in it.
        let quoted = outside("https://example.com/\"&calc&\"").unwrap();
        assert!(!quoted.as_str().contains('"'), "{quoted}");
    }
}
