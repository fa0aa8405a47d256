//! The profile, opened when it is needed.

use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use store::{Options, Store};
use task::{Actor, Error, Tasks};
use tokio::sync::OnceCell;

/// The profile of this command.
pub(crate) struct Connection {
    data_dir: Option<PathBuf>,
    store: OnceCell<Store>,
}

impl Connection {
    pub(crate) fn new(data_dir: Option<PathBuf>) -> Self {
        Self {
            data_dir,
            store: OnceCell::new(),
        }
    }

    /// Closes what was opened. The last process to close a profile leaves it in one file.
    pub(crate) async fn close(&self) {
        if let Some(store) = self.store.get() {
            store.close().await;
        }
    }

    /// The profile's folder, whether it is there or not.
    pub(crate) fn folder(&self) -> Result<PathBuf, Error> {
        host::profile_folder(self.data_dir.clone())
    }

    /// The store. One that could not be opened is tried again at the next call.
    pub(crate) async fn store(&self) -> Result<&Store, Error> {
        self.store
            .get_or_try_init(|| async { Store::open(&self.folder()?, options()).await })
            .await
    }
}

/// How a profile is opened.
pub(crate) fn options() -> Options {
    Options {
        version: crate::VERSION.to_owned(),
        ..Options::default()
    }
}

#[async_trait]
impl mcp::Doors for Connection {
    async fn door(&self, actor: Actor) -> Result<Arc<dyn Tasks>, Error> {
        Ok(Arc::new(self.store().await?.caller(actor)))
    }
}
