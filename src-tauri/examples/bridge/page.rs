//! The pages as they were built, under the app's own policy, and the commands behind them:
//! `/TOKEN/LABEL/FILE`, `/TOKEN/LABEL/bridge/…`.

use std::collections::HashMap;
use std::convert::Infallible;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Address, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::stream;
use tauri::Config;
use tauri::ipc::InvokeResponseBody;
use tauri::utils::config::{Csp, CspDirectiveSources};

use crate::windows::Windows;

/// What stands in the page for what Tauri puts into its own.
const SCRIPT: &str = include_str!("script.js");

/// The pages and what is behind them.
pub(crate) struct Page {
    /// Where the files are.
    pub(crate) folder: PathBuf,
    /// Their content security policy.
    pub(crate) policy: String,
    pub(crate) windows: Windows,
    /// Host and port, as a browser must name them.
    pub(crate) authority: String,
    /// What an address begins with.
    pub(crate) token: String,
}

/// The app's policy, but for where commands are called.
pub(crate) fn policy(config: &Config) -> String {
    let policy = config.app.security.csp.clone();
    let mut policy: HashMap<String, CspDirectiveSources> = policy
        .unwrap_or_else(|| Csp::DirectiveMap(HashMap::new()))
        .into();
    let own = CspDirectiveSources::Inline("'self'".to_owned());
    policy.insert("connect-src".to_owned(), own);
    Csp::DirectiveMap(policy).to_string()
}

/// The routes.
pub(crate) fn router(page: Page) -> Router {
    let page = Arc::new(page);
    let in_window = Router::new()
        .route("/{label}/bridge/script.js", get(script))
        .route("/{label}/bridge/hear", get(hear))
        .route("/{label}/bridge/call/{command}", post(call))
        .route("/{label}/{*file}", get(file));
    // A browser asks for an icon by itself.
    Router::new()
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .nest(&format!("/{}", page.token), in_window)
        .layer(middleware::from_fn_with_state(Arc::clone(&page), guard))
        .with_state(page)
}

/// Only who names this server as it is named gets an answer, and nothing is kept.
async fn guard(State(page): State<Arc<Page>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    if host.is_none_or(|host| host.as_bytes() != page.authority.as_bytes()) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    let mut response = next.run(request).await;
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT)
}

/// A file of the pages. One that is HTML is a page that begins in the window.
async fn file(
    State(page): State<Arc<Page>>,
    Address((label, file)): Address<(String, String)>,
) -> Response {
    let path = Path::new(&file);
    let plain = |component| matches!(component, Component::Normal(_));
    if !path.components().all(plain) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Ok(bytes) = tokio::fs::read(page.folder.join(path)).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match path.extension().and_then(|name| name.to_str()) {
        Some("html") => return html(&page, &label, &bytes),
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind)], bytes).into_response()
}

fn html(page: &Page, label: &str, bytes: &[u8]) -> Response {
    if let Err(error) = page.windows.begin_page(label) {
        return (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response();
    }
    let script = "<head><script src=\"bridge/script.js\"></script>";
    let text = String::from_utf8_lossy(bytes).replacen("<head>", script, 1);
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, &page.policy),
    ];
    (headers, text).into_response()
}

/// What commands send on channels of the page, for as long as it is there.
async fn hear(State(page): State<Arc<Page>>, Address(label): Address<String>) -> Response {
    let Some(hearing) = page.windows.ears.hear(&label) else {
        // Tells an `EventSource` not to try again.
        return StatusCode::NO_CONTENT.into_response();
    };
    let messages = stream::unfold(hearing, async |mut hearing| {
        let message = hearing.recv().await?;
        let event = Event::default().data(message.to_string());
        Some((Ok::<_, Infallible>(event), hearing))
    });
    Sse::new(messages)
        .keep_alive(KeepAlive::default())
        .into_response()
}

/// Calls a command. One that rejects is answered all the same: a browser would call another status
/// a failure in its console.
async fn call(
    State(page): State<Arc<Page>>,
    Address((label, command)): Address<(String, String)>,
    body: Bytes,
) -> Response {
    let arguments = match serde_json::from_slice(&body) {
        Ok(arguments) => arguments,
        Err(error) => return (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    };
    let json = [(header::CONTENT_TYPE, "application/json")];
    match page.windows.call(&label, command, arguments).await {
        Ok(InvokeResponseBody::Json(text)) => (json, text).into_response(),
        Ok(InvokeResponseBody::Raw(bytes)) => bytes.into_response(),
        Err(error) => ([("rejected", "yes")], json, error.to_string()).into_response(),
    }
}
