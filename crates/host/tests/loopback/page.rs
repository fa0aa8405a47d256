//! The chat page and its files.

use crate::client::Ask;
use crate::site;

#[tokio::test]
async fn the_page_comes_into_a_frame_only() {
    let site = site::site().await;
    assert_eq!(site.page().send(site.port).await.status, 200);
    for elsewhere in ["document", "embed", "object", "frame", "empty", ""] {
        let ask = site.page().with("Sec-Fetch-Dest", elsewhere);
        assert_eq!(ask.send(site.port).await.status, 403, "{elsewhere}");
    }
    let ask = site.page().without("Sec-Fetch-Dest");
    assert_eq!(ask.send(site.port).await.status, 403);
    let two = site.page().and("Sec-Fetch-Dest", "iframe");
    assert_eq!(two.send(site.port).await.status, 403);
}

#[tokio::test]
async fn the_page_knows_its_script_and_its_window_and_may_do_little() {
    let site = site::site().await;
    let page = site.page().send(site.port).await;
    assert!(
        page.body
            .contains(r#"content="http://localhost:9001/chatkit.js""#)
    );
    assert!(
        page.body
            .contains(r#"content="tauri://localhost https://tauri.localhost""#)
    );
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(
        page.header("content-security-policy"),
        Some(
            "default-src 'none'; script-src 'self' http://localhost:9001; \
             style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; \
             frame-src http://localhost:9001; base-uri 'none'; form-action 'none'; \
             object-src 'none'; frame-ancestors tauri://localhost https://tauri.localhost"
        )
    );
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), Some(value), "{name}");
    }
    let powers = page.header("permissions-policy").unwrap();
    for power in [
        "camera=()",
        "microphone=()",
        "geolocation=()",
        "clipboard-read=()",
    ] {
        assert!(powers.contains(power), "{power}");
    }
    assert!(
        !page.body.contains(site.ticket.reveal()),
        "the page has no ticket"
    );
}

#[tokio::test]
async fn files_of_the_page_are_served_and_no_others() {
    let site = site::site().await;
    let get = |path: &str| Ask::new("GET", path, site.port);
    let script = get("/assets/chat.js").send(site.port).await;
    assert_eq!((script.status, script.body.as_str()), (200, "chat()"));
    assert_eq!(
        script.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(script.header("x-content-type-options"), Some("nosniff"));
    let style = get("/assets/chat.css").send(site.port).await;
    assert_eq!((style.status, style.body.as_str()), (200, "chat {}"));
    for path in [
        "/assets/",
        "/assets/none.js",
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
        "/assets/..%2findex.html",
        "/assets/x/../chat.js",
        "/assets//chat.js",
        "/assets/chat.js%00",
        "/assets/chat.html",
    ] {
        assert_eq!(get(path).send(site.port).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn without_pages_there_is_the_endpoint_alone() {
    let site = site::bare_site().await;
    assert_eq!(site.page().send(site.port).await.status, 404);
    let asset = Ask::new("GET", "/assets/chat.js", site.port);
    assert_eq!(asset.send(site.port).await.status, 404);
    let answer = site.chatkit(&site::list()).send(site.port).await;
    assert_eq!(answer.status, 200);
}
