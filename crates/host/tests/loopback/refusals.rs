//! Who is not let in. Each request differs in one point from one that passes.

use serde_json::json;

use crate::client::{Answering, Ask};
use crate::site::{self, Site, list};

async fn status(site: &Site, ask: &Ask) -> u16 {
    let answer = ask.send(site.port).await;
    if answer.status >= 400 && answer.status != 405 {
        assert!(answer.json()["message"].is_string(), "{ask:?}: {answer:?}");
    }
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert_eq!(answer.header("set-cookie"), None);
    answer.status
}

#[tokio::test]
async fn only_the_exact_host_is_answered() {
    let site = site::site().await;
    let port = site.port;
    let other = port.wrapping_add(1);
    for ours in ["localhost", "127.0.0.1", "[::1]"] {
        let host = format!("{ours}:{port}");
        let ask = site.chatkit(&list()).with("Host", &host);
        assert_eq!(status(&site, &ask).await, 200, "{host}");
        assert_eq!(status(&site, &site.page().with("Host", &host)).await, 200);
    }
    for foreign in [
        format!("localhost:{other}"),
        "localhost".to_owned(),
        format!("rebound.example:{port}"),
        format!("localhost.example:{port}"),
        format!("127.0.0.1.nip.example:{port}"),
        format!("0.0.0.0:{port}"),
        format!("localhost.:{port}"),
    ] {
        for ask in [site.chatkit(&list()), site.page()] {
            assert_eq!(
                status(&site, &ask.with("Host", &foreign)).await,
                403,
                "{foreign}"
            );
        }
    }
    let two = site
        .chatkit(&list())
        .and("Host", format!("localhost:{port}"));
    assert!([400, 403].contains(&two.send(port).await.status));
    let none = site.chatkit(&list()).without("Host");
    assert!([400, 403].contains(&none.send(port).await.status));
    for (host, expected) in [("localhost", 200), ("rebound.example", 403)] {
        let absolute = format!("http://{host}:{port}/chatkit");
        let ask = site.chatkit(&list()).path(&absolute);
        assert_eq!(status(&site, &ask).await, expected, "{absolute}");
    }
}

#[tokio::test]
async fn no_other_origin_is_let_in() {
    let site = site::site().await;
    let port = site.port;
    let native = site
        .chatkit(&list())
        .without("Origin")
        .without("Sec-Fetch-Site");
    assert_eq!(
        status(&site, &native).await,
        200,
        "native clients send none"
    );
    for foreign in [
        "null".to_owned(),
        String::new(),
        "tauri://localhost".to_owned(),
        "https://example.com".to_owned(),
        format!("https://localhost:{port}"),
        format!("http://127.0.0.1:{port}"),
        format!("http://localhost:{}", port.wrapping_add(1)),
        format!("http://localhost:{port}.example.com"),
        format!("http://localhost:{port}/"),
    ] {
        let ask = site.chatkit(&list()).with("Origin", &foreign);
        assert_eq!(status(&site, &ask).await, 403, "{foreign}");
        let stop = ask.body("").method("DELETE");
        assert_eq!(status(&site, &stop).await, 403, "{foreign}");
    }
    let two = site
        .chatkit(&list())
        .and("Origin", format!("http://localhost:{port}"));
    assert_eq!(status(&site, &two).await, 403);
}

#[tokio::test]
async fn what_a_browser_sends_for_another_site_is_refused() {
    let site = site::site().await;
    let asset = Ask::new("GET", "/assets/chat.js", site.port);
    for ask in [site.chatkit(&list()), asset] {
        for (from, expected) in [
            ("same-origin", 200),
            ("none", 200),
            ("same-site", 403),
            ("cross-site", 403),
            ("other", 403),
        ] {
            let ask = ask.clone().with("Sec-Fetch-Site", from);
            assert_eq!(status(&site, &ask).await, expected, "{from}");
        }
    }
}

#[tokio::test]
async fn without_the_ticket_nothing_opens() {
    let site = site::site().await;
    let good = site.ticket.reveal().to_owned();
    let ask = site.chatkit(&list());
    assert_eq!(status(&site, &ask).await, 200);
    let lower = ask.clone().with("Authorization", format!("bearer {good}"));
    assert_eq!(status(&site, &lower).await, 200, "the scheme has no case");
    for wrong in [
        String::new(),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        good.clone(),
        format!("Basic {good}"),
        format!("Bearer  {good}"),
        format!("Bearer {}", &good[1..]),
        format!("Bearer {good}0"),
        format!("Bearer {}", "0".repeat(64)),
        format!("Bearer {good}, Bearer {good}"),
    ] {
        let ask = ask.clone().with("Authorization", &wrong);
        let answer = ask.send(site.port).await;
        assert_eq!(answer.status, 401, "{wrong}");
        assert!(answer.json()["message"].is_string());
        assert!(!answer.body.contains(&good));
        let stop = ask.body("").method("DELETE");
        assert_eq!(status(&site, &stop).await, 401, "{wrong}");
    }
    assert_eq!(
        status(&site, &ask.clone().without("Authorization")).await,
        401
    );
    let two = ask.clone().and("Authorization", site.bearer());
    assert_eq!(status(&site, &two).await, 401);
    let query = ask
        .without("Authorization")
        .path(&format!("/chatkit?ticket={good}"));
    assert_eq!(status(&site, &query).await, 401);
}

#[tokio::test]
async fn a_new_ticket_takes_the_place_of_the_one_before() {
    let site = site::site().await;
    let before = site.chatkit(&list());
    let fresh = site.tickets.issue().unwrap();
    assert_eq!(status(&site, &before).await, 401);
    let after = before.with("Authorization", format!("Bearer {}", fresh.reveal()));
    assert_eq!(status(&site, &after).await, 200);
}

#[tokio::test]
async fn other_methods_addresses_and_kinds_are_refused() {
    let site = site::site().await;
    let chatkit = site.chatkit(&list());
    for method in ["GET", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE"] {
        let ask = chatkit.clone().method(method);
        assert_eq!(ask.send(site.port).await.status, 405, "{method}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let ask = site.page().method(method);
        assert_eq!(ask.send(site.port).await.status, 405, "{method}");
    }
    for path in [
        "/",
        "/chatkit/",
        "/chatkit/x",
        "/CHATKIT",
        "/mcp",
        "/index.html",
        "/chat.html",
    ] {
        let ask = chatkit.clone().path(path);
        assert_eq!(status(&site, &ask).await, 404, "{path}");
        let ask = Ask::new("GET", path, site.port).with("Sec-Fetch-Dest", "iframe");
        assert_eq!(status(&site, &ask).await, 404, "{path}");
    }
    for (kind, expected) in [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("text/plain", 415),
        ("application/jsonp", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=application/json", 415),
        ("", 415),
    ] {
        let ask = chatkit.clone().with("Content-Type", kind);
        assert_eq!(status(&site, &ask).await, expected, "{kind}");
    }
    assert_eq!(status(&site, &chatkit.without("Content-Type")).await, 415);
}

#[tokio::test]
async fn a_body_may_be_as_long_as_the_protocol_says() {
    let site = site::site().await;
    let padded = |length: usize| {
        let mut body = list().to_string();
        body.push_str(&" ".repeat(length - body.len()));
        site.chatkit(&list()).body(body)
    };
    assert_eq!(status(&site, &padded(chatkit::MAX_BODY)).await, 200);
    let long = padded(chatkit::MAX_BODY + 1).send(site.port).await;
    assert_eq!(long.status, 413);
    assert!(long.json()["message"].is_string());
}

// The clock of these stands still and jumps whenever everybody waits.

#[tokio::test(start_paused = true)]
async fn a_body_that_never_ends_is_too_long() {
    let site = site::site().await;
    let head = String::from_utf8(site.chatkit(&list()).body("").bytes()).unwrap();
    let head = head.replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n");
    let mut answering = Answering::begin(site.port, head.as_bytes()).await;
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    for _ in 0..=16 {
        answering.write(chunk.as_bytes()).await.unwrap();
    }
    assert_eq!(answering.head().await, Some(413));
}

#[tokio::test]
async fn a_body_that_breaks_off_is_not_carried_out() {
    let site = site::site().await;
    let head = String::from_utf8(site.chatkit(&list()).body("").bytes()).unwrap();
    let head = head.replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n");
    let body = list().to_string();
    let chunk = format!("{:x}\r\n{body}\r\n", body.len());
    for (end, expected) in [("0\r\n\r\n", 200), ("no chunk\r\n", 400)] {
        let request = format!("{head}{chunk}{end}");
        let mut answering = Answering::begin(site.port, request.as_bytes()).await;
        assert_eq!(answering.head().await, Some(expected), "{end:?}");
    }
}

#[tokio::test]
async fn what_is_no_chatkit_request_gets_a_message() {
    let site = site::site().await;
    for (body, expected) in [
        ("", 400),
        ("{", 400),
        ("[]", 400),
        ("\u{0}", 400),
        (r#"{"type":"threads.list"}"#, 400),
        (r#"{"type":"threads.stop","params":{}}"#, 400),
        (
            r#"{"type":"threads.get_by_id","params":{"thread_id":"thr_none"}}"#,
            404,
        ),
        (
            r#"{"type":"threads.get_by_id","params":{"thread_id":"../../etc"}}"#,
            404,
        ),
        (
            r#"{"type":"threads.add_user_message","params":{"thread_id":"thr_none","input":{"content":[{"type":"input_text","text":"a"}],"attachments":[],"inference_options":{}}}}"#,
            404,
        ),
    ] {
        let answer = site.chatkit(&json!(null)).body(body).send(site.port).await;
        assert_eq!(answer.status, expected, "{body}: {answer:?}");
        assert!(answer.json()["message"].is_string(), "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn garbage_ends_with_its_connection() {
    let site = site::site().await;
    for garbage in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"GET\r\n\r\n",
        b"GET /chat HTTP/9.9\r\n\r\n",
        b"\0\0\0\0\0\0\0\0\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"POST /chatkit HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /chatkit HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET /chat HTTP/1.1\nHost: a\r\n b\r\n\r\n",
    ] {
        let mut answering = Answering::begin(site.port, garbage).await;
        let status = answering.head().await;
        assert!(
            status.is_none_or(|status| (400..506).contains(&status)),
            "{garbage:?}: {status:?}"
        );
    }
    let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(100_000));
    let mut answering = Answering::begin(site.port, long.as_bytes()).await;
    assert!(answering.head().await.is_some_and(|status| status >= 400));
    assert_eq!(status(&site, &site.chatkit(&list())).await, 200);
}
