//! Installing: at once, when the person says so, or when the app ends; and starting again.

use std::process::{Command, Stdio};

use task::Failure;
use tauri::{AppHandle, Manager, Runtime};

use super::install::{Refused, install};
use super::state::{Release, Step};
use super::{Updates, words};
use crate::program;

impl Updates {
    /// Installs what is here. The app has to end and start again afterwards; where the system's
    /// installer ends it by itself, nothing has happened yet.
    ///
    /// # Errors
    /// Where nothing is here, or why it isn't installed; then it waits again.
    pub(crate) async fn install_now<R: Runtime>(&self, app: &AppHandle<R>) -> Result<(), Failure> {
        let release = self.begin_install().ok_or_else(words::not_now)?;
        self.now().restarts = true;
        if cfg!(windows) {
            // Its installer ends the app, so that comes last of all.
            return Ok(());
        }
        self.step(app, installing(&release), None);
        let installed = self.install(app).await;
        match installed {
            Ok(()) => {
                tracing::info!(version = release.version, "an update is installed");
                self.now().bytes = None;
                self.step(app, Step::Installed { release }, None);
                Ok(())
            }
            Err(refused) => {
                self.now().restarts = false;
                tracing::warn!(%refused, "an update is not installed");
                let failure = words::of_install(&refused);
                self.step(app, Step::Waiting { release }, Some(failure.clone()));
                Err(failure)
            }
        }
    }

    fn begin_install(&self) -> Option<Release> {
        let now = self.now();
        match (&now.step, &now.bytes) {
            (Step::Waiting { release }, Some(_)) => Some(release.clone()),
            _ => None,
        }
    }

    async fn install<R: Runtime>(&self, app: &AppHandle<R>) -> Result<(), Refused> {
        let package = self.package(app).await;
        let (update, bytes) = {
            let mut now = self.now();
            (now.found.clone(), now.bytes.take())
        };
        let (Ok(package), Some(update), Some(bytes)) = (package, update, bytes) else {
            return Err(Refused::Failed("nothing is here".to_owned()));
        };
        let update = update.restart_after_install(self.now().restarts);
        let work = move || {
            let installed = install(&update, package, &bytes);
            (installed, bytes)
        };
        let done = tauri::async_runtime::spawn_blocking(work).await;
        let (installed, bytes) = done.map_err(|error| Refused::Failed(error.to_string()))?;
        self.now().bytes = Some(bytes);
        installed
    }

    /// The app ends, and everything else has ended already: what waits is installed, and the app
    /// starts again where it should.
    pub(crate) fn end<R: Runtime>(&self, app: &AppHandle<R>) {
        if self.begin_install().is_some() {
            let installed = tauri::async_runtime::block_on(self.install(app));
            match installed {
                Ok(()) => tracing::info!("an update is installed"),
                Err(refused) => {
                    tracing::warn!(%refused, "an update is not installed");
                    let message = words::of_install(&refused).message;
                    self.kept.change(|memory| memory.refused = Some(message));
                }
            }
        }
        if self.now().restarts {
            self.kept.change(|memory| memory.show = true);
            if let Err(error) = start(app) {
                tracing::error!(%error, "the app cannot start again");
            }
        }
    }
}

fn installing(release: &Release) -> Step {
    Step::Installing {
        release: release.clone(),
    }
}

/// Starts the app of this profile anew.
fn start<R: Runtime>(app: &AppHandle<R>) -> std::io::Result<()> {
    Command::new(program::file(app)?)
        .args(app.env().args_os.iter().skip(1))
        .env_remove(crate::start::AGAIN)
        .stdin(Stdio::null())
        .spawn()
        .map(drop)
}
