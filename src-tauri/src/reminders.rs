//! Reminders in the app: the host's notifications, and the way from them to the window.

use std::sync::Arc;

use host::reminders::{Notice, Tag, Window, notifications};
use tauri::{AppHandle, Manager, Runtime};

use crate::page::{Page, Request};
use crate::profile::{Profile, Reminding};
use crate::window;

/// The main window.
struct MainWindow<R: Runtime>(AppHandle<R>);

impl<R: Runtime> Window for MainWindow<R> {
    fn open(&self, tag: Tag) {
        window::raise(&self.0);
        let request = match tag {
            Tag::Task(id) => Request::OpenTask { id },
            Tag::Summary => Request::OpenToday,
            Tag::Test => return,
        };
        self.0.state::<Page>().ask(request);
    }

    fn tell(&self, notice: &Notice) {
        self.0.state::<Page>().ask(Request::Reminder {
            title: notice.title.clone(),
        });
    }
}

/// Has the profile's reminders shown by this app, when it is the host.
pub(crate) fn begin<R: Runtime>(app: &AppHandle<R>) {
    let reminding = Reminding {
        notifier: notifications(),
        window: Arc::new(MainWindow(app.clone())),
    };
    if app.state::<Profile>().reminding.set(reminding).is_err() {
        tracing::warn!("the reminders are shown already");
    }
}
