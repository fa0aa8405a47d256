//! MCP clients: who has changed something, and what others need to know in order to connect.

use std::path::Path;

use serde::Serialize;
use task::{Code, Failure};
use tauri::State;
use ts_rs::TS;

use crate::profile::Profile;
use crate::program;

/// An MCP client in the activity.
#[derive(Debug, Serialize, TS)]
pub(crate) struct McpClient {
    /// The name that it gave.
    name: String,
    /// When it changed something last.
    #[ts(as = "String")]
    last: jiff::Timestamp,
    /// How many changes of it the activity holds.
    #[ts(type = "number")]
    changes: u64,
}

/// How the command is started that speaks MCP over standard input and output.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct McpServer {
    /// The command, with its whole path.
    command: String,
    /// Its arguments.
    args: Vec<String>,
}

/// Who has changed something, the latest first.
#[tauri::command]
pub(crate) async fn mcp_clients(profile: State<'_, Profile>) -> Result<Vec<McpClient>, Failure> {
    let clients = profile.open().await?.store.clients().await?;
    let client = |client: store::Client| McpClient {
        name: client.name,
        last: client.last,
        changes: client.changes,
    };
    Ok(clients.into_iter().map(client).collect())
}

/// What a client has to start.
#[tauri::command]
pub(crate) async fn mcp_server(profile: State<'_, Profile>) -> Result<McpServer, Failure> {
    let folder = profile.open().await?.store.folder().to_owned();
    let own = host::profile_folder(None).ok();
    let Some(command) = program::command() else {
        return Err(Failure {
            code: Code::Unavailable,
            message: "The command calm-orbit is not beside the app, where it belongs. Install Calm Orbit anew."
                .to_owned(),
        });
    };
    Ok(server(&command, &folder, own.as_deref()))
}

/// The person's own profile needs no name. The command's word comes first: by it an `AppImage` tells
/// that it is to be the command.
fn server(command: &Path, folder: &Path, own: Option<&Path>) -> McpServer {
    let mut args = vec!["mcp".to_owned()];
    if own != Some(folder) {
        args.extend(["--data-dir".to_owned(), folder.display().to_string()]);
    }
    McpServer {
        command: command.display().to_string(),
        args,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_profile_is_named() {
        let command = Path::new("/opt/calm-orbit");
        let own = Path::new("/home/ada/tasks");
        assert_eq!(server(command, own, Some(own)).args, ["mcp"]);
        let other = server(command, Path::new("/tmp/x"), Some(own));
        assert_eq!(other.args, ["mcp", "--data-dir", "/tmp/x"]);
        assert_eq!(other.command, "/opt/calm-orbit");
    }
}
