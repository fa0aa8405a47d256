//! The quick-add window. Beside these it reads a line and adds a task, like the main window.

use serde::{Deserialize, Serialize};
use task::{Colour, Failure, Overview, Tasks};
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use ts_rs::TS;

use super::Arg;
use crate::profile::Profile;
use crate::quick_add::{self, QuickAdd, QuickAddMessage};

/// How many names are offered at a time.
const OFFERED: usize = 6;

/// What a name is a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NameKind {
    /// Of a list.
    List,
    /// Of a tag.
    Tag,
}

/// A name that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct OfferedName {
    /// The name.
    pub(crate) name: String,
    /// The colour of a list that has one of its own.
    pub(crate) colour: Option<Colour>,
    /// Which list this is, in the order in which lists were made; the others have their colours by
    /// that.
    pub(crate) nth: usize,
}

/// From now on the page hears when its window opens. Gives back the draft that is kept.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn quick_add_listen<R: Runtime>(
    app: AppHandle<R>,
    profile: State<'_, Profile>,
    quick_add: State<'_, QuickAdd>,
    on_message: Channel<QuickAddMessage>,
) -> Result<String, Failure> {
    let was_called = quick_add.listen(on_message);
    quick_add::look(&app).await;
    if was_called {
        quick_add::show_called(&app);
    }
    let open = profile.open().await?;
    Ok(quick_add::kept_draft(&open.store).await?)
}

/// Names of lists or tags with these letters: those that begin with them first.
#[tauri::command]
pub(crate) async fn quick_add_names(
    profile: State<'_, Profile>,
    kind: Arg<NameKind>,
    letters: Arg<String>,
) -> Result<Vec<OfferedName>, Failure> {
    let overview = profile.open().await?.person().overview().await?;
    Ok(offer(overview, kind.0, &letters.0))
}

/// Keeps what was typed, until it is added or cleared.
#[tauri::command]
pub(crate) async fn quick_add_draft(
    profile: State<'_, Profile>,
    text: Arg<String>,
) -> Result<(), Failure> {
    let open = profile.open().await?;
    Ok(quick_add::keep_draft(&open.store, &text.0).await?)
}

/// Makes the window as high as its page, within limits.
#[tauri::command]
pub(crate) fn quick_add_fit<R: Runtime>(window: WebviewWindow<R>, height: Arg<f64>) {
    if let Err(error) = quick_add::fit(&window, height.0) {
        tracing::warn!(%error, "the quick-add window keeps its height");
    }
}

/// Closes the window; the focus goes back to where it was.
#[tauri::command]
pub(crate) fn quick_add_close<R: Runtime>(app: AppHandle<R>) {
    quick_add::close(&app);
}

fn offer(overview: Overview, kind: NameKind, letters: &str) -> Vec<OfferedName> {
    let names = match kind {
        NameKind::Tag => {
            let tags = overview.tags.into_iter();
            tags.map(|tag| OfferedName {
                name: tag.name,
                colour: None,
                nth: 0,
            })
            .collect()
        }
        NameKind::List => lists(overview),
    };
    let letters = letters.to_lowercase();
    let mut found: Vec<(usize, OfferedName)> = names
        .into_iter()
        .filter_map(|offered| Some((rank(&offered.name.to_lowercase(), &letters)?, offered)))
        .collect();
    // Stable: lists stay in the person's order.
    found.sort_by_key(|(rank, _)| *rank);
    let best = found.into_iter().take(OFFERED);
    best.map(|(_, offered)| offered).collect()
}

fn lists(overview: Overview) -> Vec<OfferedName> {
    let lists = overview.lists.into_iter().map(|counted| counted.list);
    let lists: Vec<_> = lists.collect();
    let mut ids: Vec<_> = lists.iter().map(|list| list.id).collect();
    ids.sort_unstable();
    let lists = lists.into_iter().filter(|list| list.archived_at.is_none());
    lists
        .map(|list| OfferedName {
            nth: ids.partition_point(|id| *id < list.id),
            name: list.name,
            colour: list.colour,
        })
        .collect()
}

/// How well a name fits letters: it is them, begins with them, has a word that does, has them.
fn rank(name: &str, letters: &str) -> Option<usize> {
    if name == letters {
        return Some(0);
    }
    if name.starts_with(letters) {
        return Some(1);
    }
    let word = name.split(|c: char| !c.is_alphanumeric());
    if word.into_iter().any(|word| word.starts_with(letters)) {
        return Some(2);
    }
    name.contains(letters).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_the_letters_comes_first() {
        let ranks = ["family", "allotment farm", "sofa", "fa", "home"].map(|name| rank(name, "fa"));
        assert_eq!(ranks, [Some(1), Some(2), Some(3), Some(0), None]);
        assert_eq!(rank("anything", ""), Some(1));
    }
}
