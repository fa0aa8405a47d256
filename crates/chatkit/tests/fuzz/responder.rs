//! A responder that does at each turn what the plan says, which may be anything.

use std::collections::VecDeque;
use std::future::{pending, poll_fn};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

use async_trait::async_trait;
use calm_orbit_chatkit::workflow::{Task, WorkflowStyle};
use calm_orbit_chatkit::{
    Audio, Declined, Event, Feedback, GeneratedImage, Item, ItemId, ItemKind, ItemUpdate, Question,
    RespondError, Responder, SyncAction, Thread, ThreadId, ThreadStatus, Turn, TurnOver,
};
use futures::future::try_join_all;
use proptest::sample::Index;
use serde_json::{Map, json};

use crate::common::groceries;
use crate::plan::Op;
use crate::specimens;

/// What every panic says that the plan asks for.
pub(crate) const ASKED: &str = "asked to";

/// What it says when it is about to fail.
pub(crate) const LAST_WORDS: &str = "about to fail";

pub(crate) struct Planned {
    pub(crate) turns: Mutex<VecDeque<Vec<Op>>>,
    /// How often it did what makes a request fail.
    pub(crate) harm: AtomicUsize,
}

/// Panics when it is dropped, unless a panic is what drops it.
struct Fuse;

impl Drop for Fuse {
    fn drop(&mut self) {
        assert!(std::thread::panicking(), "{ASKED}");
    }
}

fn spoil(_: &mut Thread) {
    panic!("{ASKED}")
}

fn image() -> GeneratedImage {
    GeneratedImage {
        id: "img".into(),
        url: "data:,x".into(),
    }
}

/// An item of the thread, or one that never was.
async fn any_item(turn: &Turn, index: Index) -> Item {
    let mut items = turn.history(100).await.unwrap_or_default();
    items.push(turn.item(ItemKind::EndOfTurn));
    items.swap_remove(index.index(items.len()))
}

/// Speaks until the turn is over, or for a while.
async fn chatter(turn: Turn) {
    for _ in 0..200 {
        if turn.progress("still there").await == Err(TurnOver) {
            return;
        }
    }
}

/// Says something and neither waits for it nor gives it up.
async fn half_say(turn: Turn, text: String) {
    let mut said = Box::pin(async move { turn.say(text).await });
    poll_fn(|cx| {
        let _ = said.as_mut().poll(cx);
        Poll::Ready(())
    })
    .await;
    tokio::spawn(async move {
        pending::<()>().await;
        drop(said);
    });
}

async fn perform(turn: &Turn, op: Op) -> Result<(), RespondError> {
    if let Op::Misplace | Op::Fail | Op::Explain | Op::Panic | Op::PanicInChange = op {
        turn.progress(LAST_WORDS).await?;
    }
    match op {
        Op::Say(text) => turn.say(text).await?,
        Op::Specimen(index) => {
            let event = serde_json::to_string(index.get(&specimens::events())).unwrap();
            let event = event.replace("thr_1", turn.thread().id.as_str());
            turn.emit(serde_json::from_str(&event).unwrap()).await?;
        }
        Op::Update { item, place, text } => {
            let mut item = any_item(turn, item).await;
            if place % 2 == 0 {
                item.kind = ItemKind::AssistantMessage {
                    content: Vec::new(),
                };
                turn.emit(Event::ItemAdded { item: item.clone() }).await?;
            }
            let update = ItemUpdate::TextDelta {
                content_index: place,
                delta: text,
            };
            let item_id = item.id;
            turn.emit(Event::ItemUpdated { item_id, update }).await?;
        }
        Op::Replace(index) => {
            let mut item = any_item(turn, index).await;
            item.kind = ItemKind::Task {
                task: Task::thought("hm"),
            };
            turn.emit(Event::ItemReplaced { item }).await?;
        }
        Op::Remove(index) => {
            let item_id = any_item(turn, index).await.id;
            turn.emit(Event::ItemRemoved { item_id }).await?;
        }
        Op::Hide(text) => {
            let content = json!(text);
            let item = turn.item(ItemKind::HiddenContextItem { content });
            turn.emit(Event::ItemAdded { item: item.clone() }).await?;
            turn.emit(Event::ItemDone { item }).await?;
        }
        Op::Title(title) => turn.set_title(title).await?,
        Op::Lock => {
            turn.set_status(ThreadStatus::Locked { reason: None })
                .await?
        }
        Op::Unlock => turn.set_status(ThreadStatus::Active).await?,
        Op::Tool => turn.call_tool("look", Map::new()).await?,
        Op::Ask => turn.ask(vec![Question::freeform("why", "Why?")]).await?,
        Op::Widget => turn.widget(groceries("Milk")).await?,
        Op::Steps(place) => {
            let mut steps = turn.steps(WorkflowStyle::Custom).await?;
            steps.add(Task::thought("hm")).await?;
            steps.update(place, Task::thought("ah")).await?;
            steps.finish(None).await?;
        }
        Op::Image => drop(turn.image().await?.finish(image()).await?),
        Op::AtOnce(voices) => {
            try_join_all((0..voices).map(|voice| turn.say(format!("{voice}")))).await?;
        }
        Op::Chatter => drop(tokio::spawn(chatter(turn.clone()))),
        Op::HalfSaid(times) => {
            for time in 0..times {
                half_say(turn.clone(), format!("{time}")).await;
            }
        }
        Op::Misplace => {
            let item = Item::begin(ThreadId::from("thr_elsewhere"), ItemKind::EndOfTurn);
            turn.emit(Event::ItemDone { item }).await?;
        }
        Op::DeleteThread => turn.threads().delete_thread(&turn.thread().id).await?,
        Op::Yield(times) => {
            for _ in 0..times {
                tokio::task::yield_now().await;
            }
        }
        Op::Fail => return Err(RespondError::failed(crate::store::SECRET)),
        Op::Explain => return Err(RespondError::custom("Not today.")),
        Op::Panic => panic!("{ASKED}"),
        Op::PanicInChange => turn.update_thread(spoil).await?,
        Op::Fuse => {
            let _fuse = Fuse;
            turn.progress("careful").await?;
            pending().await
        }
        Op::Hang => pending().await,
    }
    Ok(())
}

impl Planned {
    fn harms(&self) {
        self.harm.fetch_add(1, Ordering::SeqCst);
    }
}

#[async_trait]
impl Responder for Planned {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let next = self.turns.lock().unwrap().pop_front();
        for op in next.unwrap_or_else(|| vec![Op::Say("ok".into())]) {
            perform(&turn, op).await?;
        }
        Ok(())
    }

    async fn feedback(&self, _: &ThreadId, _: &[ItemId], _: Feedback) -> Result<(), Declined> {
        Ok(())
    }

    async fn sync_action(&self, call: SyncAction) -> Result<Option<Item>, Declined> {
        match call.action.payload.as_i64().unwrap_or_default() {
            0 => {
                self.harms();
                panic!("{ASKED}")
            }
            1 => {
                self.harms();
                let thread = ThreadId::from("thr_elsewhere");
                Ok(Some(Item::begin(thread, ItemKind::EndOfTurn)))
            }
            2 => Err(Declined::Refused("Not today.".into())),
            3 => pending().await,
            _ => Ok(call.sender),
        }
    }

    async fn transcribe(&self, audio: Audio) -> Result<String, Declined> {
        if audio.data.is_empty() {
            self.harms();
            panic!("{ASKED}")
        }
        Ok("spoken".into())
    }
}
