//! The chat: ChatKit's protocol, carried by commands in place of HTTP.

use chatkit::{Event, EventStream, Reply, RequestError};
use futures::StreamExt;
use host::chat::reason;
use serde_json::Value;
use task::{Code, Failure};
use tauri::State;
use tauri::ipc::Channel;
use uuid::Uuid;

use super::Arg;
use crate::page::Page;
use crate::profile::Profile;

/// Carries out a ChatKit request. Where it is answered by JSON, that is the answer; where by
/// events, they go to the channel, and the answer, `null`, comes after the last. An answer that has
/// begun goes on without the page; `turn`, a UUID, names it for `chat_cancel`.
#[tauri::command]
pub(crate) async fn chat(
    profile: State<'_, Profile>,
    page: State<'_, Page>,
    body: Arg<String>,
    turn: Arg<Uuid>,
    events: Channel<Event>,
) -> Result<Value, Failure> {
    let open = profile.open().await?;
    let turn = turn.0;
    let Some(place) = page.turns.announce(turn) else {
        return Err(Failure {
            code: Code::InvalidInput,
            message: "There is an answer of this name already. Nothing was changed.".to_owned(),
        });
    };
    match open.chat.handle(body.0.as_bytes()).await.map_err(failure)? {
        Reply::Json(json) => serde_json::from_slice(&json).map_err(defect),
        Reply::Stream(stream) => {
            let (stream, handle) = stream.detached();
            place.begin(handle);
            if page.read(turn, forward(stream, &events)).await {
                page.turns.forget(turn);
            }
            Ok(Value::Null)
        }
    }
}

/// Stops the turn that `chat` was given this id for. One that is over already is no error.
#[tauri::command]
pub(crate) fn chat_cancel(page: State<'_, Page>, turn: Arg<Uuid>) {
    page.turns.stop(turn.0);
}

/// Waits until no answer is under way in a thread, so that a page that opens it after another one
/// was lost can load what was said to the end. Gives back whether it had to wait.
#[tauri::command]
pub(crate) async fn chat_settled(
    profile: State<'_, Profile>,
    thread: Arg<String>,
) -> Result<bool, Failure> {
    let open = profile.open().await?;
    Ok(open.chat.settled(&thread.0.as_str().into()).await)
}

async fn forward(mut stream: EventStream, events: &Channel<Event>) {
    while let Some(event) = stream.next().await {
        // The page is gone.
        if events.send(event).is_err() {
            break;
        }
    }
}

fn failure(error: RequestError) -> Failure {
    let code = match &error {
        RequestError::TooLarge { .. }
        | RequestError::Malformed(_)
        | RequestError::Refused(_)
        | RequestError::ThreadNotOpen(_) => Code::InvalidInput,
        RequestError::NotSupported(_) => Code::Unsupported,
        RequestError::NotFound(_) => Code::NotFound,
        RequestError::Failed(cause) => {
            tracing::error!(
                cause = &**cause as &dyn std::error::Error,
                "the chat failed"
            );
            if let Some(reason) = reason(&error) {
                return reason;
            }
            Code::Internal
        }
    };
    Failure {
        code,
        message: error.to_string(),
    }
}

fn defect(error: serde_json::Error) -> Failure {
    tracing::error!(%error, "the chat's answer is no JSON");
    Failure {
        code: Code::Internal,
        message: "The chat gave an answer that cannot be shown. Nothing was changed.".to_owned(),
    }
}
