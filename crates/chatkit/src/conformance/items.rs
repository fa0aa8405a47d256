//! Checks of items.

use super::kinds::kinds;
use super::{Check, difficult_texts, ensure, ensure_eq, ensure_error};
use crate::content::AssistantContent;
use crate::{
    Item, ItemId, ItemKind, Order, PageRequest, Thread, ThreadId, Threads, ThreadsError, Timestamp,
};

async fn new_thread(store: &dyn Threads) -> Result<ThreadId, ThreadsError> {
    let thread = Thread::begin();
    store.create_thread(&thread).await?;
    Ok(thread.id)
}

fn said(thread: &ThreadId, text: impl Into<String>) -> Item {
    let content = vec![AssistantContent::text(text)];
    Item::begin(thread.clone(), ItemKind::AssistantMessage { content })
}

async fn say(
    store: &dyn Threads,
    thread: &ThreadId,
    count: usize,
) -> Result<Vec<Item>, ThreadsError> {
    let mut items = Vec::new();
    for n in 0..count {
        let item = said(thread, n.to_string());
        store.save_item(&item).await?;
        items.push(item);
    }
    Ok(items)
}

async fn all(store: &dyn Threads, thread: &ThreadId) -> Result<Vec<Item>, ThreadsError> {
    Ok(store
        .items(thread, &PageRequest::first(10_000, Order::Asc))
        .await?
        .data)
}

pub(super) async fn every_kind_reads_back(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let items: Vec<_> = kinds()
        .into_iter()
        .map(|kind| Item::begin(thread.clone(), kind))
        .collect();
    for item in &items {
        store.save_item(item).await?;
        ensure_eq!(store.item(&thread, &item.id).await?, *item, "the item");
    }
    ensure_eq!(all(store, &thread).await?, items, "all items");
    Ok(())
}

pub(super) async fn text_is_kept_exactly(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    for text in difficult_texts() {
        let item = said(&thread, &text);
        store.save_item(&item).await?;
        ensure!(
            store.item(&thread, &item.id).await? == item,
            "changed: {text:?}"
        );
    }
    Ok(())
}

pub(super) async fn unknown_items_are_not_found(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let item = said(&thread, "here");
    store.save_item(&item).await?;
    let nowhere = ThreadId::generate();
    let pages = PageRequest::first(10, Order::Asc);
    ensure_error!(
        store.save_item(&said(&nowhere, "x")).await,
        NotFound,
        "saving nowhere"
    );
    ensure_error!(
        store.items(&nowhere, &pages).await,
        NotFound,
        "listing no thread"
    );
    let unknown = difficult_texts()
        .into_iter()
        .map(|id| (&thread, ItemId::from(id)));
    for (thread, id) in unknown.chain([(&nowhere, item.id.clone())]) {
        ensure_error!(store.item(thread, &id).await, NotFound, "loading");
        ensure_error!(store.delete_item(thread, &id).await, NotFound, "deleting");
        ensure_error!(
            store.delete_items_after(thread, &id).await,
            NotFound,
            "deleting after"
        );
    }
    ensure_eq!(all(store, &thread).await?, [item], "the thread afterwards");
    Ok(())
}

pub(super) async fn items_stand_in_the_order_of_their_first_save(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let mut items: Vec<_> = (0..5).map(|n| said(&thread, n.to_string())).collect();
    // Neither time nor identifier agrees with the order of saving.
    items.reverse();
    for (n, item) in items.iter_mut().enumerate() {
        item.created_at = Timestamp::from_second(1_000_000 - i64::try_from(n)?)?;
        store.save_item(item).await?;
    }
    ensure_eq!(all(store, &thread).await?, items, "oldest first");
    items.reverse();
    let page = store
        .items(&thread, &PageRequest::first(5, Order::Desc))
        .await?;
    ensure_eq!(page.data, items, "newest first");
    ensure!(
        !page.has_more && page.after.is_none(),
        "a full last page has no next one"
    );
    Ok(())
}

pub(super) async fn an_item_is_changed_in_its_place(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let mut items = say(store, &thread, 3).await?;
    for place in [0, 1] {
        if let Some(item) = items.get_mut(place) {
            item.kind = ItemKind::SdkHiddenContext {
                content: format!("changed {place}"),
            };
            store.save_item(item).await?;
        }
    }
    ensure_eq!(all(store, &thread).await?, items, "the items");
    Ok(())
}

pub(super) async fn items_page_both_ways(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let other = new_thread(store).await?;
    let mut items = Vec::new();
    for n in 0..7 {
        items.extend(say(store, &thread, 1).await?);
        say(store, &other, n % 2).await?;
    }
    for order in [Order::Asc, Order::Desc] {
        for limit in [1, 2, 3, 7, 8] {
            let mut request = PageRequest::first(limit, order);
            let mut seen = Vec::new();
            while seen.len() <= items.len() {
                let page = store.items(&thread, &request).await?;
                ensure!(
                    page.data.len() <= limit,
                    "{} rows on a page of {limit}",
                    page.data.len()
                );
                let last = page.data.last().map(|item| item.id.to_string());
                seen.extend(page.data);
                if !page.has_more {
                    ensure_eq!(page.after, None, "the cursor of the last page");
                    break;
                }
                ensure_eq!(page.after, last, "the cursor");
                request.after = page.after;
            }
            ensure_eq!(seen, items, "pages of {limit}, {order:?}");
        }
        items.reverse();
    }
    Ok(())
}

pub(super) async fn an_item_cursor_without_a_row_is_an_error(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let other = new_thread(store).await?;
    say(store, &thread, 3).await?;
    let elsewhere = said(&other, "elsewhere");
    store.save_item(&elsewhere).await?;
    let request = PageRequest::first(1, Order::Asc);
    let first = store.items(&thread, &request).await?;
    ensure_eq!(first.data.len(), 1, "rows of the first page");
    for item in &first.data {
        store.delete_item(&thread, &item.id).await?;
    }
    let cursor = first.after.unwrap_or_default();
    for cursor in [cursor.as_str(), elsewhere.id.as_str(), "nothing", ""] {
        let request = request.clone().after(cursor);
        let page = store.items(&thread, &request).await;
        ensure_error!(page, UnknownCursor, "behind {cursor:?}");
    }
    Ok(())
}

pub(super) async fn an_item_identifier_belongs_to_its_thread(store: &dyn Threads) -> Check {
    let (here, there) = (new_thread(store).await?, new_thread(store).await?);
    let mine = said(&here, "mine");
    let mut theirs = said(&there, "theirs");
    theirs.id = mine.id.clone();
    store.save_item(&mine).await?;
    ensure_error!(
        store.item(&there, &mine.id).await,
        NotFound,
        "loading from another thread"
    );
    ensure_error!(
        store.delete_item(&there, &mine.id).await,
        NotFound,
        "deleting from another"
    );
    store.save_item(&theirs).await?;
    ensure_eq!(store.item(&here, &mine.id).await?, mine, "the item here");
    ensure_eq!(
        store.item(&there, &mine.id).await?,
        theirs,
        "the item there"
    );
    store.delete_item(&there, &mine.id).await?;
    ensure_eq!(all(store, &here).await?, [mine], "the items here");
    Ok(())
}

pub(super) async fn deleting_a_thread_deletes_its_items(store: &dyn Threads) -> Check {
    let thread = Thread::begin();
    store.create_thread(&thread).await?;
    let other = new_thread(store).await?;
    let items = say(store, &thread.id, 3).await?;
    let kept = say(store, &other, 2).await?;
    store.delete_thread(&thread.id).await?;
    for item in &items {
        ensure_error!(
            store.item(&thread.id, &item.id).await,
            NotFound,
            "loading its item"
        );
        ensure_error!(
            store.save_item(item).await,
            NotFound,
            "saving its item again"
        );
    }
    // One with the same identifier begins empty.
    store.create_thread(&thread).await?;
    ensure_eq!(
        all(store, &thread.id).await?,
        [],
        "items of a new thread of that name"
    );
    ensure_eq!(all(store, &other).await?, kept, "items of another thread");
    Ok(())
}

pub(super) async fn an_item_is_deleted_alone(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let mut items = say(store, &thread, 3).await?;
    let gone = items.remove(1);
    store.delete_item(&thread, &gone.id).await?;
    ensure_error!(
        store.delete_item(&thread, &gone.id).await,
        NotFound,
        "deleting again"
    );
    ensure_eq!(all(store, &thread).await?, items, "the others");
    // Saved again, it is new and stands at the end.
    store.save_item(&gone).await?;
    items.push(gone);
    ensure_eq!(all(store, &thread).await?, items, "after saving it again");
    Ok(())
}

pub(super) async fn later_items_are_deleted_together(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let other = new_thread(store).await?;
    let mut items = say(store, &thread, 3).await?;
    let kept = say(store, &other, 2).await?;
    for kind in kinds() {
        let item = Item::begin(thread.clone(), kind);
        store.save_item(&item).await?;
        items.push(item);
    }
    let later = items.split_off(2);
    let Some(last) = items.last() else {
        return Ok(());
    };
    ensure_eq!(
        store.delete_items_after(&thread, &last.id).await?,
        later,
        "what is given back"
    );
    ensure_eq!(all(store, &thread).await?, items, "what stays");
    ensure_eq!(
        store.delete_items_after(&thread, &last.id).await?,
        [],
        "after the last one"
    );
    ensure_eq!(all(store, &other).await?, kept, "items of another thread");
    Ok(())
}

pub(super) async fn saves_at_once_lose_nothing(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let items: Vec<_> = (0..40).map(|n| said(&thread, n.to_string())).collect();
    let saves = items.iter().map(|item| store.save_item(item));
    futures::future::try_join_all(saves).await?;
    let stored = all(store, &thread).await?;
    ensure_eq!(stored.len(), items.len(), "the number of items");
    ensure!(
        items.iter().all(|item| stored.contains(item)),
        "an item is missing"
    );
    ensure_eq!(all(store, &thread).await?, stored, "the order, read again");
    Ok(())
}

pub(super) async fn a_thousand_items(store: &dyn Threads) -> Check {
    let thread = new_thread(store).await?;
    let items = say(store, &thread, 1_000).await?;
    let mut seen = Vec::new();
    let mut request = PageRequest::first(100, Order::Asc);
    while seen.len() <= items.len() {
        let page = store.items(&thread, &request).await?;
        seen.extend(page.data);
        if !page.has_more {
            break;
        }
        request.after = page.after;
    }
    ensure!(
        seen == items,
        "a thousand items come back changed or in another order"
    );
    Ok(())
}
