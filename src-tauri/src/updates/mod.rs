//! New versions of the app: looked for quietly, downloaded when the person says so, and installed
//! when the app ends or at once. `update` has the rules, Tauri's updater the signatures and most
//! installers; no page reaches it but through the commands of `commands::updates`.

mod download;
mod ending;
mod follow;
mod install;
mod kept;
mod list;
mod look;
#[cfg(target_os = "linux")]
mod packages;
mod source;
mod state;
#[cfg(test)]
mod tests;
mod words;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::AbortHandle;
use jiff::Timestamp;
use task::Failure;
use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;
use tauri::{AppHandle, Config, Manager, Runtime};
use tauri_plugin_updater::Update;
use tokio::sync::OnceCell;
use update::{Channel, Facts, Owner, Package};

pub(crate) use follow::follow;
#[cfg(debug_assertions)]
pub(crate) use source::take_from_test;
pub(crate) use state::{Barred, Release, Step, UpdateState};

use crate::page::Page;
use crate::program;
use kept::Kept;
use look::Wanted;
use source::Source;

/// The most letters of a version's notes that are shown.
const NOTES: usize = 20_000;

/// Updates of this app.
pub(crate) struct Updates {
    source: Source,
    kept: Kept,
    owner: OnceCell<Owner>,
    now: Mutex<Now>,
}

/// What is known and under way.
#[derive(Default)]
struct Now {
    step: Step,
    failure: Option<Failure>,
    way_back: Option<String>,
    answered: Option<Timestamp>,
    no_beta: bool,
    /// What `step` speaks of.
    found: Option<Update>,
    /// That, once it is here.
    bytes: Option<Vec<u8>>,
    /// Stops the download.
    stop: Option<AbortHandle>,
    /// The app starts again when it has ended.
    restarts: bool,
}

impl Updates {
    /// Of the profile in `folder`, as the configuration has it.
    pub(crate) fn of(folder: &Path, config: &Config) -> Self {
        let kept = Kept::of(folder);
        let memory = kept.read();
        // What could not be installed at the end is said now, once.
        let failure = memory.refused.map(|message| Failure {
            code: task::Code::Unavailable,
            message,
        });
        if failure.is_some() {
            kept.change(|memory| memory.refused = None);
        }
        Self {
            source: Source::of(config),
            owner: OnceCell::new(),
            now: Mutex::new(Now {
                failure,
                answered: memory.answered,
                ..Now::default()
            }),
            kept,
        }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this start follows an update that the person asked for; said once.
    pub(crate) fn take_show(&self) -> bool {
        let show = self.kept.read().show;
        if show {
            self.kept.change(|memory| memory.show = false);
        }
        show
    }

    /// Who replaces this install.
    async fn owner<R: Runtime>(&self, app: &AppHandle<R>) -> Owner {
        let ask = async || {
            let (package, file) = match self.source.stand_in() {
                Some(file) => (Some(Package::AppImage), Ok(file.clone())),
                None => (packed_as(), program::file(app)),
            };
            let looked = tauri::async_runtime::spawn_blocking(move || {
                let owner = Facts::look(package, file.ok()?).owner();
                tracing::info!(?owner, "who replaces this install");
                Some(owner)
            });
            looked.await.ok().flatten().unwrap_or(Owner::Builder)
        };
        self.owner.get_or_init(ask).await.clone()
    }

    /// The kind of package that is replaced, or why none is.
    async fn package<R: Runtime>(&self, app: &AppHandle<R>) -> Result<Package, Barred> {
        let owner = self.owner(app).await;
        match (Barred::by(owner.clone()), owner) {
            (Some(barred), _) => Err(barred),
            (None, _) if !self.source.is_complete() => Err(Barred::NoKey),
            (None, Owner::Itself { package }) => Ok(package),
            (None, _) => Err(Barred::Builder),
        }
    }

    /// How it stands.
    pub(crate) async fn state<R: Runtime>(&self, app: &AppHandle<R>) -> UpdateState {
        let barred = self.package(app).await.err();
        let now = self.now();
        UpdateState {
            version: app.package_info().version.to_string(),
            barred,
            step: now.step.clone(),
            failure: now.failure.clone(),
            answered: now.answered,
            way_back: now.way_back.clone(),
            no_beta: now.no_beta,
        }
    }

    /// Says why something that the person asked for is not done.
    pub(crate) fn say<R: Runtime>(&self, app: &AppHandle<R>, failure: Failure) {
        self.now().failure = Some(failure);
        app.state::<Page>().look_at_updates();
    }

    /// Goes on to another step, and has the page look.
    fn step<R: Runtime>(&self, app: &AppHandle<R>, step: Step, failure: Option<Failure>) {
        let mut now = self.now();
        now.step = step;
        now.failure = failure;
        drop(now);
        app.state::<Page>().look_at_updates();
    }

    /// Looks for another version. What goes wrong is shown only where the person has asked.
    ///
    /// # Errors
    /// Why there was no answer, or nobody was asked.
    pub(crate) async fn look<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        channel: Channel,
        back: bool,
        quiet: bool,
    ) -> Result<(), Failure> {
        let package = self.package(app).await.map_err(|_| words::barred())?;
        let (before, during) = {
            let mut now = self.now();
            if now.step.is_busy() {
                return Ok(());
            }
            let before = now.step.clone();
            if !quiet {
                now.failure = None;
            }
            // What is offered stays in sight while nobody has asked.
            if !(quiet && matches!(before, Step::Offered { .. })) {
                now.step = Step::Looking;
            }
            (before, now.step.clone())
        };
        app.state::<Page>().look_at_updates();
        let wanted = Wanted {
            channel,
            package,
            back,
        };
        let looked = look::look(app, &self.source, wanted).await;
        let failure = looked.as_ref().err().map(words::of_look);
        {
            let mut now = self.now();
            if now.step != during {
                // The person has gone on meanwhile, or to another channel.
                return Ok(());
            }
            match looked {
                Ok(found) => {
                    let at = Timestamp::now();
                    self.kept.change(|memory| memory.answered = Some(at));
                    now.answered = Some(at);
                    now.way_back = found.way_back;
                    now.no_beta = found.no_beta;
                    now.step = found.update.as_ref().map_or(Step::Newest, |update| {
                        let release = release(app, update);
                        tracing::info!(version = release.version, "there is another version");
                        Step::Offered { release }
                    });
                    now.found = found.update;
                }
                Err(_) => {
                    now.step = before;
                    if !quiet {
                        now.failure.clone_from(&failure);
                    }
                }
            }
        }
        app.state::<Page>().look_at_updates();
        failure.map_or(Ok(()), Err)
    }

    /// Downloads the version that is offered, and checks it. Ends when it is here, was stopped, or
    /// failed; then it is offered again.
    ///
    /// # Errors
    /// Where none is offered, or why it did not come.
    pub(crate) async fn download<R: Runtime>(&self, app: &AppHandle<R>) -> Result<(), Failure> {
        let (handle, registration) = AbortHandle::new_pair();
        let (update, release) = {
            let mut now = self.now();
            let (Some(update), Step::Offered { release }) = (now.found.clone(), now.step.clone())
            else {
                return Err(words::not_now());
            };
            now.stop = Some(handle.clone());
            now.failure = None;
            now.step = downloading(&release, 0, None);
            (update, release)
        };
        app.state::<Page>().look_at_updates();
        let told = |received, total| {
            let mut now = self.now();
            if matches!(now.step, Step::Downloading { .. }) {
                now.step = downloading(&release, received, total);
                drop(now);
                app.state::<Page>().look_at_updates();
            }
        };
        let done = download::download(&update, handle, registration, told).await;
        self.now().stop = None;
        match done {
            Ok(Some(bytes)) => {
                tracing::info!(version = release.version, "an update is here");
                self.now().bytes = Some(bytes);
                self.step(app, Step::Waiting { release }, None);
                Ok(())
            }
            Ok(None) => {
                self.step(app, Step::Offered { release }, None);
                Ok(())
            }
            Err(failure) => {
                self.step(app, Step::Offered { release }, Some(failure.clone()));
                Err(failure)
            }
        }
    }

    /// Stops the download, or lets what is here go.
    pub(crate) fn cancel<R: Runtime>(&self, app: &AppHandle<R>) {
        let mut now = self.now();
        if let Some(stop) = now.stop.take() {
            // The download says the rest.
            stop.abort();
            return;
        }
        if let Step::Waiting { release } = now.step.clone() {
            now.bytes = None;
            now.step = Step::Offered { release };
        }
        drop(now);
        app.state::<Page>().look_at_updates();
    }

    /// What was found is of another channel than the person's: it is let go.
    pub(crate) fn forget<R: Runtime>(&self, app: &AppHandle<R>) {
        self.cancel(app);
        let mut now = self.now();
        if matches!(
            now.step,
            Step::Offered { .. } | Step::Newest | Step::Looking
        ) {
            now.step = Step::Unknown;
            now.found = None;
            now.way_back = None;
            now.no_beta = false;
        }
        now.failure = None;
        drop(now);
        app.state::<Page>().look_at_updates();
    }
}

fn downloading(release: &Release, received: u64, total: Option<u64>) -> Step {
    Step::Downloading {
        release: release.clone(),
        received,
        total,
    }
}

fn release<R: Runtime>(app: &AppHandle<R>, update: &Update) -> Release {
    let current = &app.package_info().version;
    let older = update
        .version
        .parse()
        .is_ok_and(|version: semver::Version| version.cmp_precedence(current).is_lt());
    let notes = update.body.as_deref().map(str::trim);
    let published = update.date.map(|date| date.unix_timestamp());
    Release {
        version: update.version.clone(),
        notes: notes
            .filter(|notes| !notes.is_empty())
            .map(|notes| notes.chars().take(NOTES).collect()),
        published: published.and_then(|second| Timestamp::from_second(second).ok()),
        older,
    }
}

/// As what the bundler packed this executable.
fn packed_as() -> Option<Package> {
    match bundle_type()? {
        BundleType::AppImage => Some(Package::AppImage),
        BundleType::Deb => Some(Package::Deb),
        BundleType::Rpm => Some(Package::Rpm),
        // macOS says so of every executable; only what is in a bundle is one.
        BundleType::App | BundleType::Dmg => is_in_bundle().then_some(Package::App),
        BundleType::Msi => Some(Package::Msi),
        BundleType::Nsis => Some(Package::Nsis),
    }
}

fn is_in_bundle() -> bool {
    let file = std::env::current_exe().unwrap_or_default();
    file.ancestors()
        .any(|folder| folder.extension().is_some_and(|end| end == "app"))
}
