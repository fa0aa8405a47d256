//! Addresses that a credential may be sent to.

use std::fmt;
use std::str::FromStr;

use reqwest::Url;

/// How long an address may be, in bytes.
const LIMIT: usize = 2_048;

/// The address of a server that a credential may be sent to: `https://…`, or `http://…` on this
/// computer alone (`localhost`, `127.0.0.0/8`, `[::1]`); without a user, a query or a fragment.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

/// A text that is not an [`Address`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAddress {
    /// No URL at all, or one without a host.
    #[error("an address looks like https://example.org")]
    Unreadable,
    /// It is longer than 2,048 bytes.
    #[error("an address has at most 2,048 characters")]
    TooLong,
    /// Neither TLS nor this computer.
    #[error("an address begins with https://, and with http:// only on this computer")]
    Unprotected,
    /// It has a user or a password in it.
    #[error("an address has no user and no password in it")]
    Credentials,
    /// It goes on with `?` or `#`.
    #[error("an address has no “?” and no “#” in it")]
    Beyond,
    /// What should be a path is none.
    #[error(
        "a path begins with one “/” and has letters, digits and the characters -._~!$&'()*+,;=:@ \
         between single slashes"
    )]
    Path,
}

impl Address {
    /// The address of a path below this one: `https://example.org/app` and `/api` are
    /// `https://example.org/app/api`.
    ///
    /// # Errors
    /// [`NotAnAddress::Path`] where the text is no plain path, and so might lead elsewhere.
    pub fn below(&self, path: &str) -> Result<Self, NotAnAddress> {
        let rest = path.strip_prefix('/').ok_or(NotAnAddress::Path)?;
        let segments = rest.strip_suffix('/').unwrap_or(rest).split('/');
        if !segments.into_iter().all(is_segment) {
            return Err(NotAnAddress::Path);
        }
        let mut url = self.0.clone();
        let base = url.path().trim_end_matches('/');
        url.set_path(&format!("{base}{path}"));
        if url.as_str().len() > LIMIT {
            return Err(NotAnAddress::TooLong);
        }
        Ok(Self(url))
    }

    /// The name of the server: its host, and its port where that isn't the usual one.
    pub fn server(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        match self.0.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// Its scheme, host and port, `https://example.org`.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Whether it is on this computer.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }
}

impl Address {
    pub(super) fn url(&self) -> Url {
        self.0.clone()
    }

    /// Whether it goes without TLS.
    pub(super) fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }
}

fn is_segment(segment: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte);
    !segment.is_empty() && segment != "." && segment != ".." && segment.bytes().all(allowed)
}

fn is_loopback(url: &Url) -> bool {
    // The standard of URLs has brought `127.1` and `0x7f000001` to `127.0.0.1` already.
    match url.host_str() {
        Some("localhost" | "[::1]") => true,
        Some(host) => host
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|address| address.is_loopback()),
        None => false,
    }
}

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim();
        if text.len() > LIMIT {
            return Err(NotAnAddress::TooLong);
        }
        let url = Url::parse(text).map_err(|_| NotAnAddress::Unreadable)?;
        if url.host_str().is_none_or(str::is_empty) {
            return Err(NotAnAddress::Unreadable);
        }
        if url.scheme() != "https" && !(url.scheme() == "http" && is_loopback(&url)) {
            return Err(NotAnAddress::Unprotected);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(NotAnAddress::Credentials);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(NotAnAddress::Beyond);
        }
        Ok(Self(url))
    }
}

/// Without a slash at its end.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, NotAnAddress> {
        text.parse::<Address>().map(|address| address.to_string())
    }

    #[test]
    fn tls_is_needed_but_on_this_computer() {
        for (text, is) in [
            ("https://example.org", "https://example.org"),
            (
                " https://example.org:8443/app/ ",
                "https://example.org:8443/app",
            ),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
            ("http://127.9.9.9", "http://127.9.9.9"),
            ("http://127.1", "http://127.0.0.1"),
            ("http://[::1]:80/x", "http://[::1]/x"),
            ("HTTP://LOCALHOST", "http://localhost"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(is), "{text}");
        }
        for text in [
            "http://example.org",
            "http://localhost.example.org",
            "http://localhost.",
            "http://127.0.0.1.example.org",
            "http://128.0.0.1",
            "http://[::2]",
            "http://[::ffff:127.0.0.1]",
            "http://0.0.0.0",
            "ftp://localhost",
            "ws://localhost",
        ] {
            assert_eq!(read(text), Err(NotAnAddress::Unprotected), "{text}");
        }
    }

    #[test]
    fn what_is_more_than_an_address_is_refused() {
        for (text, error) in [
            ("", NotAnAddress::Unreadable),
            ("example.org", NotAnAddress::Unreadable),
            ("https://", NotAnAddress::Unreadable),
            ("file:///etc/passwd", NotAnAddress::Unreadable),
            ("file://localhost/etc", NotAnAddress::Unreadable),
            ("javascript:alert(1)", NotAnAddress::Unreadable),
            ("https://me@example.org", NotAnAddress::Credentials),
            ("https://:pass@example.org", NotAnAddress::Credentials),
            ("https://example.org@evil.org", NotAnAddress::Credentials),
            ("https://example.org/?x=1", NotAnAddress::Beyond),
            ("https://example.org/#x", NotAnAddress::Beyond),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
        let long = format!("https://example.org/{}", "a".repeat(2_048));
        assert_eq!(read(&long), Err(NotAnAddress::TooLong));
    }

    #[test]
    fn a_path_stays_a_path() {
        let base: Address = "https://example.org/app/".parse().unwrap();
        assert_eq!(
            base.below("/api/chatkit/session").unwrap().to_string(),
            "https://example.org/app/api/chatkit/session"
        );
        assert_eq!(base.below("/api").unwrap().origin(), "https://example.org");
        assert_eq!(base.below("/api/").unwrap().0.path(), "/app/api/");
        for path in [
            "",
            "api",
            "/",
            "//evil.org/x",
            "/a//b",
            "/../x",
            "/a/..",
            "/a/./b",
            "/a/%2e%2e/b",
            "/a?x=1",
            "/a#x",
            "/a\\b",
            "/a b",
            "/ä",
            "/a\n",
            "https://evil.org/",
        ] {
            assert_eq!(base.below(path), Err(NotAnAddress::Path), "{path}");
        }
        let long = format!("/{}", "a".repeat(2_048));
        assert_eq!(base.below(&long), Err(NotAnAddress::TooLong));
    }
}
