//! A client on a real database.

use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_mcp::{CODE, Doors, TaskServer};
use rmcp::model::{CallToolRequestParams, CallToolResult, ClientConfig, Implementation};
use rmcp::service::{RoleClient, RunningService, ServiceExt};
use serde_json::Value;
use store::{Options, Store};
use task::{Actor, Error, Tasks};

pub(crate) struct Profile {
    pub(crate) store: Store,
    _folder: tempfile::TempDir,
}

#[async_trait]
impl Doors for Profile {
    async fn door(&self, actor: Actor) -> Result<Arc<dyn Tasks>, Error> {
        Ok(Arc::new(self.store.caller(actor)))
    }
}

pub(crate) async fn profile() -> Arc<Profile> {
    let folder = tempfile::tempdir().unwrap();
    let now = || "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
    let options = Options {
        now: Arc::new(now),
        ..Options::default()
    };
    let store = Store::open(folder.path(), options).await.unwrap();
    Arc::new(Profile {
        store,
        _folder: folder,
    })
}

pub(crate) type Client = RunningService<RoleClient, ClientConfig>;

pub(crate) async fn client(profile: &Arc<Profile>, name: &str) -> Client {
    let (here, there) = tokio::io::duplex(64 * 1024);
    let server = TaskServer::new(profile.clone());
    tokio::spawn(async move { server.serve(there).await.unwrap().waiting().await });
    let mut config = ClientConfig::default();
    config.client_info = Implementation::new(name, "1");
    config.serve(here).await.unwrap()
}

pub(crate) async fn call(client: &Client, name: &str, arguments: Value) -> CallToolResult {
    let arguments = arguments.as_object().unwrap().clone();
    let request = CallToolRequestParams::new(name.to_owned()).with_arguments(arguments);
    client.call_tool(request).await.unwrap()
}

/// The structured content of a success.
pub(crate) async fn ok(client: &Client, name: &str, arguments: Value) -> Value {
    let result = call(client, name, arguments).await;
    assert_ne!(result.is_error, Some(true), "{result:?}");
    result.structured_content.unwrap()
}

/// Code and sentence of a failure.
pub(crate) async fn fails(client: &Client, name: &str, arguments: Value) -> (String, String) {
    let result = call(client, name, arguments).await;
    assert_eq!(result.is_error, Some(true), "{result:?}");
    let code = result.meta.unwrap()[CODE].as_str().unwrap().to_owned();
    (code, result.content[0].as_text().unwrap().text.clone())
}
