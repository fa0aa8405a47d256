//! The windows of the app, which nobody sees: each has its label, its grants, and a page in a
//! browser that calls commands and hears what they send.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use calm_orbit_desktop::begin_page;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeError, InvokeResponse, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime};
use tauri::webview::InvokeRequest;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

/// What commands send to pages, in the order in which they send it.
#[derive(Default)]
pub(crate) struct Ears(Mutex<HashMap<String, Ear>>);

struct Ear {
    tell: UnboundedSender<Value>,
    /// Until the page begins to hear.
    hear: Option<UnboundedReceiver<Value>>,
}

impl Ears {
    fn ears(&self) -> MutexGuard<'_, HashMap<String, Ear>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A command sends on a channel of a page.
    pub(crate) fn tell(
        &self,
        label: &str,
        callback: CallbackFn,
        index: usize,
        body: &InvokeResponseBody,
    ) {
        let body = match body {
            InvokeResponseBody::Json(json) => match serde_json::from_str::<Value>(json) {
                Ok(message) => json!({ "message": message }),
                Err(error) => json!({ "broken": error.to_string() }),
            },
            InvokeResponseBody::Raw(bytes) => json!({ "bytes": bytes }),
        };
        if let Some(ear) = self.ears().get(label) {
            // Nobody hears: the page is gone.
            drop(
                ear.tell
                    .send(json!({ "callback": callback.0, "index": index, "body": body })),
            );
        }
    }

    /// A page is loaded, and hears from now on.
    fn begin(&self, label: &str) {
        let (tell, hear) = unbounded_channel();
        let hear = Some(hear);
        self.ears().insert(label.to_owned(), Ear { tell, hear });
    }

    /// What the page of this window hears; once for each time it is loaded.
    pub(crate) fn hear(&self, label: &str) -> Option<UnboundedReceiver<Value>> {
        self.ears().get_mut(label)?.hear.take()
    }
}

/// The windows. One is made when its page is first loaded.
pub(crate) struct Windows {
    app: AppHandle<MockRuntime>,
    pub(crate) ears: Arc<Ears>,
    making: Mutex<()>,
}

impl Windows {
    pub(crate) fn new(app: AppHandle<MockRuntime>, ears: Arc<Ears>) -> Self {
        Self {
            app,
            ears,
            making: Mutex::new(()),
        }
    }

    /// A page is loaded into a window.
    pub(crate) fn begin_page(&self, label: &str) -> tauri::Result<()> {
        self.window(label)?;
        begin_page(&self.app, label);
        self.ears.begin(label);
        Ok(())
    }

    fn window(&self, label: &str) -> tauri::Result<WebviewWindow<MockRuntime>> {
        let _one = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        match self.app.get_webview_window(label) {
            Some(window) => Ok(window),
            None => WebviewWindowBuilder::new(&self.app, label, WebviewUrl::default()).build(),
        }
    }

    /// Calls a command as the page of a window does.
    pub(crate) async fn call(
        &self,
        label: &str,
        command: String,
        arguments: Value,
    ) -> Result<InvokeResponseBody, Value> {
        let said = |error: &dyn std::error::Error| Value::from(error.to_string());
        let window = self.window(label).map_err(|error| said(&error))?;
        let request = InvokeRequest {
            cmd: command,
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: OWN.parse().map_err(|error| said(&error))?,
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        let (answer, answered) = oneshot::channel();
        window.as_ref().clone().on_message(
            request,
            Box::new(move |_, _, response, _, _| drop(answer.send(response))),
        );
        match answered.await.map_err(|error| said(&error))? {
            InvokeResponse::Ok(body) => Ok(body),
            InvokeResponse::Err(InvokeError(error)) => Err(error),
        }
    }
}

/// Where the app's own pages come from; calls from there have the grants of their window.
const OWN: &str = if cfg!(windows) {
    "http://tauri.localhost"
} else {
    "tauri://localhost"
};
