//! The menu of the icon. It is made once and its entries are edited: Linux' trays keep the one that
//! they were given.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use messages::Text;
use task::TaskId;
use tauri::menu::{CheckMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::{AppHandle, Result, Runtime};

use super::content::{Content, TASKS};

pub(super) const OPEN: &str = "open";
pub(super) const QUICK_ADD: &str = "quick-add";
pub(super) const PAUSE: &str = "pause";
pub(super) const QUIT: &str = "quit";

/// The menu, with the tasks that its entries stand for.
pub(super) struct TrayMenu<R: Runtime> {
    pub(super) menu: Menu<R>,
    /// Each is a box to check: that completes the task.
    tasks: Vec<CheckMenuItem<R>>,
    line: PredefinedMenuItem<R>,
    quick_add: MenuItem<R>,
    pause: MenuItem<R>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    shown: Content,
    /// By the names of their entries.
    tasks: HashMap<String, TaskId>,
}

impl<R: Runtime> TrayMenu<R> {
    /// The menu without tasks.
    pub(super) fn new(app: &AppHandle<R>) -> Result<Self> {
        let say = messages::here();
        let item = |id, text: Text| MenuItem::with_id(app, id, text, true, None::<&str>);
        let task = |place| {
            let id = format!("task-{place}");
            CheckMenuItem::with_id(app, id, "", true, false, None::<&str>)
        };
        let quick_add = item(QUICK_ADD, say.tray_quick_add())?;
        let pause = item(PAUSE, Content::default().pause(say))?;
        let menu = Menu::with_items(
            app,
            &[
                &quick_add,
                &item(OPEN, say.tray_open())?,
                &PredefinedMenuItem::separator(app)?,
                &pause,
                &PredefinedMenuItem::separator(app)?,
                &item(QUIT, say.tray_quit())?,
            ],
        )?;
        Ok(Self {
            menu,
            tasks: (0..TASKS).map(task).collect::<Result<_>>()?,
            line: PredefinedMenuItem::separator(app)?,
            quick_add,
            pause,
            state: Mutex::default(),
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The task of an entry.
    pub(super) fn task(&self, entry: &str) -> Option<TaskId> {
        self.state().tasks.get(entry).copied()
    }

    /// Shows this from now on.
    pub(super) fn show(&self, content: Content) -> Result<()> {
        let mut state = self.state();
        if state.shown.is_like(&content) {
            return Ok(());
        }
        let (before, after) = (state.shown.tasks.len(), content.tasks.len());
        state.tasks.clear();
        for (item, (id, text)) in self.tasks.iter().zip(&content.tasks) {
            item.set_text(text)?;
            item.set_checked(false)?;
            state.tasks.insert(item.id().0.clone(), *id);
        }
        for place in before..after {
            if let Some(item) = self.tasks.get(place) {
                self.menu.insert(item, place)?;
            }
        }
        for place in (after..before).rev() {
            if let Some(item) = self.tasks.get(place) {
                self.menu.remove(item)?;
            }
        }
        match (before, after) {
            (0, 1..) => self.menu.insert(&self.line, after)?,
            (1.., 0) => self.menu.remove(&self.line)?,
            _ => {}
        }
        self.quick_add
            .set_accelerator(content.shortcut.as_deref())?;
        self.pause.set_text(content.pause(messages::here()))?;
        state.shown = content;
        Ok(())
    }

    /// Takes the marks away: a task that was checked could not be completed.
    pub(super) fn uncheck(&self) -> Result<()> {
        for item in &self.tasks {
            item.set_checked(false)?;
        }
        Ok(())
    }

    /// Whether reminders are paused, as the menu shows it.
    pub(super) fn is_paused(&self) -> bool {
        self.state().shown.paused.is_some()
    }
}
