//! Where the chat page loads ChatKit's script from.

use axum::http::Uri;

/// ChatKit's script.
const CHATKIT: &str = "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js";

/// In debug builds, the address of a script in its place. It must be on this computer.
#[cfg(debug_assertions)]
const VARIABLE: &str = "CALM_ORBIT_CHATKIT_SCRIPT";

/// The address of ChatKit's script, and its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    address: String,
    origin: String,
}

impl Script {
    /// ChatKit's script: a constant, but for tests.
    #[must_use]
    pub fn chosen() -> Self {
        #[cfg(debug_assertions)]
        if let Ok(address) = std::env::var(VARIABLE) {
            match Self::on_this_computer(&address) {
                Some(script) => return script,
                None => tracing::warn!("{VARIABLE} names no script on this computer"),
            }
        }
        Self {
            address: CHATKIT.to_owned(),
            origin: "https://cdn.platform.openai.com".to_owned(),
        }
    }

    /// A script that is served by this computer, `http://localhost:PORT/…` or one of its other
    /// names, as tests need it; `None` for any other.
    #[must_use]
    pub fn on_this_computer(address: &str) -> Option<Self> {
        let uri: Uri = address.parse().ok()?;
        let scheme = uri.scheme_str().filter(|s| ["http", "https"].contains(s))?;
        let authority = uri.authority()?.as_str();
        let host = uri.host()?;
        let port = uri.port_u16()?;
        let plain = authority == format!("{host}:{port}");
        if !plain || !["localhost", "127.0.0.1", "[::1]"].contains(&host) {
            return None;
        }
        let origin = format!("{scheme}://{authority}");
        Some(Self {
            address: format!("{origin}{}", uri.path()),
            origin,
        })
    }

    /// The whole address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its origin, which is also that of ChatKit's own frame.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constant_is_what_the_vendor_publishes() {
        assert!(CHATKIT.starts_with("https://cdn.platform.openai.com/"));
    }

    #[test]
    fn another_script_is_on_this_computer_or_none() {
        let script = Script::on_this_computer("http://localhost:9001/a/chatkit.js").unwrap();
        assert_eq!(script.address(), "http://localhost:9001/a/chatkit.js");
        assert_eq!(script.origin(), "http://localhost:9001");
        assert!(Script::on_this_computer("http://[::1]:9001/x.js").is_some());
        for foreign in [
            "",
            "chatkit.js",
            "//localhost:9001/x.js",
            "file:///tmp/x.js",
            "http://localhost/x.js",
            "http://example.com:9001/x.js",
            "http://localhost.example.com:9001/x.js",
            "http://user@localhost:9001/x.js",
            "http://localhost:9001@example.com:80/x.js",
            "http://127.0.0.1.example.com:9001/x.js",
            "ftp://localhost:9001/x.js",
        ] {
            assert_eq!(Script::on_this_computer(foreign), None, "{foreign}");
        }
    }
}
