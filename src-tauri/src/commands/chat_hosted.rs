//! Hosted ChatKit: minting its sessions, and the tools that it may call here.

use host::chat::ToolOutcome;
use serde_json::Value;
use task::{Code, Failure};

use super::Arg;

fn later() -> Failure {
    Failure {
        code: Code::Unsupported,
        message: "This comes soon.".to_owned(),
    }
}

/// A client secret for hosted ChatKit, good for ten minutes at most.
#[tauri::command]
pub(crate) async fn chat_secret(current: Arg<Option<String>>) -> Result<String, Failure> {
    drop(current.0);
    Err(later())
}

/// Ends the sessions and forgets the credential that they were minted with.
#[tauri::command]
pub(crate) async fn chat_sign_out() -> Result<(), Failure> {
    Err(later())
}

/// Carries out a tool that hosted ChatKit calls.
#[tauri::command]
pub(crate) async fn chat_tool(
    name: Arg<String>,
    params: Arg<Value>,
    agreed: Arg<bool>,
) -> Result<ToolOutcome, Failure> {
    drop((name.0, params.0, agreed.0));
    Err(later())
}
