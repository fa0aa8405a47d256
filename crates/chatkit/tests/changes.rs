//! A thread that the person and the answer change at the same time keeps both changes.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_chatkit::{Server, ThreadStatus, Threads, ThreadsError};
use common::gated::{Gate, Gated};
use common::{Chat, Obedient};
use serde_json::json;
use tokio::task::yield_now;

/// Lets everybody else go first.
#[derive(Default)]
struct Slow;

#[async_trait]
impl Gate for Slow {
    async fn read(&self) -> Result<(), ThreadsError> {
        self.write().await
    }

    async fn write(&self) -> Result<(), ThreadsError> {
        for _ in 0..3 {
            yield_now().await;
        }
        Ok(())
    }
}

#[tokio::test]
async fn a_thread_renamed_while_the_answer_locks_it_is_both() {
    for head_start in 0..60 {
        let threads: Arc<dyn Threads> = Arc::new(Gated::<Slow>::default());
        let chat = Chat {
            server: Server::new(Arc::clone(&threads), Arc::new(Obedient::default())),
            threads,
            stopped: Arc::default(),
        };
        let (thread, _) = chat.begin("hi").await;
        let rename = async {
            for _ in 0..head_start {
                yield_now().await;
            }
            let params = json!({"thread_id": thread, "title": "Mine"});
            chat.json("threads.update", params).await
        };
        tokio::join!(chat.say(&thread, "lock"), rename);
        let stored = chat.threads.thread(&thread).await.unwrap();
        assert_eq!(stored.title.as_deref(), Some("Mine"), "{head_start}");
        assert!(
            matches!(stored.status, ThreadStatus::Locked { .. }),
            "{head_start}"
        );
    }
}
