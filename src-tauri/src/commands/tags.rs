//! Changing tags, on all tasks that carry them.

use serde::Serialize;
use store::Retagged;
use task::{Actor, Failure, GroupId};
use tauri::State;
use ts_rs::TS;

use super::Arg;
use crate::profile::Profile;

/// What changing a tag did.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TagChanged {
    /// The group that takes it back.
    group: GroupId,
    /// How many tasks carried the tag, those in the trash too.
    #[ts(type = "number")]
    tasks: usize,
    /// The name that it has now; `null` where it was taken off.
    name: Option<String>,
}

/// Gives a tag another name. Where tasks carry that one already, the two become one.
#[tauri::command]
pub(crate) async fn rename_tag(
    profile: State<'_, Profile>,
    tag: Arg<String>,
    name: Arg<String>,
) -> Result<TagChanged, Failure> {
    let name = task::text::tag(&name.0)?;
    change(&profile, &tag.0, Some(name)).await
}

/// Takes a tag off all tasks.
#[tauri::command]
pub(crate) async fn delete_tag(
    profile: State<'_, Profile>,
    tag: Arg<String>,
) -> Result<TagChanged, Failure> {
    change(&profile, &tag.0, None).await
}

async fn change(profile: &Profile, tag: &str, name: Option<String>) -> Result<TagChanged, Failure> {
    let open = profile.open().await?;
    let retagged = open.store.retag(Actor::Person, tag, name.as_deref());
    let Retagged { group, tasks } = retagged.await?;
    Ok(TagChanged { group, tasks, name })
}
