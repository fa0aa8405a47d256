//! Answers over HTTP: their framing, and what becomes of one whose connection is lost.

use serde_json::{Value, json};

use crate::client::{Answering, Ask};
use crate::site::{self, END, LOCALE, Site, create};

const TURN: &str = "0b0f7a52-3a84-4f43-9f3e-0f6f7a3b1c11";

/// Begins an answer and reads on to its first words; gives back its thread.
async fn begin(site: &Site, ask: &Ask) -> (Answering, String) {
    let mut answering = Answering::begin(site.port, &ask.bytes()).await;
    assert_eq!(answering.head().await, Some(200));
    site.say(&["one "]);
    let mut thread = String::new();
    loop {
        let event = answering.event().await.unwrap();
        if event["type"] == "thread.created" {
            thread = event["thread"]["id"].as_str().unwrap().to_owned();
        }
        if event["update"]["delta"] == "one " {
            return (answering, thread);
        }
    }
}

fn stop(site: &Site, turn: &str) -> Ask {
    let ask = site.chatkit(&json!(null)).with("Turn-Id", turn).body("");
    ask.method("DELETE")
}

#[tokio::test]
async fn events_come_as_they_happen_one_line_each() {
    let site = site::site().await;
    let (mut answering, thread) = begin(&site, &site.chatkit(&create())).await;
    site.say(&["two", END]);
    let mut last = Value::Null;
    while let Some(event) = answering.event().await {
        last = event;
    }
    assert_eq!(last["type"], "thread.item.done");
    assert_eq!(last["item"]["content"][0]["text"], "one two");
    let answer = answering.rest().await;
    assert_eq!(answer.header("content-type"), Some("text/event-stream"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(site.answers(&thread).await, ["one two"]);
}

#[tokio::test]
async fn the_answer_knows_the_persons_language() {
    let site = site::site().await;
    site.say(&[LOCALE, END]);
    let ask = site.chatkit(&create()).with("Accept-Language", "pt-BR");
    let answer = ask.send(site.port).await;
    assert!(answer.body.contains(r#""text":"pt-BR""#), "{}", answer.body);
}

#[tokio::test]
async fn a_lost_connection_stops_an_answer() {
    let site = site::site().await;
    let (answering, thread) = begin(&site, &site.chatkit(&create())).await;
    drop(answering);
    site.chat.idle().await;
    assert_eq!(site.answers(&thread).await, ["one "]);
}

#[tokio::test]
async fn a_named_answer_goes_on_without_its_connection() {
    let site = site::site().await;
    let ask = site.chatkit(&create()).with("Turn-Id", TURN);
    let (answering, thread) = begin(&site, &ask).await;
    drop(answering);
    site.say(&["two ", "three", END]);
    site.chat.idle().await;
    assert_eq!(site.answers(&thread).await, ["one two three"]);
}

#[tokio::test]
async fn a_named_answer_is_stopped_by_its_name() {
    let site = site::site().await;
    let ask = site.chatkit(&create()).with("Turn-Id", TURN);
    for lost in [false, true] {
        let (mut answering, thread) = begin(&site, &ask).await;
        let other = "7d7f5bd4-95ab-4a04-a5e1-59ff2f2b0dd6";
        assert_eq!(stop(&site, other).send(site.port).await.status, 204);
        site.say(&["two "]);
        if lost {
            drop(answering);
        } else {
            while answering.event().await.unwrap()["update"]["delta"] != "two " {}
        }
        // Under way yet, its name can't be another's.
        let twice = ask.send(site.port).await;
        assert_eq!(twice.status, 409);
        assert_eq!(stop(&site, TURN).send(site.port).await.status, 204);
        site.chat.idle().await;
        let answers = site.answers(&thread).await;
        assert!(answers[0].starts_with("one "), "{answers:?}");
        if lost {
            return;
        }
        assert_eq!(answers, ["one two "]);
    }
}

#[tokio::test]
async fn a_name_is_a_uuid() {
    let site = site::site().await;
    for wrong in ["", "1", "../x", &TURN[1..]] {
        let ask = site.chatkit(&site::list()).with("Turn-Id", wrong);
        assert_eq!(ask.send(site.port).await.status, 400, "{wrong}");
        assert_eq!(
            stop(&site, wrong).send(site.port).await.status,
            400,
            "{wrong}"
        );
    }
    let none = stop(&site, TURN).without("Turn-Id");
    assert_eq!(none.send(site.port).await.status, 400);
    assert_eq!(
        stop(&site, TURN).send(site.port).await.status,
        204,
        "over is no error"
    );
}

#[tokio::test]
async fn a_profile_that_cannot_be_opened_is_told() {
    let site = site::broken_site().await;
    let listed = site.chatkit(&site::list()).send(site.port).await;
    assert_eq!(listed.status, 409);
    assert_eq!(
        listed.json()["message"],
        "The tasks are from a newer version."
    );
    for turn in [None, Some(TURN)] {
        let mut ask = site.chatkit(&create());
        if let Some(turn) = turn {
            ask = ask.with("Turn-Id", turn);
        }
        let answer = ask.send(site.port).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), Some("text/event-stream"));
        let event = answer.body.strip_prefix("data: ").unwrap();
        let event: Value = serde_json::from_str(event.strip_suffix("\n\n").unwrap()).unwrap();
        assert_eq!(
            event,
            json!({
                "type": "error",
                "code": "custom",
                "message": "The tasks are from a newer version.",
                "allow_retry": true,
            })
        );
    }
    assert_eq!(
        site.page().send(site.port).await.status,
        200,
        "the page is there"
    );
}

#[tokio::test]
async fn at_the_end_answers_are_stopped_and_stored() {
    let site = site::site().await;
    let named = site.chatkit(&create()).with("Turn-Id", TURN);
    let (mut answering, _) = begin(&site, &named).await;
    site.loopback.stop().await;
    while answering.chunk().await.is_some() {}
    assert!(answering.is_closed().await);
    site.chat.idle().await;
    let refused = tokio::net::TcpStream::connect(("127.0.0.1", site.port)).await;
    assert!(refused.is_err(), "nothing new is taken");
}
