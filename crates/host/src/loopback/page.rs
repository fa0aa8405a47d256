//! The chat page and its files.

use std::borrow::Cow;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::refusal::{Refusal, nothing_here};
use super::{Script, Site, guard};

const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// The page, in the folder of the pages.
const PAGE: &str = "chat.html";
/// What the page has in place of the script's address.
const SCRIPT: &str = "%CHATKIT_SCRIPT%";
/// What the page has in place of the origins that may be its parent.
const ORIGINS: &str = "%WINDOW_ORIGINS%";

/// Powers that neither the page nor ChatKit in it has a use for. Of what is not named, most need
/// a person's consent, which the window refuses.
const REFUSED_POWERS: [&str; 25] = [
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The files that the web side was built into.
pub trait Pages: Send + Sync + 'static {
    /// The file at this path, such as `chat.html` or `assets/chat.js`; `None` where there is
    /// none.
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>>;
}

/// The chat page: its files, and what it is told of where it is.
pub struct ChatPage {
    pages: Arc<dyn Pages>,
    script: Script,
    window_origins: String,
    policy: String,
    permissions: String,
}

impl ChatPage {
    /// The page of these files, with this script, in the frame of a window with one of these
    /// origins.
    #[must_use]
    pub fn new(pages: Arc<dyn Pages>, script: Script, window_origins: &[&str]) -> Self {
        let window_origins = window_origins.join(" ");
        let vendor = script.origin();
        let policy = [
            "default-src 'none'".to_owned(),
            format!("script-src 'self' {vendor}"),
            // ChatKit brings a style element of its own.
            "style-src 'self' 'unsafe-inline'".to_owned(),
            "connect-src 'self'".to_owned(),
            "img-src data:".to_owned(),
            format!("frame-src {vendor}"),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            "object-src 'none'".to_owned(),
            format!("frame-ancestors {window_origins}"),
        ]
        .join("; ");
        let permissions = REFUSED_POWERS.map(|power| format!("{power}=()")).join(", ");
        Self {
            pages,
            script,
            window_origins,
            policy,
            permissions,
        }
    }

    fn html(&self) -> Option<String> {
        let file = self.pages.file(PAGE)?;
        let html = std::str::from_utf8(&file).ok()?;
        let html = html.replace(SCRIPT, &escaped(self.script.address()));
        Some(html.replace(ORIGINS, &escaped(&self.window_origins)))
    }
}

/// A text in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// The chat page. Only into a frame: at the top of a window it would be where that window's own
/// scripts run.
pub(super) async fn chat(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    if guard::one(&headers, &SEC_FETCH_DEST) != Some("iframe") {
        return Refusal::new(
            StatusCode::FORBIDDEN,
            "The chat opens in the window of Calm Orbit only.",
        )
        .into_response();
    }
    let Some(page) = &site.page else {
        return nothing_here().await.into_response();
    };
    let Some(html) = page.html() else {
        tracing::error!("the chat page is missing from this build");
        return nothing_here().await.into_response();
    };
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_SECURITY_POLICY, page.policy.as_str()),
        (PERMISSIONS_POLICY, page.permissions.as_str()),
        // ChatKit's frame finds its parent's origin in the referrer.
        (REFERRER_POLICY, "strict-origin-when-cross-origin"),
    ];
    (headers, html).into_response()
}

/// A file of the page.
pub(super) async fn asset(State(site): State<Arc<Site>>, Path(file): Path<String>) -> Response {
    let found = kind(&file).zip(
        site.page
            .as_ref()
            .and_then(|page| page.pages.file(&format!("assets/{file}"))),
    );
    match found {
        Some((kind, bytes)) => ([(CONTENT_TYPE, kind)], bytes.into_owned()).into_response(),
        None => nothing_here().await.into_response(),
    }
}

/// The media type of a file, by its name; `None` for one that no build has.
fn kind(file: &str) -> Option<&'static str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !file.chars().all(plain) || file.starts_with('.') || file.contains("..") {
        return None;
    }
    Some(match file.rsplit_once('.')?.1 {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_plain_names_and_known_types() {
        assert_eq!(
            kind("chat-B2a_x.js"),
            Some("text/javascript; charset=utf-8")
        );
        assert_eq!(kind("a.b.css"), Some("text/css; charset=utf-8"));
        for foreign in [
            "",
            "js",
            ".js",
            "a.html",
            "a/b.js",
            "..js",
            "a..js",
            "../chat.js",
            "a\\b.js",
            "%2e.js",
            "a.js\0",
            "a.map",
        ] {
            assert_eq!(kind(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_goes_into_an_attribute_stays_in_it() {
        assert_eq!(escaped("a&b\"<c>"), "a&amp;b&quot;&lt;c>");
    }
}
