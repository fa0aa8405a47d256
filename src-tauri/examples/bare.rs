//! A window with nothing but a page of text: what Tauri and the system's webview cost by
//! themselves. `script/bench` measures the app beside it.

use tauri::webview::PageLoadEvent;
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// A line of the page.
const LINE: &str = "<p>A page of text, and nothing else on it: what it takes to show that.</p>";

#[expect(clippy::print_stdout, reason = "who measures it waits for the line")]
fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    let config = context.config_mut();
    config.identifier.push_str(".Bare");
    config.app.security.capabilities.clear();
    tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, _| {
            let page = format!("<!doctype html><title>Bare</title>{}", LINE.repeat(30));
            let answer = tauri::http::Response::builder().header("Content-Type", "text/html");
            answer.body(page.into_bytes()).unwrap_or_default()
        })
        .setup(|app| {
            let address = WebviewUrl::CustomProtocol("bare://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "bare", address)
                .title("Bare")
                .inner_size(1180.0, 760.0)
                .visible(false)
                // As the app's own: shown once there is something to see.
                .on_page_load(|window, load| {
                    if load.event() == PageLoadEvent::Finished && window.show().is_ok() {
                        println!("the window is shown");
                    }
                })
                .build()?;
            Ok(())
        })
        .run(context)
}
