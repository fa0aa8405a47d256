//! A client: asks, reads or goes, and looks whether what it is answered makes sense.

use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::Duration;

use calm_orbit_chatkit::{
    Event, EventStream, Headers, Reply, RequestError, Server, ThreadId, Threads, TurnHandle, sse,
};
use futures::StreamExt;
use serde_json::Value;
use tokio::time::timeout;

use crate::book::Book;
use crate::common::gated::Gated;
use crate::plan::{Move, Reading};
use crate::responder::{LAST_WORDS, Planned};
use crate::store::{SECRET, Trouble};
use crate::tally::Tally;

/// How long a client waits where nothing happens. The clock stands still while something does.
const PATIENCE: Duration = Duration::from_secs(1);
/// More events than any turn has.
const ENDLESS: usize = 100_000;

/// What the clients of a case share.
pub(crate) struct World<'a> {
    pub(crate) server: &'a Server,
    pub(crate) store: &'a Gated<Trouble>,
    pub(crate) responder: &'a Planned,
    pub(crate) book: &'a Mutex<Book>,
    pub(crate) tally: &'a Tally,
}

/// What a client holds on to.
#[derive(Default)]
struct Held {
    streams: Vec<EventStream>,
    turns: Vec<TurnHandle>,
}

pub(crate) async fn play(world: &World<'_>, moves: &[Move]) {
    let mut held = Held::default();
    for step in moves {
        if let Some(index) = step.stops
            && !held.turns.is_empty()
        {
            held.turns.swap_remove(index.index(held.turns.len())).stop();
        }
        let body = world.book.lock().unwrap().request(&step.ask);
        let thread = body["params"]["thread_id"].as_str().map(ThreadId::from);
        let body = match &step.spoil {
            Some(spoil) => spoil.apply(body),
            None => body.to_string().into_bytes(),
        };
        let Some(reply) = ask(world, step, &body).await else {
            Tally::add(&world.tally.given_up, 1);
            continue;
        };
        match reply {
            Err(error) => check_error(world, &error),
            Ok(Reply::Json(bytes)) => {
                Tally::add(&world.tally.documents, 1);
                let document: Value = serde_json::from_slice(&bytes).unwrap();
                assert!(document.is_object(), "{document}");
                check_hidden(&document);
                world.book.lock().unwrap().learn(&document);
            }
            Ok(Reply::Stream(events)) => {
                Tally::add(&world.tally.streams, 1);
                // A spoilt request may be about another thread.
                let thread = if step.spoil.is_some() { None } else { thread };
                read(world, events, &step.reading, thread, &mut held).await;
            }
        }
    }
    for turn in held.turns {
        turn.stop();
    }
}

/// The reply, unless the client goes before it comes.
async fn ask(world: &World<'_>, step: &Move, body: &[u8]) -> Option<Result<Reply, RequestError>> {
    Tally::add(&world.tally.requests, 1);
    let mut headers = Headers::new();
    if let Some(language) = &step.language {
        headers = headers.accept_language(language);
    }
    let goes = async {
        let Some(times) = step.gives_up else {
            return std::future::pending().await;
        };
        for _ in 0..times {
            tokio::task::yield_now().await;
        }
    };
    let reply = timeout(PATIENCE, world.server.handle_with(body, headers));
    tokio::select! {
        biased;
        reply = reply => reply.ok(),
        () = goes => None,
    }
}

fn check_error(world: &World<'_>, error: &RequestError) {
    let body: Value = serde_json::from_slice(&error.to_json()).unwrap();
    let message = body["message"].as_str().unwrap();
    assert!(!message.trim().is_empty() && !message.contains(SECRET));
    if (400..500).contains(&error.status()) {
        return Tally::add(&world.tally.refusals, 1);
    }
    assert_eq!(error.status(), 500);
    let harm = world.store.gate.failed.load(Ordering::SeqCst)
        + world.responder.harm.load(Ordering::SeqCst);
    assert!(harm > 0, "failed without a reason: {error:?}");
    Tally::add(&world.tally.failures, 1);
}

async fn read(
    world: &World<'_>,
    mut events: EventStream,
    reading: &Reading,
    mut thread: Option<ThreadId>,
    held: &mut Held,
) {
    let (most, detached) = match reading {
        Reading::ToTheEnd => (ENDLESS, false),
        Reading::Goes(read) => (*read, false),
        Reading::Leaves(read) => (*read, true),
        Reading::Sleeps { read, detached } => (*read, *detached),
    };
    if detached {
        let (stream, turn) = events.detached();
        events = stream;
        held.turns.push(turn);
    }
    let mut seen = Vec::new();
    let mut ended = false;
    while seen.len() < most {
        // Whoever hangs, hangs for ever.
        let Ok(event) = timeout(PATIENCE, events.next()).await else {
            break;
        };
        let Some(event) = event else {
            ended = true;
            break;
        };
        if let (Event::ThreadCreated { thread: begun }, []) = (&event, seen.as_slice()) {
            thread = Some(begun.thread().id.clone());
        }
        check_stored(world, &event).await;
        world
            .book
            .lock()
            .unwrap()
            .learn(&check_event(&event, thread.as_ref()));
        seen.push(event);
    }
    assert!(seen.len() < ENDLESS, "no end");
    Tally::add(&world.tally.events, seen.len());
    let stopped = !matches!(reading, Reading::ToTheEnd);
    let has_options = seen
        .iter()
        .any(|event| matches!(event, Event::StreamOptions { .. }));
    let only_error = matches!(seen.as_slice(), [Event::Error { .. }]);
    assert!(
        !ended || stopped || has_options || only_error,
        "no options: {seen:?}"
    );
    let failed =
        |event: &Event| matches!(event, Event::ProgressUpdate { text, .. } if text == LAST_WORDS);
    if ended && seen.iter().any(failed) {
        assert!(
            matches!(seen.last(), Some(Event::Error { .. })),
            "no error: {seen:?}"
        );
    }
    if let Reading::Sleeps { .. } = reading {
        held.streams.push(events);
    }
}

/// Every event is one frame that reads back, and shows nothing that is hidden or elsewhere.
fn check_event(event: &Event, thread: Option<&ThreadId>) -> Value {
    let frame = sse::frame(event);
    let line = frame.strip_prefix(b"data: ").unwrap();
    let line = line.strip_suffix(b"\n\n").unwrap();
    assert!(!line.contains(&b'\n') && !line.contains(&b'\r'));
    assert_eq!(&serde_json::from_slice::<Event>(line).unwrap(), event);
    let value: Value = serde_json::from_slice(line).unwrap();
    check_hidden(&value);
    assert!(!String::from_utf8_lossy(line).contains(SECRET), "{value}");
    if let (Some(thread), Some(of)) = (thread, value["item"]["thread_id"].as_str()) {
        assert_eq!(thread.as_str(), of);
    }
    value
}

/// What is done is stored before it is sent, until somebody deletes something.
async fn check_stored(world: &World<'_>, event: &Event) {
    let (Event::ItemDone { item } | Event::ItemReplaced { item }) = event else {
        return;
    };
    let stored = world.store.threads.item(&item.thread_id, &item.id).await;
    let deletions = world.store.deletions.load(Ordering::SeqCst);
    assert!(stored.is_ok() || deletions > 0, "not stored: {item:?}");
}

fn check_hidden(value: &Value) {
    match value {
        Value::Object(fields) => {
            let kind = fields.get("type").and_then(Value::as_str);
            let hidden = kind.is_some_and(|kind| kind.contains("hidden_context"));
            assert!(!hidden, "hidden: {value}");
            fields.values().for_each(check_hidden);
        }
        Value::Array(values) => values.iter().for_each(check_hidden),
        _ => {}
    }
}
