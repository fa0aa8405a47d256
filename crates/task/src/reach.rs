//! What an action needs to see of the profile, so that nothing else is read.

use crate::action::{Action, Beside};
use crate::id::{ListId, TaskId};

/// What [`crate::decide()`] needs to see for an action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Tasks, with all that are above them.
    pub tasks: Vec<TaskId>,
    /// Whether all that are below them are needed, too.
    pub below: bool,
    /// A list whose tasks are all needed.
    pub list: Option<ListId>,
    /// The gap into which tasks are to be put.
    pub gap: Option<Beside>,
    /// Tasks right after each of which something is to be put.
    pub after: Vec<TaskId>,
    /// Whether all lists are needed.
    pub lists: bool,
    /// Whether all saved filters are needed.
    pub filters: bool,
}

impl Action {
    /// The rows that [`crate::decide()`] needs to see.
    pub fn reach(&self) -> Reach {
        let mut reach = Reach {
            tasks: self.tasks(),
            ..Reach::default()
        };
        match self {
            Self::AddTasks { tasks } => {
                let parents = tasks.iter().filter_map(|(_, draft)| draft.parent);
                reach.tasks.extend(parents);
                reach.after = tasks.iter().filter_map(|(_, draft)| draft.after).collect();
                reach.tasks.extend(&reach.after);
                reach.lists = tasks.iter().any(|(_, draft)| draft.list.is_some());
            }
            Self::EditTasks { patch, .. } => {
                reach.tasks.extend(patch.parent.flatten());
                reach.below = patch.parent.is_some();
                reach.lists = patch.list.is_some();
            }
            Self::PlaceTasks { beside, .. } => {
                if let Beside::Before(id) | Beside::After(id) = beside {
                    reach.tasks.push(*id);
                }
                reach.below = true;
                reach.gap = Some(*beside);
            }
            Self::DuplicateTasks { copies } => {
                reach.after = copies.iter().map(|(id, _)| *id).collect();
                reach.tasks.extend(&reach.after);
                reach.below = true;
            }
            Self::CompleteTasks { .. }
            | Self::SettleOccurrence { .. }
            | Self::EndRecurrence { .. }
            | Self::DeleteTasks { .. } => reach.below = true,
            Self::RestoreTasks { .. } => {
                reach.below = true;
                reach.lists = true;
            }
            Self::AddList { .. } | Self::EditList { .. } | Self::PlaceList { .. } => {
                reach.lists = true;
            }
            Self::DeleteList { id } | Self::RestoreList { id } => {
                reach.list = Some(*id);
                reach.lists = true;
            }
            // What names the tag is renamed with it.
            Self::RetagTasks { name, .. } => reach.filters = name.is_some(),
            Self::AddFilter { .. }
            | Self::EditFilter { .. }
            | Self::DeleteFilter { .. }
            | Self::RestoreFilter { .. } => reach.filters = true,
        }
        reach
    }
}
