//! The responder of `server.py` again: it does at each turn what a script says.

use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;

use async_trait::async_trait;
use calm_orbit_chatkit::content::Annotation;
use calm_orbit_chatkit::widget::Widget;
use calm_orbit_chatkit::workflow::{Task, WorkflowStyle, WorkflowSummary};
use calm_orbit_chatkit::{
    Audio, Declined, Event, Feedback, GeneratedImage, IdPrefix, Input, Item, ItemId, ItemKind,
    Question, RespondError, Responder, SyncAction, ThreadId, ThreadStatus, Timestamp, Turn,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Something the responder does.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Op {
    /// A text, in pieces.
    Say(Vec<String>),
    /// A text with annotations.
    Cite {
        text: String,
        annotations: Vec<Annotation>,
    },
    /// What is answered, as a text.
    Repeat(()),
    /// What the store holds, as a text.
    Recall(()),
    Title(String),
    Status(ThreadStatus),
    Domains(Vec<String>),
    Metadata(Map<String, Value>),
    Fail(()),
    Explain {
        message: String,
        allow_retry: bool,
    },
    /// Nothing, for ever.
    Wait(()),
    /// This event, with `$thread`, `$now`, and `$id NAME` for an identifier of its own.
    Emit(Value),
    ReplaceSender(Widget),
    Widget(Widget),
    Grow {
        roots: Vec<Widget>,
        copy_text: Option<String>,
    },
    Steps {
        style: WorkflowStyle,
        steps: Vec<Step>,
        summary: Option<WorkflowSummary>,
    },
    Image {
        previews: Vec<Preview>,
        image: GeneratedImage,
    },
    Tool {
        name: String,
        arguments: Map<String, Value>,
    },
    Ask(Vec<Question>),
    Task(Task),
    Remember(Value),
    End(()),
}

/// A step of a workflow: a new one, or one in the place of another.
#[derive(Clone, Deserialize)]
pub(crate) struct Step {
    task: Task,
    at: Option<usize>,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Preview {
    image: GeneratedImage,
    progress: Option<f64>,
}

pub(crate) struct Scripted {
    turns: Mutex<VecDeque<Vec<Op>>>,
    named: Mutex<HashMap<String, String>>,
    opinions: Mutex<Vec<String>>,
}

impl Scripted {
    pub(crate) fn new(turns: Vec<Vec<Op>>) -> Self {
        Self {
            turns: Mutex::new(turns.into()),
            named: Mutex::default(),
            opinions: Mutex::default(),
        }
    }

    async fn perform(&self, turn: &Turn, op: Op) -> Result<(), RespondError> {
        match op {
            Op::Say(pieces) => {
                let mut answer = turn.answer().await?;
                for piece in pieces {
                    answer.push(piece).await?;
                }
                answer.finish().await?;
            }
            Op::Cite { text, annotations } => {
                let mut answer = turn.answer().await?;
                answer.push(text).await?;
                for annotation in annotations {
                    answer.annotate(annotation).await?;
                }
                answer.finish().await?;
            }
            Op::Repeat(()) => turn.say(given(turn.input()).to_string()).await?,
            Op::Recall(()) => turn.say(self.recall(turn).await?.to_string()).await?,
            Op::Title(title) => turn.set_title(title).await?,
            Op::Status(status) => turn.set_status(status).await?,
            Op::Domains(domains) => {
                turn.update_thread(|thread| thread.allowed_image_domains = Some(domains))
                    .await?;
            }
            Op::Metadata(metadata) => {
                turn.update_thread(|thread| thread.metadata = metadata)
                    .await?;
            }
            Op::Fail(()) => return Err(RespondError::failed("asked to")),
            Op::Explain {
                message,
                allow_retry,
            } => {
                return Err(RespondError::Custom {
                    message,
                    allow_retry,
                });
            }
            Op::Wait(()) => std::future::pending().await,
            Op::Emit(event) => {
                let event: Event = serde_json::from_value(self.fill(event, turn)).unwrap();
                turn.emit(event).await?;
            }
            Op::ReplaceSender(widget) => {
                let Input::Action {
                    sender: Some(sender),
                    ..
                } = turn.input()
                else {
                    panic!("nothing was done in a widget");
                };
                let mut item = sender.clone();
                if let ItemKind::Widget { widget: place, .. } = &mut item.kind {
                    *place = widget;
                }
                turn.emit(Event::ItemReplaced { item }).await?;
            }
            Op::Widget(widget) => turn.widget(widget).await?,
            Op::Grow { roots, copy_text } => self.grow(turn, roots, copy_text).await?,
            Op::Steps {
                style,
                steps,
                summary,
            } => {
                let mut workflow = turn.steps(style).await?;
                for Step { task, at } in steps {
                    match at {
                        Some(place) => workflow.update(place, task).await?,
                        None => drop(workflow.add(task).await?),
                    }
                }
                workflow.finish(summary).await?;
            }
            Op::Image { previews, image } => {
                let drawing = turn.image().await?;
                for Preview { image, progress } in previews {
                    drawing.preview(image, progress).await?;
                }
                drawing.finish(image).await?;
            }
            Op::Tool { name, arguments } => turn.call_tool(name, arguments).await?,
            Op::Ask(questions) => turn.ask(questions).await?,
            Op::Task(task) => turn.task(task).await?,
            Op::Remember(content) => turn.remember(content).await?,
            Op::End(()) => turn.end().await?,
        }
        Ok(())
    }

    async fn grow(
        &self,
        turn: &Turn,
        roots: Vec<Widget>,
        copy_text: Option<String>,
    ) -> Result<(), RespondError> {
        let mut roots = roots.into_iter();
        let mut widget = turn.growing_widget(roots.next().unwrap()).await?;
        for root in roots {
            widget.show(root).await?;
        }
        if let Some(text) = copy_text {
            widget.set_copy_text(text);
        }
        widget.finish().await?;
        Ok(())
    }

    async fn recall(&self, turn: &Turn) -> Result<Value, RespondError> {
        let thread = turn.threads().thread(&turn.thread().id).await?;
        let items = turn.history(100).await?;
        let kinds = items.iter().map(|item| {
            let text = match &item.kind {
                ItemKind::HiddenContextItem { content } => content.to_string(),
                ItemKind::ClientToolCall(call) => json!(call.status).as_str().unwrap().to_owned(),
                _ => item.message_text().unwrap_or_default(),
            };
            let line = format!("{} {text}", item.kind.type_name());
            line.trim().to_owned()
        });
        let opinions = self.opinions.lock().unwrap().clone();
        Ok(json!([
            kinds.collect::<Vec<_>>(),
            opinions,
            thread.metadata,
            thread.title
        ]))
    }

    fn fill(&self, value: Value, turn: &Turn) -> Value {
        match value {
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, value)| (name, self.fill(value, turn)))
                .collect(),
            Value::Array(values) => values
                .into_iter()
                .map(|value| self.fill(value, turn))
                .collect(),
            Value::String(text) if text == "$thread" => json!(turn.thread().id),
            Value::String(text) if text == "$now" => json!(Timestamp::now()),
            Value::String(text) if text.starts_with("$id ") => {
                let mut named = self.named.lock().unwrap();
                let id = named
                    .entry(text)
                    .or_insert_with(|| ItemId::generate(IdPrefix::Message).to_string());
                json!(id)
            }
            other => other,
        }
    }
}

/// What a turn answers, in short.
fn given(input: &Input) -> Value {
    match input {
        Input::Message { message, .. } => json!({"message": message.text()}),
        Input::ToolOutput { call, .. } => json!({"tool": call.name, "output": call.output}),
        Input::Answers { answered, .. } => answered
            .inputs
            .iter()
            .map(|question| (question.id.clone(), json!(answered.values(&question.id))))
            .collect(),
        Input::Action { action, sender } => {
            json!({"action": action.name, "payload": action.payload, "from": sender.is_some()})
        }
    }
}

#[async_trait]
impl Responder for Scripted {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let ops = self.turns.lock().unwrap().pop_front().unwrap_or_default();
        for op in ops {
            self.perform(&turn, op).await?;
        }
        Ok(())
    }

    async fn feedback(
        &self,
        _thread: &ThreadId,
        items: &[ItemId],
        feedback: Feedback,
    ) -> Result<(), Declined> {
        let feedback = json!(feedback);
        let opinion = format!("{} {}", items.len(), feedback.as_str().unwrap());
        self.opinions.lock().unwrap().push(opinion);
        Ok(())
    }

    async fn sync_action(&self, call: SyncAction) -> Result<Option<Item>, Declined> {
        match call.action.name.as_str() {
            "refuse" => Err(Declined::Refused("Not today.".into())),
            "set" => Ok(call.sender.map(|mut item| {
                if let ItemKind::Widget { widget, .. } = &mut item.kind {
                    *widget = Widget::from_json(call.action.payload).unwrap();
                }
                item
            })),
            _ => Ok(None),
        }
    }

    async fn transcribe(&self, audio: Audio) -> Result<String, Declined> {
        if audio.data.is_empty() {
            return Err(Declined::Refused("Nothing was heard.".into()));
        }
        Ok(format!(
            "{} bytes of {}",
            audio.data.len(),
            audio.media_type()
        ))
    }
}
