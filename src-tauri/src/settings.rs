//! What the person has chosen, as the app goes by it: read when the profile opens, followed by
//! whatever depends on it.

use host::settings::{
    Appearance, General, QuickAddSettings, ReminderSettings, UpdateSettings, load, save,
};
use serde::{Deserialize, Serialize};
use store::Store;
use task::Error;
use tokio::sync::watch;
use ts_rs::TS;

/// All groups of settings but the chat's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub(crate) struct AllSettings {
    /// The app as a whole.
    pub(crate) general: General,
    /// How the windows look.
    pub(crate) appearance: Appearance,
    /// How the quick-add window is called.
    pub(crate) quick_add: QuickAddSettings,
    /// When and how the person is reminded.
    pub(crate) reminders: ReminderSettings,
    /// Whether and which new versions are looked for.
    pub(crate) updates: UpdateSettings,
}

/// One group, chosen anew.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "group", content = "settings", rename_all = "snake_case")]
pub(crate) enum SettingsGroup {
    /// The app as a whole.
    General(General),
    /// How the windows look.
    Appearance(Appearance),
    /// How the quick-add window is called.
    QuickAdd(QuickAddSettings),
    /// When and how the person is reminded.
    Reminders(ReminderSettings),
    /// Whether and which new versions are looked for.
    Updates(UpdateSettings),
}

/// The settings that are in force. Before the profile is open they are the defaults.
pub(crate) struct Settings {
    known: watch::Sender<AllSettings>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            known: watch::Sender::new(AllSettings::default()),
        }
    }
}

impl Settings {
    /// As they are now.
    pub(crate) fn now(&self) -> AllSettings {
        self.known.borrow().clone()
    }

    /// Says when they change. What they are now counts as seen.
    pub(crate) fn follow(&self) -> watch::Receiver<AllSettings> {
        self.known.subscribe()
    }

    /// Reads what the profile says: when it opens, and when somebody else has written it.
    ///
    /// # Errors
    /// Where the profile can't be read.
    pub(crate) async fn read(&self, store: &Store) -> Result<AllSettings, Error> {
        let all = AllSettings {
            general: load(store).await?,
            appearance: load(store).await?,
            quick_add: load(store).await?,
            reminders: load(store).await?,
            updates: load(store).await?,
        };
        self.known.send_if_modified(|known| {
            let changed = *known != all;
            known.clone_from(&all);
            changed
        });
        Ok(all)
    }

    /// Keeps one group.
    ///
    /// # Errors
    /// `invalid_input` for what can't be used; nothing is changed then.
    pub(crate) async fn keep(
        &self,
        store: &Store,
        group: SettingsGroup,
    ) -> Result<AllSettings, Error> {
        match group {
            SettingsGroup::General(group) => save(store, group).await.map(|_| ()),
            SettingsGroup::Appearance(group) => save(store, group).await.map(|_| ()),
            SettingsGroup::QuickAdd(group) => save(store, group).await.map(|_| ()),
            SettingsGroup::Reminders(group) => save(store, group).await.map(|_| ()),
            SettingsGroup::Updates(group) => save(store, group).await.map(|_| ()),
        }?;
        self.read(store).await
    }
}
