//! A case from its beginning to what is left of it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use calm_orbit_chatkit::memory::MemoryThreads;
use calm_orbit_chatkit::{
    ClientToolCall, Event, Item, ItemKind, Order, PageRequest, Question, Reply, Server,
    StructuredInput, Thread, ThreadStatus, Threads,
};
use futures::StreamExt;
use futures::future::join_all;
use serde_json::{Map, json};
use tokio::time::timeout;

use crate::book::Book;
use crate::client::{self, World};
use crate::common::gated::Gated;
use crate::common::{Shelf, groceries, message};
use crate::plan::{Case, Op};
use crate::responder::Planned;
use crate::store::Trouble;
use crate::tally::Tally;

/// Longer than all clients together are patient. The clock goes on only when nobody has anything
/// to do.
const FOREVER: Duration = Duration::from_secs(100_000);

pub(crate) fn play(case: &Case, tally: &Tally) {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(play_through(case, tally));
}

async fn soon<T>(what: &str, asked: impl Future<Output = T>) -> T {
    let answered = timeout(FOREVER, asked).await;
    answered.unwrap_or_else(|_| panic!("{what} never comes back"))
}

async fn play_through(case: &Case, tally: &Tally) {
    let store = Arc::new(Gated {
        threads: MemoryThreads::new(),
        deletions: AtomicUsize::new(0),
        gate: Trouble {
            faults: case.faults.clone(),
            pauses: case.pauses.clone(),
            over: AtomicBool::new(false),
            calls: AtomicUsize::new(0),
            failed: AtomicUsize::new(0),
        },
    });
    let responder = Arc::new(Planned {
        turns: Mutex::new(case.turns.clone().into()),
        harm: AtomicUsize::new(0),
    });
    let threads: Arc<dyn Threads> = Arc::<Gated<Trouble>>::clone(&store);
    let server = Server::new(threads, Arc::<Planned>::clone(&responder))
        .with_attachments(Arc::new(Shelf::default()));
    let book = Mutex::new(furnish(&store.threads).await);
    let world = World {
        server: &server,
        store: &store,
        responder: &responder,
        book: &book,
        tally,
    };
    let clients = case.clients.iter().map(|moves| client::play(&world, moves));
    soon("a client", join_all(clients)).await;
    soon("idle", server.idle()).await;
    Tally::add(&tally.faults, store.gate.failed.load(Ordering::SeqCst));
    store.gate.over.store(true, Ordering::SeqCst);
    responder.turns.lock().unwrap().clear();
    let known: Vec<_> = book.lock().unwrap().threads().collect();
    for id in known {
        assert!(!soon("settled", server.settled(&id)).await, "{id}");
    }
    for thread in all_threads(&store.threads).await {
        let items = all_items(&store.threads, &thread).await;
        if never_empty(case) {
            assert!(!items.is_empty(), "{} has no message", thread.id);
        }
        say(&server, &store.threads, &thread, tally).await;
    }
    soon("idle", server.idle()).await;
}

/// Two threads in which something waits for the person.
async fn furnish(store: &MemoryThreads) -> Book {
    let threads = [Thread::begin(), Thread::begin()];
    let mut items = Vec::new();
    for thread in &threads {
        store.create_thread(thread).await.unwrap();
        let message = json!({"type": "user_message", "content": [], "inference_options": {}});
        for kind in [
            serde_json::from_value(message).unwrap(),
            ItemKind::Widget {
                widget: groceries("Milk").into(),
                copy_text: None,
            },
            ItemKind::StructuredInput(StructuredInput::ask(vec![Question::freeform("why", "?")])),
            ItemKind::ClientToolCall(ClientToolCall::begin("stale", Map::new())),
            ItemKind::ClientToolCall(ClientToolCall::begin("look", Map::new())),
        ] {
            let item = Item::begin(thread.id.clone(), kind);
            store.save_item(&item).await.unwrap();
            items.push(item);
        }
    }
    Book::begin(&threads, &items)
}

/// Whether nothing in the case takes the first message of a thread away.
fn never_empty(case: &Case) -> bool {
    let removes = |op: &Op| matches!(op, Op::Remove(_) | Op::Specimen(_));
    matches!(case.faults, crate::plan::Faults::None) && !case.turns.iter().flatten().any(removes)
}

async fn all_threads(store: &MemoryThreads) -> Vec<Thread> {
    let page = PageRequest::first(usize::MAX, Order::Asc);
    store.threads(&page).await.unwrap().data
}

/// The items of a thread, each its own, and the same page by page.
async fn all_items(store: &MemoryThreads, thread: &Thread) -> Vec<Item> {
    let page = PageRequest::first(usize::MAX, Order::Asc);
    let items = store.items(&thread.id, &page).await.unwrap().data;
    let mut ids = BTreeSet::new();
    for item in &items {
        assert_eq!(item.thread_id, thread.id);
        assert!(ids.insert(item.id.clone()), "twice: {item:?}");
        let text = serde_json::to_string(item).unwrap();
        assert_eq!(&serde_json::from_str::<Item>(&text).unwrap(), item);
    }
    let mut read = Vec::new();
    let mut next = Some(PageRequest::first(3, Order::Asc));
    while let Some(page) = next.take() {
        let page = store.items(&thread.id, &page).await.unwrap();
        read.extend(page.data);
        if page.has_more {
            let first = PageRequest::first(3, Order::Asc);
            next = page.after.map(|after| first.after(after));
        }
    }
    assert_eq!(read, items);
    items
}

/// Says one more thing in a thread, which is answered if the thread is open.
async fn say(server: &Server, store: &MemoryThreads, thread: &Thread, tally: &Tally) {
    let params = json!({"thread_id": thread.id, "input": message("still there?")});
    let body = json!({"type": "threads.add_user_message", "params": params}).to_string();
    let reply = soon("a reply", server.handle(body.as_bytes())).await;
    if thread.status != ThreadStatus::Active {
        assert_eq!(reply.unwrap_err().status(), 409);
        return;
    }
    let Reply::Stream(events) = reply.unwrap() else {
        panic!("no stream");
    };
    let events: Vec<Event> = soon("the end", events.collect()).await;
    let Some(Event::ItemDone { item }) = events.last() else {
        panic!("no answer: {events:?}");
    };
    assert_eq!(item.message_text().as_deref(), Some("ok"));
    assert_eq!(&store.item(&thread.id, &item.id).await.unwrap(), item);
    Tally::add(&tally.afterwards, 1);
}
