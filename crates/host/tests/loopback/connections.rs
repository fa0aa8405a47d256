//! Connections that do nothing, or do it slowly.

use tokio::net::TcpStream;

use crate::client::Answering;
use crate::site::{self, END, create, list};

/// More than twice as many as there may be at a time.
const MANY: usize = 600;

#[tokio::test]
async fn idle_connections_keep_nobody_out() {
    let site = site::site().await;
    let mut answering = Answering::begin(site.port, &site.chatkit(&create()).bytes()).await;
    assert_eq!(answering.head().await, Some(200));
    assert_eq!(answering.event().await.unwrap()["type"], "thread.created");
    let mut idle = Vec::new();
    for _ in 0..MANY {
        idle.push(TcpStream::connect(("127.0.0.1", site.port)).await.unwrap());
    }
    let listed = site.chatkit(&list()).send(site.port).await;
    assert_eq!(listed.status, 200);
    // The answer that was under way before goes on.
    site.say(&["there", END]);
    let mut text = String::new();
    while let Some(event) = answering.event().await {
        text.push_str(event["update"]["delta"].as_str().unwrap_or_default());
    }
    assert_eq!(text, "there");
}

#[tokio::test]
async fn both_families_answer() {
    let site = site::site().await;
    let ask = site
        .chatkit(&list())
        .with("Host", format!("[::1]:{}", site.port));
    if std::net::TcpListener::bind(("::1", 0)).is_ok() {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let mut tcp = TcpStream::connect(("::1", site.port)).await.unwrap();
        tcp.write_all(&ask.bytes()).await.unwrap();
        let mut answer = String::new();
        tcp.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    assert_eq!(ask.send(site.port).await.status, 200);
}

// The clock of these stands still and jumps whenever everybody waits.

#[tokio::test(start_paused = true)]
async fn a_connection_that_says_nothing_is_closed() {
    let site = site::site().await;
    for beginning in ["", "P", "POST /chatkit HTTP/1.1\r\nHost: x"] {
        let mut answering = Answering::begin(site.port, beginning.as_bytes()).await;
        assert!(answering.is_closed().await, "{beginning}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let site = site::site().await;
    let mut bytes = site.chatkit(&list()).bytes();
    bytes.truncate(bytes.len() - 1);
    let mut answering = Answering::begin(site.port, &bytes).await;
    assert_eq!(answering.head().await, Some(408));
    // Nor is one that comes without a ticket.
    let mut bytes = site.chatkit(&list()).without("Authorization").bytes();
    bytes.truncate(bytes.len() - 1);
    let mut answering = Answering::begin(site.port, &bytes).await;
    assert!(answering.head().await.is_none_or(|status| status == 401));
}

#[tokio::test(start_paused = true)]
async fn an_answer_takes_as_long_as_it_takes() {
    let site = site::site().await;
    let mut answering = Answering::begin(site.port, &site.chatkit(&create()).bytes()).await;
    assert_eq!(answering.head().await, Some(200));
    tokio::time::advance(std::time::Duration::from_secs(3_600)).await;
    site.say(&["at last", END]);
    let answer = answering.rest().await;
    assert!(answer.body.contains("at last"), "{}", answer.body);
}
