//! Putting reminders off, one by one or all of them for a while.

use host::reminders::{self, ReminderState, Until};
use task::{Code, Failure, Reminder, Snooze, TaskId};
use tauri::State;

use super::Arg;
use crate::profile::Profile;
use crate::settings::Settings;

/// How the reminders stand.
#[tauri::command]
pub(crate) async fn reminders_state(profile: State<'_, Profile>) -> Result<ReminderState, Failure> {
    let open = profile.open().await?;
    Ok(reminders::state(&open.store).await?)
}

/// Shows no reminder for so many minutes; `null` ends a pause.
#[tauri::command]
pub(crate) async fn pause_reminders(
    profile: State<'_, Profile>,
    settings: State<'_, Settings>,
    minutes: Arg<Option<u32>>,
) -> Result<ReminderState, Failure> {
    let open = profile.open().await?;
    let state = reminders::pause(&open.store, minutes.0).await?;
    // Whoever follows the settings hears of it.
    settings.read(&open.store).await?;
    profile.reminders.look();
    Ok(state)
}

/// Puts the reminder of a task off, by a preset or by words such as "tomorrow at 8"; gives back
/// until when.
#[tauri::command]
pub(crate) async fn snooze_task(
    profile: State<'_, Profile>,
    id: Arg<TaskId>,
    preset: Arg<Option<Snooze>>,
    words: Arg<Option<String>>,
) -> Result<Reminder, Failure> {
    let until = match (preset.0, words.0) {
        (Some(preset), None) => Until::Preset(preset),
        (None, Some(words)) => Until::Words(words),
        _ => {
            return Err(Failure {
                code: Code::InvalidInput,
                message: "Say until when: by a preset, or in words. Nothing was changed."
                    .to_owned(),
            });
        }
    };
    let open = profile.open().await?;
    let (until, _) = reminders::snooze(&open.store, id.0, &until).await?;
    profile.reminders.look();
    Ok(until)
}

/// Shows a notification now, as a reminder would come.
#[tauri::command]
pub(crate) async fn test_reminder(profile: State<'_, Profile>) -> Result<(), Failure> {
    let open = profile.open().await?;
    let notifier = match profile.reminding.get() {
        Some(reminding) => reminding.notifier.clone(),
        None => reminders::notifications(),
    };
    reminders::test(&open.store, &*notifier).await
}
