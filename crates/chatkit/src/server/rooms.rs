//! One at a time in a thread.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};

use crate::ThreadId;

/// Lets one at a time into each thread, first come, first served.
#[derive(Default)]
pub(super) struct Rooms(Mutex<HashMap<ThreadId, Weak<AsyncMutex<()>>>>);

/// The right to write in a thread, until it is dropped.
pub(super) type Seat = OwnedMutexGuard<()>;

impl Rooms {
    /// Waits until nobody else writes in the thread.
    pub(super) async fn enter(&self, thread: &ThreadId) -> Seat {
        self.door(thread).lock_owned().await
    }

    /// Waits until nobody writes in the thread. Gives back whether somebody did.
    pub(super) async fn settled(&self, thread: &ThreadId) -> bool {
        let door = {
            let doors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            doors.get(thread).and_then(Weak::upgrade)
        };
        let Some(door) = door else { return false };
        let waited = door.try_lock().is_err();
        drop(door.lock().await);
        waited
    }

    fn door(&self, thread: &ThreadId) -> Arc<AsyncMutex<()>> {
        let mut doors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(door) = doors.get(thread).and_then(Weak::upgrade) {
            return door;
        }
        // Empty rooms go whenever a new one comes, so that the map stays as small as the
        // number of turns under way.
        doors.retain(|_, door| door.strong_count() > 0);
        let door = Arc::new(AsyncMutex::new(()));
        doors.insert(thread.clone(), Arc::downgrade(&door));
        door
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    #[tokio::test]
    async fn the_second_waits_and_empty_rooms_go() {
        let rooms = Rooms::default();
        let (a, b) = (ThreadId::from("a"), ThreadId::from("b"));
        let seat = rooms.enter(&a).await;
        let mut second = Box::pin(rooms.enter(&a));
        assert!(second.as_mut().now_or_never().is_none());
        drop(rooms.enter(&b).await);
        drop(seat);
        drop(second.await);
        drop(rooms.enter(&b).await);
        assert_eq!(rooms.0.lock().unwrap().len(), 1);
    }
}
