//! Updates against a server on loopback, with keys of their own. What is replaced is a file that
//! stands for an `AppImage`; packages of the system are installed in `script/package-test`.

mod looking;
mod server;
mod signed;
mod taking;

use std::path::PathBuf;

use serde_json::{Value, json};
use task::Failure;
use tauri::test::{MockRuntime, mock_builder, mock_context, noop_assets};
use tauri::{App, Manager};
use update::{Channel, Package};

use super::{Step, UpdateState, Updates};
use crate::page::Page;
use server::{Answer, Server};
use signed::Key;

/// What runs in all of these tests, unless they say otherwise.
const OLD: &[u8] = b"\x7fELF the version that runs";
const NEW: &[u8] = b"\x7fELF the version that comes, which is a little longer";

/// An app of a version, and somebody who publishes others.
struct Scene {
    app: App<MockRuntime>,
    server: Server,
    key: Key,
    folder: tempfile::TempDir,
}

impl Scene {
    fn of(version: &str) -> Self {
        Self::with(version, json!({}))
    }

    /// With another configuration of the updater, over the usual one.
    fn with(version: &str, change: Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("Calm.AppImage"), OLD).unwrap();
        let server = Server::start();
        let key = Key::fresh();
        let mut updater = json!({
            "requireSignedVersion": true,
            "pubkey": key.public(),
            "endpoints": [format!("{}/{{{{channel}}}}/latest.json", server.address)],
            "dangerousInsecureTransportProtocol": true,
            "standIn": folder.path().join("Calm.AppImage"),
        });
        let Value::Object(change) = change else {
            panic!("no object")
        };
        updater.as_object_mut().unwrap().extend(change);
        let mut context = mock_context(noop_assets());
        context.package_info_mut().version = version.parse().unwrap();
        let plugins = &mut context.config_mut().plugins.0;
        plugins.insert("updater".into(), updater);
        let updates = Updates::of(folder.path(), context.config());
        let app = mock_builder()
            .plugin(tauri_plugin_updater::Builder::new().build())
            .manage(Page::default())
            .manage(updates)
            .build(context)
            .unwrap();
        Self {
            app,
            server,
            key,
            folder,
        }
    }

    fn updates(&self) -> tauri::State<'_, Updates> {
        self.app.state()
    }

    /// Publishes a version as a release does: the file, its signature, the list last.
    fn publish(&self, channel: &str, version: &str) {
        let signature = self.key.sign(NEW, Some(version));
        self.publish_as(channel, version, &signature, Answer::File(NEW.to_vec()));
    }

    fn publish_as(&self, channel: &str, version: &str, signature: &str, file: Answer) {
        let path = format!("/{channel}/{version}/Calm.AppImage");
        self.server.publish(&path, file);
        let platform = json!({
            "url": format!("{}{path}", self.server.address),
            "signature": signature,
        });
        let list = json!({
            "version": version,
            "notes": "* Fewer **surprises**",
            "pub_date": "2026-11-21T09:00:00Z",
            "platforms": { Package::AppImage.key(): platform },
        });
        self.list(channel, Answer::Text(200, list.to_string()));
    }

    fn list(&self, channel: &str, answer: Answer) {
        self.server
            .publish(&format!("/{channel}/latest.json"), answer);
    }

    async fn state(&self) -> UpdateState {
        self.updates().state(self.app.handle()).await
    }

    /// Looks as a person does.
    async fn look(&self, channel: Channel) -> UpdateState {
        drop(self.ask(channel, false, false).await);
        self.state().await
    }

    /// Looks for the newest version, or the way back to an older one; quietly, as the app does by
    /// itself, or not.
    async fn ask(&self, channel: Channel, older: bool, quiet: bool) -> Result<(), Failure> {
        let updates = self.updates();
        updates.look(self.app.handle(), channel, older, quiet).await
    }

    async fn download(&self) -> UpdateState {
        drop(self.updates().download(self.app.handle()).await);
        self.state().await
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("Calm.AppImage")
    }

    fn installed(&self) -> Vec<u8> {
        std::fs::read(self.file()).unwrap()
    }
}

/// The version that is offered.
fn offered(state: &UpdateState) -> Option<&str> {
    match &state.step {
        Step::Offered { release } => Some(&release.version),
        _ => None,
    }
}

/// The sentence of what failed.
fn said(state: &UpdateState) -> &str {
    state
        .failure
        .as_ref()
        .map_or("", |failure| &failure.message)
}
