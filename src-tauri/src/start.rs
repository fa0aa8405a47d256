//! Starting the app: one instance a profile, then the profile, the tray and the window.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use host::chat::Hosted;
use secrets::Secrets;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime, Wry};

use crate::asked::{self, Asked};
use crate::chat_site::ChatSite;
use crate::commands;
use crate::launch::Launch;
use crate::look;
use crate::memory::Memory;
use crate::page::Page;
use crate::profile::Profile;
use crate::quick_add::QuickAdd;
use crate::reminders;
use crate::settings::Settings;
use crate::shortcut::Shortcut;
use crate::tray::Tray;
use crate::updates::{self, Updates};
use crate::window::{self, Reveal};
use crate::window_place::WindowPlace;
use crate::{autostart, program, quick_add, shortcut, tray};

macro_rules! handler {
    ($($module:ident :: $name:ident => $windows:tt;)*) => {
        tauri::generate_handler![$(commands::$module::$name),*]
    };
}

/// Runs the app until the person quits it.
pub fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    {
        if let Some(error) = program::hand_over() {
            return fail(&error);
        }
        crate::drawing::suit();
    }
    let launch = Launch::parse();
    let folder = match host::profile_folder(launch.data_dir.clone()) {
        Ok(folder) => folder,
        Err(error) => return fail(&error),
    };
    crate::log::start(&folder);
    if another_does_it(&folder) {
        return ExitCode::SUCCESS;
    }
    match build(launch, folder) {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) if met_one_that_ended(&error) => begin_again(&error),
        Err(error) => fail(&error),
    }
}

/// Whether the app of this profile is there already, and does what this start was asked to. Tauri's
/// plugin asks as well, but not before GTK has begun, and ends the process under GTK's threads,
/// which crashes now and then.
fn another_does_it(folder: &Path) -> bool {
    let arguments: Result<Vec<String>, _> = std::env::args_os()
        .skip(1)
        .map(OsString::into_string)
        .collect();
    // What is no Unicode is the plugin's.
    let Ok(arguments) = arguments else {
        return false;
    };
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let heard = host::ask_running_app(folder, &arguments);
    if heard {
        tracing::info!("the app that is there does it");
    }
    heard
}

/// Set for a start that follows one of those below.
pub(crate) const AGAIN: &str = "CALM_ORBIT_STARTED_AGAIN";

/// Whether another instance of this profile was there and ended while it was asked to come to the
/// front. Then there is none, and this one is to be it; but it asks itself only once.
fn met_one_that_ended(error: &tauri::Error) -> bool {
    matches!(error, tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance")
        && std::env::var_os(AGAIN).is_none()
}

/// Starts anew in the same process: GTK begins only once in each.
fn begin_again(error: &tauri::Error) -> ExitCode {
    tracing::info!(%error, "the instance that was there has ended; starting again");
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;

        match std::env::current_exe() {
            Ok(program) => {
                let mut start = std::process::Command::new(program);
                fail(
                    &start
                        .args(std::env::args_os().skip(1))
                        .env(AGAIN, "1")
                        .exec(),
                )
            }
            Err(error) => fail(&error),
        }
    }
    #[cfg(not(unix))]
    fail(error)
}

/// There is no window to say it in.
#[expect(clippy::print_stderr, reason = "the only place left to say it")]
fn fail(error: &(dyn std::error::Error + 'static)) -> ExitCode {
    tracing::error!(error, "the app cannot start");
    eprintln!("{}", messages::here().start_failed(error));
    ExitCode::FAILURE
}

fn build(launch: Launch, folder: PathBuf) -> tauri::Result<App> {
    let (label, asked) = (launch.label(), Asked::of(&launch));
    // First, so that a second instance ends before it does anything else.
    let single = tauri_plugin_single_instance::init(|app, arguments, _| {
        asked::again(app, &arguments);
    });
    let builder = tauri::Builder::<Wry>::new().plugin(single);
    let (builder, context) = assemble(builder, &folder, asked.is_without_window());
    builder
        .manage(WindowPlace::of(&folder))
        .setup(move |app| {
            begin(app, None);
            let frames = app.state::<ChatSite>().frames();
            if let Err(error) = window::make(app, label, &folder, frames) {
                // Handed to Tauri, it would be a panic.
                fail(&error);
                std::process::exit(1);
            }
            // After the window, whose page loads meanwhile.
            app.manage(Tray::new(app.handle()));
            tauri::async_runtime::spawn(follow(app.handle().clone()));
            asked.at_start(app.handle());
            Ok(())
        })
        .build(context)
}

/// Has what lies outside of the pages follow the profile and the settings.
async fn follow<R: Runtime>(app: AppHandle<R>) {
    // Until they are read they are the defaults, which may not be what the person wants.
    if let Ok(open) = app.state::<Profile>().open().await {
        // The failure is logged by who reads them first.
        if app.state::<Settings>().read(&open.store).await.is_ok() {
            // Only where it is known that the person wants it.
            tauri::async_runtime::spawn(updates::follow(app.clone()));
            tauri::async_runtime::spawn(look::remember(app.clone()));
        }
        tauri::async_runtime::spawn(autostart::follow(app.clone()));
        tauri::async_runtime::spawn(tray::follow(app.clone()));
    }
    tauri::async_runtime::spawn(quick_add::follow(app.clone()));
    shortcut::follow(app).await;
}

/// What the app of a profile is, whatever shows its pages: configuration, state and commands.
pub fn assemble<R: Runtime>(
    builder: Builder<R>,
    folder: &Path,
    hidden: bool,
) -> (Builder<R>, Context<R>) {
    let mut context = tauri::generate_context!();
    let version = context.package_info().version.to_string();
    tracing::info!(version, "starting");
    let config = context.config_mut();
    config.identifier = host::app_name(folder);
    let name = config.identifier.clone();
    #[cfg(debug_assertions)]
    updates::take_from_test(config);
    let updates = Updates::of(folder, config);
    // Asked in any case: it is said once.
    let shows = updates.take_show();
    let hidden = hidden && !shows;
    // Before there is a window: its policy names the port, and nobody else may have it.
    let site = ChatSite::bind(folder);
    site.let_in(&mut config.app.security);
    let profile = Profile::new(folder.to_owned(), version);
    let builder = builder
        // In the place of what Tauri would find itself.
        .manage(program::env(profile.other_folder()))
        // Its commands are granted to no page; the app asks it from Rust.
        .plugin(tauri_plugin_updater::Builder::new().build())
        .manage(updates)
        .manage(profile)
        .manage(Secrets::new(name))
        .manage(Hosted::default())
        .manage(Page::default())
        .manage(Settings::default())
        .manage(QuickAdd::default())
        .manage(Shortcut::default())
        .manage(site)
        .manage(Reveal::new(hidden))
        .invoke_handler(grants!(handler));
    (builder, context)
}

/// Begins what runs for as long as the app does. The chat page may also be framed by the pages of
/// `origin`.
pub fn begin<R: Runtime>(app: &App<R>, origin: Option<&str>) {
    let handle = app.handle().clone();
    // Before anything opens it.
    app.state::<Profile>().begin();
    reminders::begin(&handle);
    tauri::async_runtime::spawn(async move {
        // Early, so that it is open when the page asks; the outcome is kept for it.
        let profile = handle.state::<Profile>();
        if let Ok(open) = profile.open().await
            && let Err(error) = handle.state::<Settings>().read(&open.store).await
        {
            tracing::warn!(%error, "the settings cannot be read");
        }
        loop {
            profile.flag_changed.notified().await;
            handle.state::<Page>().look_at_chat();
        }
    });
    app.state::<ChatSite>().start(app.handle(), origin);
    tauri::async_runtime::spawn(look::follow(app.handle().clone()));
}

/// A page is loaded into a window: what the one before it had running ends.
pub fn begin_page<R: Runtime>(app: &AppHandle<R>, label: &str) {
    if label == quick_add::LABEL {
        app.state::<QuickAdd>().end();
    } else {
        app.state::<Page>().end();
    }
}

/// How long the end of the app waits until what the assistant said is stored.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Stops the answers that are under way, and waits until what they said is stored.
async fn end_chat(app: &AppHandle) {
    let ending = async {
        app.state::<Page>().turns.stop_all();
        app.state::<ChatSite>().end().await;
        app.state::<Profile>().settle().await;
    };
    if tokio::time::timeout(LAST_WORDS, ending).await.is_err() {
        tracing::warn!("an answer could not be stored in time");
    }
}

/// Takes reminders off the screen: nobody would hear what they are answered.
async fn end_reminders(app: &AppHandle) {
    if let Some(reminding) = app.state::<Profile>().reminding.get() {
        reminding.notifier.clear().await;
    }
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::raise(app),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => asked::opened(app, &urls),
        RunEvent::Exit => {
            app.state::<Page>().end();
            app.state::<WindowPlace>().keep();
            tauri::async_runtime::block_on(async {
                tokio::join!(end_chat(app), end_reminders(app));
            });
            app.state::<Memory>().end();
            let profile = app.state::<Profile>();
            profile.end();
            app.state::<Updates>().end(app);
            tracing::info!("ended");
        }
        _ => {}
    }
}
