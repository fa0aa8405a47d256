//! A small responder that does what the person's message says.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use calm_orbit_chatkit::content::{Annotation, Source, SourceInfo, UrlSource};
use calm_orbit_chatkit::widget::{Action, ActionConfig, Button, Card, Row, Spacer, Text};
use calm_orbit_chatkit::workflow::{StatusIndicator, Task, WorkflowStyle, WorkflowSummary};
use calm_orbit_chatkit::{
    Audio, Declined, Event, Feedback, GeneratedImage, Input, Item, ItemId, ItemKind, NoticeLevel,
    Question, RespondError, Responder, SyncAction, ThreadId, ThreadStatus, Turn,
};
use serde_json::{Map, json};

#[derive(Default)]
pub(crate) struct Obedient {
    /// Set when an answer to "wait" was dropped.
    pub(crate) stopped: Arc<AtomicBool>,
}

struct SetOnDrop(Arc<AtomicBool>);

impl Drop for SetOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

pub(crate) fn annotation() -> Annotation {
    let info = SourceInfo {
        title: "T".into(),
        ..SourceInfo::default()
    };
    let url = UrlSource {
        info,
        url: "https://example.org".into(),
        attribution: None,
    };
    Annotation {
        source: Source::Url(url),
        index: Some(2),
    }
}

#[async_trait]
impl Responder for Obedient {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        match turn.input() {
            Input::Message { .. } => {}
            Input::ToolOutput { call, .. } => {
                let output = call.output.clone().unwrap_or_default();
                if output == "again" {
                    turn.call_tool("open_task", Map::new()).await?;
                }
                return Ok(turn.say(format!("{} gave {output}", call.name)).await?);
            }
            Input::Answers { answered, .. } => {
                let (day, why) = (answered.values("day"), answered.values("why"));
                return Ok(turn.say(format!("{day:?} because {why:?}")).await?);
            }
            Input::Action { action, sender } => {
                return act(&turn, action, sender.as_ref()).await;
            }
        }
        let text = turn
            .user_message()
            .map(|message| message.text())
            .unwrap_or_default();
        match text.as_str() {
            "hello" => {
                turn.progress("Looking").await?;
                let mut steps = turn.steps(WorkflowStyle::Custom).await?;
                let step = steps
                    .add(Task::custom("Search", StatusIndicator::Loading))
                    .await?;
                steps
                    .update(step, Task::custom("Search", StatusIndicator::Complete))
                    .await?;
                steps.add(Task::thought("hm")).await?;
                steps
                    .finish(Some(WorkflowSummary::Duration { duration: 2 }))
                    .await?;
                let mut answer = turn.answer().await?;
                answer.push("Hi").await?;
                answer.push(" there").await?;
                answer.annotate(annotation()).await?;
                answer.finish().await?;
                turn.remember(json!({"greeted": null})).await?;
                turn.effect("fx", Map::from_iter([("a".to_owned(), json!(1))]))
                    .await?;
                turn.notice(NoticeLevel::Info, "hey").await?;
                turn.set_title("Greeting").await?;
                turn.set_title("Greeting").await?;
                turn.end().await?;
            }
            "boom" => {
                turn.answer().await?.push("never kept").await?;
                return Err(RespondError::failed("the model is on fire"));
            }
            "explain" => {
                return Err(RespondError::Custom {
                    message: "No model is set up.".into(),
                    allow_retry: false,
                });
            }
            "panic" => panic!("asked to"),
            "wait" => {
                let _guard = SetOnDrop(Arc::clone(&self.stopped));
                turn.steps(WorkflowStyle::Custom)
                    .await?
                    .add(Task::thought("hm"))
                    .await?;
                let _silent = turn.answer().await?;
                let mut answer = turn.answer().await?;
                answer.push("So far").await?;
                answer.push(", so good").await?;
                turn.progress("waiting").await?;
                std::future::pending::<()>().await;
            }
            "pace" => {
                let mut answer = turn.answer().await?;
                for _ in 0..40 {
                    answer.push(".").await?;
                }
                answer.finish().await?;
            }
            "language" => {
                turn.say(format!("{:?}", turn.locale())).await?;
            }
            "tool" => {
                turn.call_tool("open_task", Map::from_iter([("id".to_owned(), json!(1))]))
                    .await?;
                turn.say("never heard").await?;
            }
            "tool at last" => {
                turn.say("One moment").await?;
                turn.call_tool("open_task", Map::new()).await?;
            }
            "ask" => {
                turn.ask(vec![
                    Question::choice("day", "Which day?", ["Monday", "Tuesday"]),
                    Question::freeform("why", "Why?"),
                ])
                .await?;
            }
            "widget" => turn.widget(groceries("Milk")).await?,
            "grow" => {
                let text = |value: &str| {
                    let text = Text::new(value).id("t").streaming(true);
                    Card::new().child(Row::new().child(text))
                };
                let mut widget = turn.growing_widget(text("")).await?;
                widget.set_copy_text("Hello");
                for value in ["Hel", "Hello"] {
                    widget.show(text(value)).await?;
                }
                widget.replace("nowhere", Spacer::new()).await?;
                widget.replace("t", Text::new("Hello").id("t")).await?;
                widget.show(groceries("Bread")).await?;
                widget.finish().await?;
            }
            "draw" => {
                let image = |url: &str| GeneratedImage {
                    id: "img_1".into(),
                    url: url.into(),
                };
                let drawing = turn.image().await?;
                drawing.preview(image("data:,a"), Some(0.5)).await?;
                drawing.preview(image("data:,b"), None).await?;
                drawing.finish(image("data:,c")).await?;
            }
            "step" => turn.task(Task::thought("hm")).await?,
            "options" => {
                let message = turn.user_message().cloned().unwrap();
                turn.say(serde_json::to_string(&message).unwrap()).await?;
            }
            "close" => {
                turn.set_status(ThreadStatus::Closed { reason: None })
                    .await?
            }
            "lock" => {
                turn.set_status(ThreadStatus::Locked {
                    reason: Some("Enough".into()),
                })
                .await?;
            }
            "delete" => {
                turn.threads().delete_thread(&turn.thread().id).await?;
                turn.say("Where am I?").await?;
            }
            "misplace" => {
                let mut item = turn.item(calm_orbit_chatkit::ItemKind::EndOfTurn);
                item.thread_id = ThreadId::from("thr_elsewhere");
                turn.emit(Event::ItemDone { item }).await?;
                turn.say("never heard").await?;
            }
            "take back" => {
                let answer = turn.answer().await?;
                turn.emit(Event::ItemRemoved {
                    item_id: answer.id().clone(),
                })
                .await?;
            }
            other => turn.say(format!("You said: {other}")).await?,
        }
        Ok(())
    }

    async fn feedback(
        &self,
        _thread: &ThreadId,
        _items: &[ItemId],
        feedback: Feedback,
    ) -> Result<(), Declined> {
        match feedback {
            Feedback::Positive => Ok(()),
            Feedback::Negative => Err(Declined::NotSupported("such feedback".into())),
        }
    }

    async fn sync_action(&self, call: SyncAction) -> Result<Option<Item>, Declined> {
        match call.action.name.as_str() {
            "toggle" => Ok(call.sender.map(|mut item| {
                item.kind = ItemKind::Widget {
                    widget: groceries(&call.action.payload.to_string()).into(),
                    copy_text: call.locale,
                };
                item
            })),
            "elsewhere" => {
                let thread = ThreadId::from("thr_elsewhere");
                Ok(Some(Item::begin(thread, ItemKind::EndOfTurn)))
            }
            "hide" => {
                let content = json!("hidden");
                let kind = ItemKind::HiddenContextItem { content };
                Ok(Some(Item::begin(call.thread.id, kind)))
            }
            "decline" => Err(Declined::Refused("Not today.".into())),
            "panic" => panic!("asked to"),
            _ => Ok(None),
        }
    }

    async fn transcribe(&self, audio: Audio) -> Result<String, Declined> {
        if audio.data.is_empty() {
            return Err(Declined::Refused("Nothing was heard.".into()));
        }
        Ok(format!("{:?} of {}", audio.data, audio.media_type()))
    }
}

async fn act(turn: &Turn, action: &Action, sender: Option<&Item>) -> Result<(), RespondError> {
    match (action.name.as_str(), sender) {
        ("complete", Some(item)) => {
            let mut item = item.clone();
            item.kind = ItemKind::Widget {
                widget: groceries("Done").into(),
                copy_text: None,
            };
            turn.emit(Event::ItemReplaced { item }).await?;
        }
        ("fail", _) => return Err(RespondError::custom("That went wrong.")),
        ("unlock", _) => turn.set_status(ThreadStatus::Active).await?,
        (name, _) => turn.say(format!("{name} with {}", action.payload)).await?,
    }
    Ok(())
}

pub(crate) fn groceries(text: &str) -> Card {
    Card::new().child(Text::new(text).id("t")).child(
        Button::new()
            .label("Done")
            .on_click_action(ActionConfig::new("complete").payload(json!({"id": 1}))),
    )
}
