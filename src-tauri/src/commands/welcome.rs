//! The samples of the first start.

use host::samples;
use task::{Applied, Failure};
use tauri::State;

use super::Arg;
use crate::profile::Profile;

/// Adds a sample for each line, all of which go away together. A line that begins with a tab is a
/// subtask of the last one before it that doesn't.
#[tauri::command]
pub(crate) async fn add_samples(
    profile: State<'_, Profile>,
    lines: Arg<Vec<String>>,
) -> Result<Applied, Failure> {
    let open = profile.open().await?;
    Ok(samples::add(&open.store, &lines.0).await?)
}

/// How many of the samples are there still.
#[tauri::command]
pub(crate) async fn count_samples(profile: State<'_, Profile>) -> Result<usize, Failure> {
    let open = profile.open().await?;
    Ok(samples::count(&open.store).await?)
}

/// Moves all samples to the trash.
#[tauri::command]
pub(crate) async fn remove_samples(profile: State<'_, Profile>) -> Result<Applied, Failure> {
    let open = profile.open().await?;
    Ok(samples::remove(&open.store).await?)
}

/// The samples are tasks like all others from now on.
#[tauri::command]
pub(crate) async fn keep_samples(profile: State<'_, Profile>) -> Result<(), Failure> {
    let open = profile.open().await?;
    Ok(samples::keep(&open.store).await?)
}
