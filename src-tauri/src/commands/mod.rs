//! The commands of the windows. Each is thin: it reads what came, calls, and hands back what the
//! contract says. Every one that fails rejects with a [`Failure`].
#![expect(
    clippy::unreachable,
    reason = "the attribute `tauri::command` writes one into each async command"
)]

pub(crate) mod about;
pub(crate) mod app;
pub(crate) mod chat;
pub(crate) mod chat_frame;
pub(crate) mod chat_hosted;
pub(crate) mod data;
pub(crate) mod lists;
pub(crate) mod mcp_clients;
pub(crate) mod quick_add;
pub(crate) mod reminders;
pub(crate) mod secrets;
pub(crate) mod settings;
pub(crate) mod shortcut;
pub(crate) mod tags;
pub(crate) mod tasks;
pub(crate) mod updates;
pub(crate) mod welcome;

use serde::de::DeserializeOwned;
use task::{Code, Failure};
use tauri::Runtime;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};

/// An argument of a command. One that can't be read rejects with a [`Failure`], as everything
/// else does; Tauri alone would reject with a bare text.
pub(crate) struct Arg<T>(pub(crate) T);

impl<'de, R: Runtime, T: DeserializeOwned> CommandArg<'de, R> for Arg<T> {
    fn from_command(item: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let key = item.key;
        T::deserialize(item).map(Self).map_err(|error| {
            InvokeError::from(Failure {
                code: Code::InvalidInput,
                message: format!("Calm Orbit cannot read “{key}”: {error}. Nothing was changed."),
            })
        })
    }
}
