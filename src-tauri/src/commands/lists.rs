//! Changing lists and saved filters.

use task::{Action, Applied, Colour, Failure, FilterId, ListId, NamePatch, Tasks};
use tauri::State;

use super::Arg;
use super::tasks::apply;
use crate::profile::Profile;

/// Adds a list, and says which it is.
#[tauri::command]
pub(crate) async fn add_list(
    profile: State<'_, Profile>,
    name: Arg<String>,
    colour: Arg<Option<Colour>>,
) -> Result<ListId, Failure> {
    let person = profile.open().await?.person();
    let id = ListId::fresh(person.now().timestamp());
    let (name, colour) = (name.0, colour.0);
    person.apply(Action::AddList { id, name, colour }).await?;
    Ok(id)
}

/// Changes a list's name or colour, or archives it.
#[tauri::command]
pub(crate) async fn edit_list(
    profile: State<'_, Profile>,
    id: Arg<ListId>,
    patch: Arg<NamePatch>,
) -> Result<Applied, Failure> {
    let (id, patch) = (id.0, patch.0);
    apply(&profile, Action::EditList { id, patch }).await
}

/// Puts a list after another one, or at the top.
#[tauri::command]
pub(crate) async fn place_list(
    profile: State<'_, Profile>,
    id: Arg<ListId>,
    after: Arg<Option<ListId>>,
) -> Result<Applied, Failure> {
    let (id, after) = (id.0, after.0);
    apply(&profile, Action::PlaceList { id, after }).await
}

/// Moves a list to the trash, its tasks with it.
#[tauri::command]
pub(crate) async fn delete_list(
    profile: State<'_, Profile>,
    id: Arg<ListId>,
) -> Result<Applied, Failure> {
    apply(&profile, Action::DeleteList { id: id.0 }).await
}

/// Saves a filter, and says which it is.
#[tauri::command]
pub(crate) async fn add_filter(
    profile: State<'_, Profile>,
    name: Arg<String>,
    query: Arg<String>,
    colour: Arg<Option<Colour>>,
) -> Result<FilterId, Failure> {
    let person = profile.open().await?.person();
    let id = FilterId::fresh(person.now().timestamp());
    let action = Action::AddFilter {
        id,
        name: name.0,
        query: query.0,
        colour: colour.0,
    };
    person.apply(action).await?;
    Ok(id)
}

/// Changes a filter's name, colour or query.
#[tauri::command]
pub(crate) async fn edit_filter(
    profile: State<'_, Profile>,
    id: Arg<FilterId>,
    patch: Arg<NamePatch>,
) -> Result<Applied, Failure> {
    let (id, patch) = (id.0, patch.0);
    apply(&profile, Action::EditFilter { id, patch }).await
}

/// Moves a filter to the trash.
#[tauri::command]
pub(crate) async fn delete_filter(
    profile: State<'_, Profile>,
    id: Arg<FilterId>,
) -> Result<Applied, Failure> {
    apply(&profile, Action::DeleteFilter { id: id.0 }).await
}
