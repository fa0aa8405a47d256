//! How an answer is told: its steps, what the page should know, and the words one after the other.

use std::sync::LazyLock;
use std::time::Duration;

use chatkit::content::{Annotation, Source};
use chatkit::workflow::{StatusIndicator, Task as Step, TaskKind, WorkflowStyle, WorkflowSummary};
use chatkit::{Turn, TurnOver};
use serde_json::{Map, Value};
use task::GroupId;

use crate::answer::Answer;
use crate::steps::Steps;

/// How long to wait before each piece of an answer, so that tests can see a stream and stop it.
/// Only debug builds wait, and only where `CALM_ORBIT_CHAT_PACE_MS` says so.
static PACE: LazyLock<Option<Duration>> = LazyLock::new(|| {
    let pace = std::env::var("CALM_ORBIT_CHAT_PACE_MS").ok();
    pace.filter(|_| cfg!(debug_assertions))
        .and_then(|text| text.parse().ok())
        .map(Duration::from_millis)
});

async fn pause() {
    if let Some(pace) = *PACE {
        tokio::time::sleep(pace).await;
    }
}

/// The name of the effect that tells the page that tasks were changed; its data is `{"group": ID}`.
const CHANGED: &str = "tasks.changed";

/// Shows the steps of the turn, and tells the page where something can be taken back.
pub(crate) async fn steps(turn: &Turn, steps: &Steps, group: GroupId) -> Result<(), TurnOver> {
    let shown = steps.shown();
    let summary = shown
        .iter()
        .rev()
        .find(|step| step.wrote)
        .or(shown.last())
        .map(|step| WorkflowSummary::Custom {
            title: step.title.clone(),
            icon: Some(step.icon.to_owned()),
        });
    if !shown.is_empty() {
        let mut workflow = turn.steps(WorkflowStyle::Custom).await?;
        for step in shown {
            pause().await;
            let kind = TaskKind::Custom {
                title: Some(step.title),
                icon: Some(step.icon.to_owned()),
                content: step.content,
            };
            workflow
                .add(Step {
                    status_indicator: StatusIndicator::Complete,
                    kind,
                })
                .await?;
        }
        workflow.finish(summary).await?;
    }
    if steps.wrote() {
        let mut data = Map::new();
        data.insert("group".to_owned(), Value::from(group.to_string()));
        turn.effect(CHANGED, data).await?;
    }
    Ok(())
}

/// Says the answer, word by word, each task marked as soon as it was named.
pub(crate) async fn text(turn: &Turn, answer: &Answer) -> Result<(), TurnOver> {
    let mut message = turn.answer().await?;
    let mut marks = answer.marks.iter().peekable();
    let mut said = 0;
    for piece in answer.text.split_inclusive(char::is_whitespace) {
        pause().await;
        said += piece.chars().count();
        message.push(piece).await?;
        while let Some(mark) = marks.next_if(|mark| mark.at <= said) {
            let annotation = Annotation {
                source: Source::Entity(mark.source.clone()),
                index: u64::try_from(mark.at).ok(),
            };
            message.annotate(annotation).await?;
        }
    }
    message.finish().await?;
    Ok(())
}
