//! A profile full of conversations. They are written past the store, a thousand threads of a
//! thousand items by its door would take as long as everything else together; the rows are those
//! that it writes, and one thread is read back through it.

use std::path::Path;

use calm_orbit_store::{Options, Store};
use chatkit::content::{AssistantContent, InferenceOptions, UserContent};
use chatkit::{Item, ItemKind, Order, PageRequest, Thread, Threads, UserMessage};
use rusqlite::{Connection, TransactionBehavior, params};

/// What the person wrote, or an answer, in turns.
fn kind(place: usize) -> ItemKind {
    if place.is_multiple_of(2) {
        ItemKind::UserMessage(UserMessage {
            content: vec![UserContent::InputText {
                text: format!(
                    "What is due on the {}th, and what comes after it?",
                    place % 28 + 1
                ),
            }],
            attachments: Vec::new(),
            quoted_text: None,
            inference_options: InferenceOptions::default(),
        })
    } else {
        ItemKind::AssistantMessage {
            content: vec![AssistantContent::text(
                "Three tasks:\n\n1. Pay the rent\n2. Call the dentist\n3. Water the plants\n\n\
                 Say “done with 1” or “move 2 to friday” to go on.",
            )],
        }
    }
}

/// Fills a new profile with conversations.
pub(crate) async fn fill(folder: &Path, threads: usize, items: usize) {
    let store = Store::open(folder, Options::default()).await.unwrap();
    store.close().await;
    let mut connection = Connection::open(folder.join("calm-orbit.db")).unwrap();
    let mut last = None;
    for number in 0..threads {
        let mut thread = Thread::begin();
        thread.title = Some(format!("Conversation {number}"));
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .unwrap();
        {
            let mut add = transaction
                .prepare_cached("INSERT INTO thread (id, created_at, thread) VALUES (?1, ?2, ?3)")
                .unwrap();
            add.execute(params![
                thread.id.as_str(),
                thread.created_at.as_microsecond(),
                serde_json::to_string(&thread).unwrap()
            ])
            .unwrap();
            let mut add = transaction
                .prepare_cached("INSERT INTO thread_item (thread, id, item) VALUES (?1, ?2, ?3)")
                .unwrap();
            for place in 0..items {
                let item = Item::begin(thread.id.clone(), kind(place));
                let json = serde_json::to_string(&item).unwrap();
                add.execute(params![thread.id.as_str(), item.id.as_str(), json])
                    .unwrap();
            }
        }
        transaction.commit().unwrap();
        last = Some(thread.id);
    }
    drop(connection);
    let store = Store::open(folder, Options::default()).await.unwrap();
    let Some(last) = last else { return };
    let read = store
        .items(&last, &PageRequest::first(items, Order::Asc))
        .await
        .unwrap();
    assert_eq!(read.data.len(), items, "the store reads what was written");
    assert!(store.thread(&last).await.unwrap().title.is_some());
    store.close().await;
}
