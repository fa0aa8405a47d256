//! Asking the channels what they have.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Runtime};
use tauri_plugin_updater::{RemoteRelease, Update, UpdaterExt};
use update::{Channel, Package, Published, offer, way_back};

use super::list::{self, CONNECT, NoAnswer};
use super::source::Source;

/// How long a download may stand still.
const STANDSTILL: Duration = Duration::from_secs(30);

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// The person's channel.
    pub(crate) channel: Channel,
    /// As what the app was packed.
    pub(crate) package: Package,
    /// Whether the person wants to go back to the stable version.
    pub(crate) back: bool,
}

/// What was found.
#[derive(Default)]
pub(crate) struct Found {
    /// The version that is offered.
    pub(crate) update: Option<Update>,
    /// The stable version that there is a way back to.
    pub(crate) way_back: Option<String>,
    /// Whether the person wants betas where none is published.
    pub(crate) no_beta: bool,
}

/// Asks every channel that the person hears. One that fails is passed over where another has
/// something to offer.
///
/// # Errors
/// The first failure, where nothing is offered.
pub(crate) async fn look<R: Runtime>(
    app: &AppHandle<R>,
    source: &Source,
    wanted: Wanted,
) -> Result<Found, NoAnswer> {
    let current = app.package_info().version.clone();
    let mut published = Published::default();
    let mut updates = Vec::new();
    let mut failed = None;
    let mut no_beta = false;
    for from in wanted.channel.heard() {
        match ask(app, source, wanted, *from).await {
            Ok((heard, update)) => {
                add(&mut published, *from, heard);
                updates.extend(update.map(|update| (*from, update)));
            }
            // So it is until there is a first one.
            Err(NoAnswer::NoList) if *from == Channel::Beta => no_beta = true,
            Err(error) => {
                tracing::info!(channel = from.name(), %error, "no answer about updates");
                failed.get_or_insert(error);
            }
        }
    }
    let back = way_back(&current, wanted.channel, &published);
    let chosen = if wanted.back {
        back.map(|version| (Channel::Stable, version))
    } else {
        offer(&current, wanted.channel, &published)
    };
    let update = chosen.and_then(|(channel, version)| {
        let version = version.to_string();
        updates
            .into_iter()
            .find(|(from, update)| *from == channel && update.version == version)
    });
    match (update, failed) {
        (None, Some(error)) => Err(error),
        (update, _) => Ok(Found {
            update: update.map(|(_, update)| update),
            way_back: back.map(ToString::to_string),
            no_beta,
        }),
    }
}

fn add(published: &mut Published, channel: Channel, heard: Published) {
    match channel {
        Channel::Stable => published.stable = heard.stable,
        Channel::Beta => published.beta = heard.beta,
    }
}

fn one(channel: Channel, release: &RemoteRelease) -> Published {
    let version = Some(release.version.clone());
    match channel {
        Channel::Stable => Published {
            stable: version,
            beta: None,
        },
        Channel::Beta => Published {
            stable: None,
            beta: version,
        },
    }
}

/// Asks one channel: what it has published, and that as an update, where it is one for us.
async fn ask<R: Runtime>(
    app: &AppHandle<R>,
    source: &Source,
    wanted: Wanted,
    from: Channel,
) -> Result<(Published, Option<Update>), NoAnswer> {
    let only_https = !source.is_plain();
    let address = source.list(from).ok_or(NoAnswer::NoList)?;
    let list = list::read(address, only_https).await?;
    let heard = Arc::new(Mutex::new(Published::default()));
    let mut builder = app
        .updater_builder()
        // The very kind of package: what was meant for another must not come instead.
        .target(wanted.package.key())
        .configure_client(move |client| {
            client
                .https_only(only_https)
                .connect_timeout(CONNECT)
                .read_timeout(STANDSTILL)
        })
        .version_comparator({
            let heard = heard.clone();
            move |current, release| {
                let published = one(from, &release);
                let newer = offer(&current, wanted.channel, &published).is_some();
                let older = way_back(&current, wanted.channel, &published).is_some();
                *heard.lock().unwrap_or_else(PoisonError::into_inner) = published;
                newer || (wanted.back && older)
            }
        });
    if let Some(file) = source.stand_in() {
        builder = builder.executable_path(file);
    }
    let update = builder.build()?.restore_update(list)?;
    let heard = std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner));
    Ok((heard, update))
}
