//! The assistant's side of MCP: a client, in process.

use std::sync::Arc;

use mcp::{CODE, TaskServer};
use rmcp::ServiceExt;
use rmcp::model::{CallToolRequestParams, ClientConfig, Implementation};
use rmcp::service::{RoleClient, RunningService};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use task::{Code, GroupId};

use crate::steps::Steps;

/// Makes the MCP server for one turn of the assistant. All that it changes is of that group, which
/// is taken back as a whole.
pub type Servers = Arc<dyn Fn(GroupId) -> TaskServer + Send + Sync>;

/// A tool's answer that the person should hear of.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ToolError {
    /// The tool could not do it.
    #[error("{message}")]
    Failed { code: Code, message: String },
    /// The tools could not be reached, or answered nonsense: a defect.
    #[error("the task tools could not be used: {0}")]
    Broken(String),
}

impl ToolError {
    fn broken(error: impl std::fmt::Display) -> Self {
        Self::Broken(error.to_string())
    }
}

/// A connection to the tools, for one turn.
pub(crate) struct Tools {
    client: RunningService<RoleClient, ClientConfig>,
    /// What the calls of the turn were, to be shown.
    pub(crate) steps: Steps,
}

impl Tools {
    pub(crate) async fn connect(servers: &Servers, group: GroupId) -> Result<Self, ToolError> {
        let (here, there) = tokio::io::duplex(64 * 1024);
        let server = servers(group);
        // The server ends when the client's half is dropped. A tool call that has begun is carried
        // through, also when the person stops the answer.
        tokio::spawn(async move {
            if let Ok(service) = server.serve(there).await {
                drop(service.waiting().await);
            }
        });
        let mut config = ClientConfig::default();
        config.client_info = Implementation::new("calm-orbit-assistant", env!("CARGO_PKG_VERSION"));
        let client = config.serve(here).await.map_err(ToolError::broken)?;
        Ok(Self {
            client,
            steps: Steps::default(),
        })
    }

    /// Calls a tool and reads its structured answer.
    pub(crate) async fn call<T: DeserializeOwned>(
        &self,
        name: &'static str,
        arguments: Value,
    ) -> Result<T, ToolError> {
        let arguments = match arguments {
            Value::Object(arguments) => arguments,
            _ => Map::new(),
        };
        let request = CallToolRequestParams::new(name).with_arguments(arguments);
        let result = self
            .client
            .call_tool(request)
            .await
            .map_err(ToolError::broken)?;
        if result.is_error == Some(true) {
            let code = result
                .meta
                .as_ref()
                .and_then(|meta| meta.get(CODE))
                .and_then(|code| Code::deserialize(code).ok())
                .unwrap_or(Code::Internal);
            let message = result
                .content
                .first()
                .and_then(|block| block.as_text())
                .map(|text| text.text.clone())
                .unwrap_or_default();
            return Err(ToolError::Failed { code, message });
        }
        serde_json::from_value(result.structured_content.unwrap_or_default())
            .map_err(ToolError::broken)
    }
}
