//! When a sending method comes back: after what it sent is stored, and always.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use calm_orbit_chatkit::memory::MemoryThreads;
use calm_orbit_chatkit::{
    Event, Reply, RespondError, Responder, Server, Thread, ThreadId, Threads, Turn, TurnOver,
};
use common::{Chat, message, names, thread_of};
use futures::future::{BoxFuture, join_all};
use futures::{FutureExt, StreamExt};
use serde_json::{Map, json};
use tokio::sync::mpsc;
use tokio::time::timeout;

type Answer = fn(Turn, mpsc::UnboundedSender<TurnOver>) -> BoxFuture<'static, Outcome>;
type Outcome = Result<(), RespondError>;

/// A responder that does one thing, and its tasks tell how they ended.
struct Does {
    what: Answer,
    over: mpsc::UnboundedSender<TurnOver>,
}

#[async_trait]
impl Responder for Does {
    async fn respond(&self, turn: Turn) -> Outcome {
        (self.what)(turn, self.over.clone()).await
    }
}

fn chat(what: Answer) -> (Chat, mpsc::UnboundedReceiver<TurnOver>) {
    let (over, ended) = mpsc::unbounded_channel();
    let threads: Arc<dyn Threads> = Arc::new(MemoryThreads::new());
    let server = Server::new(Arc::clone(&threads), Arc::new(Does { what, over }));
    let chat = Chat {
        server,
        threads,
        stopped: Arc::default(),
    };
    (chat, ended)
}

/// What takes longer hangs: nothing here waits for anything but the server.
async fn soon<T>(what: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(60), what).await.unwrap()
}

/// Speaks until it is told that the turn is over.
fn chatter(turn: Turn, over: mpsc::UnboundedSender<TurnOver>) {
    tokio::spawn(async move {
        let ended = loop {
            if let Err(ended) = turn.progress("still there").await {
                break ended;
            }
        };
        // Nobody asks any more when the test has failed.
        let _ = over.send(ended);
        // Whoever keeps the turn keeps nothing else waiting.
        pending::<()>().await;
        drop(turn);
    });
}

#[tokio::test]
async fn what_was_said_is_in_the_history() {
    let (chat, _) = chat(|turn, _| {
        async move {
            for number in 1..=3 {
                turn.say(format!("{number}")).await?;
                let said = turn.history(100).await?.len();
                assert_eq!(said, number + 1);
            }
            turn.set_title("Numbers").await?;
            let thread = turn.threads().thread(&turn.thread().id).await?;
            assert_eq!(thread.title.as_deref(), Some("Numbers"));
            Ok(())
        }
        .boxed()
    });
    let (_, events) = soon(chat.begin("count")).await;
    assert_eq!(names(&events).last().unwrap(), "thread.updated");
}

#[tokio::test(flavor = "multi_thread")]
async fn tasks_that_speak_at_once_are_all_heard() {
    let (chat, _) = chat(|turn, _| {
        async move {
            let tasks = (0..20).map(|task| {
                let turn = turn.clone();
                tokio::spawn(async move {
                    for number in 0..10 {
                        turn.say(format!("{task}.{number}")).await?;
                    }
                    Ok::<_, TurnOver>(())
                })
            });
            for ended in join_all(tasks).await {
                ended.unwrap()?;
            }
            Ok(())
        }
        .boxed()
    });
    let (thread, events) = soon(chat.begin("all")).await;
    let done = names(&events);
    let done = done
        .iter()
        .filter(|name| *name == "thread.item.done assistant_message");
    assert_eq!(done.count(), 200);
    // A page has no more than 100.
    assert_eq!(chat.items(&thread).await.len(), 100);
}

#[tokio::test(flavor = "multi_thread")]
async fn tasks_learn_that_the_turn_is_over() {
    let endings: [Answer; 4] = [
        |turn, over| {
            async move {
                chatter(turn, over);
                Ok(())
            }
            .boxed()
        },
        |turn, over| {
            async move {
                chatter(turn.clone(), over);
                Ok(turn.call_tool("look", Map::new()).await?)
            }
            .boxed()
        },
        |turn, over| {
            async move {
                chatter(turn, over);
                Err(RespondError::failed("asked to"))
            }
            .boxed()
        },
        |turn, over| {
            async move {
                chatter(turn, over);
                panic!("asked to")
            }
            .boxed()
        },
    ];
    for ending in endings {
        for _ in 0..50 {
            let (chat, mut ended) = chat(ending);
            soon(chat.begin("end")).await;
            soon(ended.recv()).await.unwrap();
            soon(chat.server.idle()).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tasks_learn_that_the_client_has_gone() {
    let (chat, mut ended) = chat(|turn, over| {
        async move {
            chatter(turn, over);
            pending().await
        }
        .boxed()
    });
    for read in 0..50 {
        let reply = chat.ask("threads.create", json!({"input": message("go")}));
        let Reply::Stream(events) = reply.await.unwrap() else {
            panic!("no stream");
        };
        // The fourth event is the first that the task says.
        let seen: Vec<Event> = soon(events.take(4 + read).collect()).await;
        let thread = thread_of(&seen);
        soon(ended.recv()).await.unwrap();
        soon(chat.server.settled(&thread)).await;
        let stored = chat.stored(&thread).await;
        assert_eq!(stored, ["user_message: go", "sdk_hidden_context"]);
    }
}

#[tokio::test]
async fn a_wait_that_is_never_ended_holds_nothing_up() {
    let (chat, _) = chat(|turn, _| {
        async move {
            let mut waits = Vec::new();
            for number in 0..4 {
                let turn = turn.clone();
                let said = async move { turn.say(format!("{number}")).await };
                let mut wait = Box::pin(said);
                assert!(wait.as_mut().now_or_never().is_none());
                waits.push(wait);
            }
            // They are neither asked again nor dropped.
            tokio::spawn(async move {
                pending::<()>().await;
                drop(waits);
            });
            Ok(())
        }
        .boxed()
    });
    let (_, events) = soon(chat.begin("wait")).await;
    let begun = names(&events)
        .into_iter()
        .filter(|name| name == "thread.item.added assistant_message");
    assert_eq!(begun.count(), 4);
    soon(chat.server.idle()).await;
}

#[tokio::test]
async fn a_change_of_the_thread_that_panics_is_a_failed_answer() {
    fn spoil(_: &mut Thread) {
        panic!("asked to")
    }
    let (chat, _) = chat(|turn, _| async move { Ok(turn.update_thread(spoil).await?) }.boxed());
    let (thread, events) = soon(chat.begin("spoil")).await;
    assert_eq!(names(&events).last().unwrap(), "error");
    assert!(!settled(&chat, &thread).await);
    assert_eq!(chat.stored(&thread).await, ["user_message: spoil"]);
}

async fn settled(chat: &Chat, thread: &ThreadId) -> bool {
    soon(chat.server.idle()).await;
    soon(chat.server.settled(thread)).await
}
