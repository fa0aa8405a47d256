//! What every implementation of [`Tasks`] must do, as checks that its tests run with
//! [`conformance_tests!`](crate::conformance_tests).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "these are tests, run by other crates"
)]

mod actions;
mod copies;
mod looking;
mod people;
mod reach;
mod recurring;
mod undo;
mod views;

use std::sync::Arc;

use jiff::Zoned;

use crate::{
    Action, Actor, GroupId, Page, Search, Task, TaskDraft, TaskId, TaskPatch, Tasks, View,
};

pub use actions::*;
pub use copies::*;
pub use looking::*;
pub use people::*;
pub use reach::*;
pub use recurring::*;
pub use undo::*;
pub use views::*;

/// Makes the door for an actor; with a group, its actions belong together.
pub type Doors = Box<dyn Fn(Actor, Option<GroupId>) -> Arc<dyn Tasks> + Send + Sync>;

/// A fresh, empty profile.
pub struct Profile {
    /// Its doors.
    pub door: Doors,
    /// Sets the time that it sees. It begins at [`start`].
    pub set_now: Box<dyn Fn(Zoned) + Send + Sync>,
}

/// When every check begins: a Saturday, nine in the morning in Berlin.
pub fn start() -> Zoned {
    at("2026-11-21T09:00[Europe/Berlin]")
}

fn at(text: &str) -> Zoned {
    text.parse().unwrap()
}

/// Makes one test of each check. `$make` is an async function without arguments that gives a fresh
/// [`Profile`], and whatever must live as long as it.
#[macro_export]
macro_rules! conformance_tests {
    ($make:path) => {
        $crate::conformance_tests! { $make:
            a_task_is_read_back_as_it_was_added
            bad_input_changes_nothing
            a_repeated_add_adds_once
            completing_twice_is_completing_once
            completed_tasks_open_again
            an_edit_changes_only_what_it_names
            a_time_alone_keeps_the_day
            null_clears_a_field
            the_trash_keeps_and_gives_back
            tasks_in_the_trash_cannot_be_edited
            unknown_ids_are_said
            bulk_actions_are_all_or_nothing
            a_list_is_made_once_whatever_its_case
            tags_are_folded
            a_tag_is_renamed_and_taken_off
            copies_stand_beside_their_originals
            a_copy_begins_anew
            a_task_is_added_right_after_another
            a_day_alone_may_keep_the_time
            views_hold_what_they_say
            midnight_moves_tasks_between_views
            pages_hold_every_row_once
            a_foreign_cursor_is_refused
            counts_fit_the_views
            tasks_done_today_are_told
            short_ids_resolve
            search_finds_beginnings_of_words
            search_takes_any_text
            undo_takes_back_every_deed
            undo_goes_back_step_by_step_and_redo_forward
            a_new_action_ends_redo
            undo_leaves_what_somebody_changed_since
            undo_of_an_undone_neighbour_is_no_obstacle
            adding_is_taken_back_into_the_trash
            a_group_is_taken_back_as_one
            a_group_of_several_calls_is_one_for_everybody
            a_group_is_one_actors_alone
            clients_take_back_only_their_own
            the_person_takes_back_anything
            a_list_that_others_use_outlives_its_making
            a_restored_task_is_always_somewhere
            undo_skips_what_was_itself_taken_back
            an_undo_that_found_nothing_can_be_tried_again
            an_older_undo_that_found_nothing_can_be_tried_again
            redo_does_again_what_was_taken_back_last
            the_inbox_is_no_list
            tags_are_counted_as_they_will_be
            changes_tell_what_changed
            a_clock_set_back_loses_no_edit
            a_deleted_list_takes_its_tasks_along
            a_task_of_a_list_that_is_gone_shows_in_the_inbox
            a_parent_takes_its_subtasks_along
            subtasks_of_a_recurring_task_open_again
            an_archived_list_is_out_of_sight
            a_deleted_list_leaves_what_shows_elsewhere
            nothing_reaches_through_the_trash
            a_subtask_restored_alone_stays_in_its_list
            what_has_ended_is_not_completed_again
            a_tree_completed_at_once_moves_on_as_a_whole
            an_occurrence_that_others_completed_keeps_its_task
            an_id_given_twice_adds_one_task
            tasks_stand_where_they_are_put
            trees_have_limits
            trees_move_as_a_whole
            a_recurring_task_comes_again
            what_was_missed_is_passed_over
            a_rule_may_go_by_completion
            an_occurrence_is_settled_once
            one_occurrence_can_be_moved
            this_and_later_can_be_moved
            moving_this_and_later_is_never_in_vain
            a_recurrence_can_be_changed_and_ended
            filters_show_what_they_say
            filters_can_be_saved
            starts_move_tasks_between_views
            a_change_of_zone_moves_tasks_between_views
            the_activity_tells_what_changed
            search_finds_words_without_spaces
            search_takes_filters_and_ranks
        }
    };
    ($make:path: $($check:ident)+) => {
        $(
            #[tokio::test]
            async fn $check() {
                let (profile, _alive) = $make().await;
                $crate::conformance::$check(&profile).await;
            }
        )+
    };
}

impl Profile {
    fn person(&self) -> Arc<dyn Tasks> {
        (self.door)(Actor::Person, None)
    }

    fn client(&self, name: &str) -> Arc<dyn Tasks> {
        (self.door)(Actor::client(name), None)
    }
}

async fn add(tasks: &Arc<dyn Tasks>, title: &str) -> TaskId {
    add_draft(
        tasks,
        TaskDraft {
            title: title.into(),
            ..TaskDraft::default()
        },
    )
    .await
}

async fn add_draft(tasks: &Arc<dyn Tasks>, draft: TaskDraft) -> TaskId {
    let id = TaskId::fresh(tasks.now().timestamp());
    tasks.apply(Action::add(id, draft)).await.unwrap();
    id
}

async fn due(tasks: &Arc<dyn Tasks>, title: &str, due: &str) -> TaskId {
    let draft = TaskDraft {
        title: title.into(),
        due: Some(due.parse().unwrap()),
        ..TaskDraft::default()
    };
    add_draft(tasks, draft).await
}

async fn edit(tasks: &Arc<dyn Tasks>, id: TaskId, patch: &str) {
    let patch: TaskPatch = serde_json::from_str(patch).unwrap();
    tasks.apply(Action::edit(id, patch)).await.unwrap();
}

async fn complete(tasks: &Arc<dyn Tasks>, id: TaskId, completed: bool) {
    tasks
        .apply(Action::CompleteTasks {
            ids: vec![id],
            completed,
        })
        .await
        .unwrap();
}

async fn one(tasks: &Arc<dyn Tasks>, id: TaskId) -> Task {
    tasks.get(&[id]).await.unwrap().remove(0)
}

async fn find(tasks: &Arc<dyn Tasks>, text: &str) -> Vec<Task> {
    let search = Search {
        text: text.into(),
        limit: 10,
        ..Search::default()
    };
    tasks.search(&search).await.unwrap()
}

async fn titles(tasks: &Arc<dyn Tasks>, view: View) -> Vec<String> {
    let rows = tasks
        .view(
            &view,
            &Page {
                after: None,
                limit: 500,
            },
        )
        .await
        .unwrap();
    let ids: Vec<TaskId> = rows.tasks.iter().map(|task| task.id).collect();
    assert_eq!(
        ids,
        tasks.ids(&view).await.unwrap(),
        "rows and ids of {view:?} differ"
    );
    rows.tasks.into_iter().map(|task| task.title).collect()
}
