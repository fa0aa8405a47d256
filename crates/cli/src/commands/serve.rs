//! A host without a window: upkeep, reminders, and the chat over HTTP for this computer.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use host::Host;
use host::loopback::{Bound, Conversations, Loopback, Tickets};
use host::reminders::{self, Notice, Nudge, Tag, Window};
use serde::Serialize;
use task::{Code, Error, Failure};

use super::app;
use crate::connection::Connection;
use crate::out::Out;

/// Where the chat answers, in JSON.
#[derive(Serialize)]
struct Serving<'a> {
    /// The ChatKit endpoint.
    chatkit: String,
    /// The one origin that a page may have that uses it.
    origin: String,
    /// What opens it, in `Authorization: Bearer TICKET`.
    ticket: &'a str,
    /// The process to end by a signal.
    pid: u32,
    /// The profile's folder.
    profile: &'a Path,
}

/// The conversations of an open profile.
struct Open(chatkit::Server);

#[async_trait]
impl Conversations for Open {
    async fn server(&self) -> Result<chatkit::Server, Failure> {
        Ok(self.0.clone())
    }
}

/// The app, where it lies beside this command: it has the window.
struct AppBeside {
    folder: PathBuf,
}

impl AppBeside {
    fn start(&self, tag: Tag) -> io::Result<()> {
        let link = match tag {
            Tag::Task(id) => Some(format!("calm-orbit://task/{id}")),
            Tag::Summary => Some("calm-orbit://today".to_owned()),
            Tag::Test => None,
        };
        let mut child = app::start(Some(&self.folder), link.as_deref())?;
        // Somebody must take its end, on systems that keep it for whoever started it.
        std::thread::Builder::new()
            .name("app".into())
            .spawn(move || drop(child.wait()))?;
        Ok(())
    }
}

impl Window for AppBeside {
    fn open(&self, tag: Tag) {
        if let Err(error) = self.start(tag) {
            note(&format!("the window cannot be opened: {error}."));
        }
    }

    fn tell(&self, notice: &Notice) {
        note(&format!("reminder: {}. {}", notice.title, notice.body));
    }
}

fn note(text: &str) {
    drop(writeln!(io::stderr().lock(), "calm-orbit: {text}"));
}

/// Is the host of the profile, as soon as nobody else is, until it is told to end.
pub(super) async fn serve(connection: &Connection, out: &mut Out) -> Result<(), Error> {
    // From here on a signal ends it in good order.
    let mut end = std::pin::pin!(told_to_end()?);
    let store = connection.store().await?;
    let folder = store.folder();
    let host = match Host::try_become(folder)? {
        Some(host) => host,
        None => {
            note("another process is the host of this profile; waiting for it.");
            tokio::select! {
                host = Host::become_host(folder) => host?,
                () = &mut end => return Ok(()),
            }
        }
    };
    let chat = host::chat_server(store);
    let tickets = Arc::new(Tickets::new());
    let ticket = tickets.issue()?;
    let bound = Bound::for_profile(folder)?;
    let open = Arc::new(Open(chat.clone()));
    let loopback = Loopback::start(bound, open, tickets, None)
        .map_err(|error| unavailable("The chat cannot be served", error))?;
    let address = loopback.address();
    tell(
        &Serving {
            chatkit: address.chatkit(),
            origin: address.origin(),
            ticket: ticket.reveal(),
            pid: std::process::id(),
            profile: folder,
        },
        out,
    )?;
    let notifications = reminders::notifications();
    let window = Arc::new(AppBeside {
        folder: folder.to_owned(),
    });
    let shown = notifications.clone();
    tokio::select! {
        () = host::upkeep(store.clone(), &host) => {}
        () = reminders::remind(store.clone(), &host, shown, window, Nudge::default()) => {}
        () = end => {}
    }
    // Nobody would hear what they are answered.
    notifications.clear().await;
    loopback.stop().await;
    chat.idle().await;
    Ok(())
}

fn tell(serving: &Serving<'_>, out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.line(serving);
    }
    out.text(&format!(
        "Serving {} until Ctrl+C.\nChatKit  {}\nTicket   {}\n",
        serving.profile.display(),
        serving.chatkit,
        serving.ticket
    ));
    out.flush();
    Ok(())
}

/// Waits for Ctrl+C, or for the system's wish that the process ends.
#[cfg(unix)]
fn told_to_end() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).map_err(|error| unavailable("Signals cannot be heard", error));
    let mut interrupt = listen(SignalKind::interrupt())?;
    let mut terminate = listen(SignalKind::terminate())?;
    let mut hang_up = listen(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    })
}

/// Waits for Ctrl+C, or for the system's wish that the process ends.
#[cfg(windows)]
fn told_to_end() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::windows::{ctrl_c, ctrl_close, ctrl_shutdown};
    let unheard = |error| unavailable("Signals cannot be heard", error);
    let mut interrupt = ctrl_c().map_err(unheard)?;
    let mut close = ctrl_close().map_err(unheard)?;
    let mut shutdown = ctrl_shutdown().map_err(unheard)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = close.recv() => {}
            _ = shutdown.recv() => {}
        }
    })
}

fn unavailable(what: &str, error: io::Error) -> Error {
    Error::Storage {
        code: Code::Unavailable,
        message: format!("{what}: {error}."),
        source: Some(Box::new(error)),
    }
}
