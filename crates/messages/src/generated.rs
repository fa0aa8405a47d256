//! Written from ui/messages/*/native.json by `npm run messages`.

use std::fmt::Display;

use icu_locale::locale;

use crate::format::{Kind, kind};
use crate::{Messages, Text};

/// The languages that there are.
pub(crate) const LANGUAGES: &[&str] = &["en"];

/// A function for each message.
impl Messages {
    /// The message `tray.quickAdd`.
    pub fn tray_quick_add(&self) -> Text {
        Text::said("Quick add…")
    }

    /// The message `tray.open`.
    pub fn tray_open(&self) -> Text {
        Text::said("Open Calm Orbit")
    }

    /// The message `tray.quit`.
    pub fn tray_quit(&self) -> Text {
        Text::said("Quit")
    }

    /// The message `tray.pause`.
    pub fn tray_pause(&self) -> Text {
        Text::said("Pause reminders for an hour")
    }

    /// The message `tray.resume`.
    pub fn tray_resume(&self, time: impl Display) -> Text {
        Text::said(format!("Resume reminders (paused until {})", time))
    }

    /// The message `tray.task`.
    pub fn tray_task(&self, title: impl Display, when: impl Display) -> Text {
        Text::said(format!("{} · {}", title, when))
    }

    /// The message `tray.tooltip`.
    pub fn tray_tooltip(&self, overdue: u64) -> Text {
        Text::said(match (overdue, kind(&locale!("en"), overdue)) { (0, _) => "Calm Orbit".to_owned(), (_, Kind::One) => format!("Calm Orbit, {} task overdue", self.number(overdue)), _ => format!("Calm Orbit, {} tasks overdue", self.number(overdue)) })
    }

    /// The message `day.yesterday`.
    pub fn day_yesterday(&self) -> Text {
        Text::said("yesterday")
    }

    /// The message `day.today`.
    pub fn day_today(&self) -> Text {
        Text::said("today")
    }

    /// The message `day.tomorrow`.
    pub fn day_tomorrow(&self) -> Text {
        Text::said("tomorrow")
    }

    /// The message `reminder.due`.
    pub fn reminder_due(&self, day: impl Display) -> Text {
        Text::said(format!("Due {}", day))
    }

    /// The message `reminder.dueAt`.
    pub fn reminder_due_at(&self, day: impl Display, time: impl Display) -> Text {
        Text::said(format!("Due {} at {}", day, time))
    }

    /// The message `reminder.undated`.
    pub fn reminder_undated(&self) -> Text {
        Text::said("Reminder")
    }

    /// The message `reminder.inList`.
    pub fn reminder_in_list(&self, what: impl Display, list: impl Display) -> Text {
        Text::said(format!("{} · {}", what, list))
    }

    /// The message `reminder.many`.
    pub fn reminder_many(&self, count: u64) -> Text {
        Text::said(match (count, kind(&locale!("en"), count)) { (_, Kind::One) => format!("{} reminder", self.number(count)), _ => format!("{} reminders", self.number(count)) })
    }

    /// The message `reminder.manyWhileAway`.
    pub fn reminder_many_while_away(&self, count: u64) -> Text {
        Text::said(format!("{} while you were away", match (count, kind(&locale!("en"), count)) { (_, Kind::One) => format!("{} reminder", self.number(count)), _ => format!("{} reminders", self.number(count)) }))
    }

    /// The message `reminder.andMore`.
    pub fn reminder_and_more(&self, count: u64) -> Text {
        Text::said(format!("and {} more", self.number(count)))
    }

    /// The message `reminder.done`.
    pub fn reminder_done(&self) -> Text {
        Text::said("Done")
    }

    /// The message `reminder.snooze`.
    pub fn reminder_snooze(&self) -> Text {
        Text::said("Snooze 10 min")
    }

    /// The message `reminder.open`.
    pub fn reminder_open(&self) -> Text {
        Text::said("Open")
    }

    /// The message `reminder.test`.
    pub fn reminder_test(&self) -> Text {
        Text::said("Reminders from Calm Orbit look like this")
    }

    /// The message `reminder.testBody`.
    pub fn reminder_test_body(&self) -> Text {
        Text::said("This is only a test. No task is due.")
    }

    /// The message `quickAdd.window`.
    pub fn quick_add_window(&self) -> Text {
        Text::said("Quick add")
    }

    /// The message `shortcut.name`.
    pub fn shortcut_name(&self) -> Text {
        Text::said("Add a task to Calm Orbit")
    }

    /// The message `shortcut.taken`.
    pub fn shortcut_taken(&self, keys: impl Display) -> Text {
        Text::said(format!("Another program has {}. Choose other keys.", keys))
    }

    /// The message `shortcut.noKey`.
    pub fn shortcut_no_key(&self, keys: impl Display) -> Text {
        Text::said(format!("This keyboard lacks {}. Choose other keys.", keys))
    }

    /// The message `shortcut.denied`.
    pub fn shortcut_denied(&self) -> Text {
        Text::said("The system was told not to give these keys to Calm Orbit. Its settings for shortcuts change that.")
    }

    /// The message `shortcut.unavailable`.
    pub fn shortcut_unavailable(&self) -> Text {
        Text::said("This system gives no shortcuts to apps. Bind the command to keys in its settings.")
    }

    /// The message `shortcut.asking`.
    pub fn shortcut_asking(&self) -> Text {
        Text::said("The system asks whether Calm Orbit may have the keys.")
    }

    /// The message `shortcut.setTo`.
    pub fn shortcut_set_to(&self, keys: impl Display) -> Text {
        Text::said(format!("The system has set this shortcut to {}. Its settings for shortcuts change that.", keys))
    }

    /// The message `shortcut.stays`.
    pub fn shortcut_stays(&self, why: impl Display, keys: impl Display) -> Text {
        Text::said(format!("{} {} stays the shortcut.", why, keys))
    }

    /// The message `autostart.comment`.
    pub fn autostart_comment(&self) -> Text {
        Text::said("Your tasks, in the tray")
    }

    /// The message `autostart.unknown`.
    pub fn autostart_unknown(&self, error: impl Display) -> Text {
        Text::said(format!("The system doesn’t say whether it starts Calm Orbit: {}.", error))
    }

    /// The message `lastWord.title`.
    pub fn last_word_title(&self) -> Text {
        Text::said("Calm Orbit’s window is empty")
    }

    /// The message `lastWord.silent`.
    pub fn last_word_silent(&self, engine: impl Display) -> Text {
        Text::said(format!("What draws it, {}, does not answer.", engine))
    }

    /// The message `lastWord.held`.
    pub fn last_word_held(&self, starts: u64) -> Text {
        Text::said(match (starts, kind(&locale!("en"), starts)) { (_, Kind::One) => "The start before this one failed as well, so your tasks have not been opened.".to_owned(), _ => format!("The {} starts before this one failed as well, so your tasks have not been opened.", self.number(starts)) })
    }

    /// The message `lastWord.closed`.
    pub fn last_word_closed(&self, why: impl Display) -> Text {
        Text::said(format!("Your tasks are not open either. {}", why))
    }

    /// The message `lastWord.folder`.
    pub fn last_word_folder(&self) -> Text {
        Text::said("Your tasks are in this folder, and nothing was changed in them:")
    }

    /// The message `lastWord.wayOut`.
    pub fn last_word_way_out(&self, engine: impl Display) -> Text {
        Text::said(format!("Start the computer anew, and bring {} up to date. Until then the command calm-orbit has your tasks: calm-orbit list. What went wrong is in logs/desktop.log in that folder.", engine))
    }

    /// The message `start.failed`.
    pub fn start_failed(&self, error: impl Display) -> Text {
        Text::said(format!("Calm Orbit cannot start: {}", error))
    }
}
