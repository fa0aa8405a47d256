//! Threads in memory.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use crate::{Item, ItemId, Order, Page, PageRequest, Thread, ThreadId, Threads, ThreadsError};

/// Threads that are kept in memory and gone with the process: for conversations that should
/// leave no trace, and for embedding the server where there is no database.
///
/// Listing sorts all threads and looking for an item walks its thread, which is quick up to some
/// thousands of each.
#[derive(Debug, Default)]
pub struct MemoryThreads {
    rooms: Mutex<HashMap<ThreadId, Room>>,
}

#[derive(Debug)]
struct Room {
    thread: Thread,
    items: Vec<Item>,
}

impl MemoryThreads {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No method leaves the map half changed, so that a panic elsewhere doesn't spoil it.
    fn rooms(&self) -> MutexGuard<'_, HashMap<ThreadId, Room>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Room {
    fn place(&self, id: &ItemId) -> Result<usize, ThreadsError> {
        self.items
            .iter()
            .position(|item| item.id == *id)
            .ok_or_else(|| ThreadsError::NotFound(id.to_string()))
    }
}

fn room<'a>(
    rooms: &'a mut HashMap<ThreadId, Room>,
    id: &ThreadId,
) -> Result<&'a mut Room, ThreadsError> {
    rooms
        .get_mut(id)
        .ok_or_else(|| ThreadsError::NotFound(id.to_string()))
}

/// Cuts a page out of all rows, which come oldest first.
fn page<'a, T: Clone + 'a>(
    rows: impl DoubleEndedIterator<Item = &'a T>,
    request: &PageRequest,
    cursor: impl Fn(&T) -> String,
) -> Result<Page<T>, ThreadsError> {
    let mut rows: Box<dyn Iterator<Item = &'a T>> = match request.order {
        Order::Asc => Box::new(rows),
        Order::Desc => Box::new(rows.rev()),
    };
    if let Some(after) = &request.after
        && !rows.any(|row| cursor(row) == *after)
    {
        return Err(ThreadsError::UnknownCursor(after.clone()));
    }
    let rows = rows
        .take(request.limit.saturating_add(1))
        .cloned()
        .collect();
    Ok(Page::from_rows(rows, request.limit, cursor))
}

#[async_trait]
impl Threads for MemoryThreads {
    async fn create_thread(&self, thread: &Thread) -> Result<(), ThreadsError> {
        let mut rooms = self.rooms();
        if rooms.contains_key(&thread.id) {
            return Err(ThreadsError::AlreadyExists(thread.id.to_string()));
        }
        rooms.insert(
            thread.id.clone(),
            Room {
                thread: thread.clone(),
                items: Vec::new(),
            },
        );
        Ok(())
    }

    async fn thread(&self, id: &ThreadId) -> Result<Thread, ThreadsError> {
        Ok(room(&mut self.rooms(), id)?.thread.clone())
    }

    async fn threads(&self, request: &PageRequest) -> Result<Page<Thread>, ThreadsError> {
        let rooms = self.rooms();
        let mut threads: Vec<&Thread> = rooms.values().map(|room| &room.thread).collect();
        threads.sort_by_key(|thread| (thread.created_at, &thread.id));
        page(threads.into_iter(), request, |thread| thread.id.to_string())
    }

    async fn update_thread(&self, thread: &Thread) -> Result<(), ThreadsError> {
        let mut rooms = self.rooms();
        let room = room(&mut rooms, &thread.id)?;
        room.thread = Thread {
            created_at: room.thread.created_at,
            ..thread.clone()
        };
        Ok(())
    }

    async fn delete_thread(&self, id: &ThreadId) -> Result<(), ThreadsError> {
        let gone = self.rooms().remove(id);
        gone.map(|_| ())
            .ok_or_else(|| ThreadsError::NotFound(id.to_string()))
    }

    async fn save_item(&self, item: &Item) -> Result<(), ThreadsError> {
        let mut rooms = self.rooms();
        let items = &mut room(&mut rooms, &item.thread_id)?.items;
        match items.iter_mut().find(|stored| stored.id == item.id) {
            Some(stored) => *stored = item.clone(),
            None => items.push(item.clone()),
        }
        Ok(())
    }

    async fn item(&self, thread: &ThreadId, id: &ItemId) -> Result<Item, ThreadsError> {
        let mut rooms = self.rooms();
        let items = &room(&mut rooms, thread)?.items;
        let item = items.iter().find(|item| item.id == *id);
        item.cloned()
            .ok_or_else(|| ThreadsError::NotFound(id.to_string()))
    }

    async fn items(
        &self,
        thread: &ThreadId,
        request: &PageRequest,
    ) -> Result<Page<Item>, ThreadsError> {
        let mut rooms = self.rooms();
        page(room(&mut rooms, thread)?.items.iter(), request, |item| {
            item.id.to_string()
        })
    }

    async fn delete_item(&self, thread: &ThreadId, id: &ItemId) -> Result<(), ThreadsError> {
        let mut rooms = self.rooms();
        let room = room(&mut rooms, thread)?;
        let place = room.place(id)?;
        room.items.remove(place);
        Ok(())
    }

    async fn delete_items_after(
        &self,
        thread: &ThreadId,
        id: &ItemId,
    ) -> Result<Vec<Item>, ThreadsError> {
        let mut rooms = self.rooms();
        let room = room(&mut rooms, thread)?;
        let place = room.place(id)?;
        Ok(room.items.split_off(place + 1))
    }
}
