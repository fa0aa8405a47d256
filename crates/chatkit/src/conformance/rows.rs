//! Checks of threads.

use serde_json::json;

use super::{Check, difficult_texts, ensure, ensure_eq, ensure_error};
use crate::{Order, PageRequest, Thread, ThreadId, ThreadStatus, Threads, Timestamp};

/// A thread that begins `second` seconds into 2026.
fn at(second: i64) -> Result<Thread, jiff::Error> {
    let mut thread = Thread::begin();
    thread.created_at = Timestamp::from_second(1_767_225_600 + second)?;
    Ok(thread)
}

fn ids(threads: &[Thread]) -> Vec<&str> {
    threads.iter().map(|thread| thread.id.as_str()).collect()
}

pub(super) async fn a_thread_reads_back_whole(store: &dyn Threads) -> Check {
    let bare = Thread::begin();
    let mut full = Thread::begin();
    full.title = Some("Groceries".into());
    full.status = ThreadStatus::Locked {
        reason: Some("wait".into()),
    };
    full.allowed_image_domains = Some(vec!["example.org".into()]);
    full.metadata.insert(
        "n".into(),
        json!({"null": null, "big": 9_007_199_254_740_993_u64}),
    );
    let mut early = Thread::begin();
    early.created_at = Timestamp::from_microsecond(-1)?;
    early.status = ThreadStatus::Closed { reason: None };
    early.allowed_image_domains = Some(Vec::new());
    for thread in [bare, full, early] {
        store.create_thread(&thread).await?;
        ensure_eq!(store.thread(&thread.id).await?, thread, "the thread");
    }
    Ok(())
}

pub(super) async fn text_is_kept_exactly(store: &dyn Threads) -> Check {
    for text in difficult_texts() {
        let mut thread = Thread::begin();
        thread.title = Some(text.clone());
        thread.metadata.insert(text.clone(), json!(text));
        store.create_thread(&thread).await?;
        ensure!(
            store.thread(&thread.id).await? == thread,
            "changed when created: {text:?}"
        );
        thread.title = Some(format!("{text}{text}"));
        store.update_thread(&thread).await?;
        ensure!(
            store.thread(&thread.id).await? == thread,
            "changed when updated: {text:?}"
        );
    }
    Ok(())
}

pub(super) async fn unknown_threads_are_not_found(store: &dyn Threads) -> Check {
    store.create_thread(&Thread::begin()).await?;
    let mut unknown = difficult_texts();
    unknown.push(ThreadId::generate().to_string());
    for id in unknown {
        let mut thread = Thread::begin();
        thread.id = ThreadId::from(id);
        ensure_error!(store.thread(&thread.id).await, NotFound, "loading");
        ensure_error!(store.update_thread(&thread).await, NotFound, "updating");
        ensure_error!(store.delete_thread(&thread.id).await, NotFound, "deleting");
    }
    let page = store.threads(&PageRequest::first(10, Order::Asc)).await?;
    ensure_eq!(page.data.len(), 1, "threads afterwards");
    Ok(())
}

pub(super) async fn a_thread_is_created_once(store: &dyn Threads) -> Check {
    let thread = Thread::begin();
    store.create_thread(&thread).await?;
    let mut twin = thread.clone();
    twin.title = Some("twin".into());
    ensure_error!(
        store.create_thread(&twin).await,
        AlreadyExists,
        "creating it again"
    );
    ensure_eq!(store.thread(&thread.id).await?, thread, "the first one");
    Ok(())
}

pub(super) async fn an_update_keeps_the_time_of_creation(store: &dyn Threads) -> Check {
    let thread = at(5)?;
    store.create_thread(&thread).await?;
    let mut changed = at(900)?;
    changed.id = thread.id.clone();
    changed.title = Some("new".into());
    store.update_thread(&changed).await?;
    changed.created_at = thread.created_at;
    ensure_eq!(store.thread(&thread.id).await?, changed, "the thread");
    changed.title = None;
    store.update_thread(&changed).await?;
    ensure_eq!(
        store.thread(&thread.id).await?.title,
        None,
        "the title that was taken away"
    );
    Ok(())
}

pub(super) async fn a_deleted_thread_does_not_come_back(store: &dyn Threads) -> Check {
    let thread = Thread::begin();
    store.create_thread(&thread).await?;
    store.delete_thread(&thread.id).await?;
    ensure_error!(store.thread(&thread.id).await, NotFound, "loading");
    ensure_error!(
        store.delete_thread(&thread.id).await,
        NotFound,
        "deleting again"
    );
    ensure_error!(store.update_thread(&thread).await, NotFound, "updating");
    ensure_error!(
        store.thread(&thread.id).await,
        NotFound,
        "loading after the update"
    );
    Ok(())
}

pub(super) async fn threads_are_listed_by_creation(store: &dyn Threads) -> Check {
    let empty = store.threads(&PageRequest::first(10, Order::Desc)).await?;
    ensure!(
        empty.data.is_empty() && !empty.has_more && empty.after.is_none(),
        "an empty store lists {empty:?}"
    );
    let (mut first, mut second) = (at(10)?, at(10)?);
    if first.id > second.id {
        std::mem::swap(&mut first, &mut second);
    }
    let (oldest, newest) = (at(1)?, at(20)?);
    for thread in [&newest, &second, &oldest, &first] {
        store.create_thread(thread).await?;
    }
    // Later activity doesn't move a thread.
    store.update_thread(&oldest).await?;
    let mut expected = vec![oldest, first, second, newest];
    let page = store.threads(&PageRequest::first(10, Order::Asc)).await?;
    ensure_eq!(page.data, expected, "oldest first");
    expected.reverse();
    let page = store.threads(&PageRequest::first(4, Order::Desc)).await?;
    ensure_eq!(page.data, expected, "newest first");
    ensure!(
        !page.has_more && page.after.is_none(),
        "a full last page has no next one"
    );
    Ok(())
}

pub(super) async fn threads_page_both_ways(store: &dyn Threads) -> Check {
    let mut all = Vec::new();
    for second in 0..7 {
        // Pairs share a second, so that pages end between equal times.
        let thread = at(second / 2)?;
        store.create_thread(&thread).await?;
        all.push(thread);
    }
    all.sort_by_key(|thread| (thread.created_at, thread.id.clone()));
    for order in [Order::Asc, Order::Desc] {
        for limit in [1, 2, 3, 7, 8] {
            let mut request = PageRequest::first(limit, order);
            let mut seen = Vec::new();
            while seen.len() <= all.len() {
                let page = store.threads(&request).await?;
                ensure!(
                    page.data.len() <= limit,
                    "{} rows on a page of {limit}",
                    page.data.len()
                );
                let last = page.data.last().map(|thread| thread.id.to_string());
                seen.extend(page.data);
                if !page.has_more {
                    ensure_eq!(page.after, None, "the cursor of the last page");
                    break;
                }
                ensure_eq!(page.after, last, "the cursor");
                request.after = page.after;
            }
            ensure_eq!(ids(&seen), ids(&all), "pages of {limit}, {order:?}");
        }
        all.reverse();
    }
    Ok(())
}

pub(super) async fn a_thread_cursor_without_a_row_is_an_error(store: &dyn Threads) -> Check {
    for second in 0..3 {
        store.create_thread(&at(second)?).await?;
    }
    let request = PageRequest::first(1, Order::Desc);
    let first = store.threads(&request).await?;
    ensure_eq!(first.data.len(), 1, "rows of the first page");
    for thread in &first.data {
        store.delete_thread(&thread.id).await?;
    }
    let cursor = first.after.unwrap_or_default();
    for cursor in [cursor.as_str(), "nothing", ""] {
        let request = request.clone().after(cursor);
        ensure_error!(
            store.threads(&request).await,
            UnknownCursor,
            "behind {cursor:?}"
        );
    }
    Ok(())
}
