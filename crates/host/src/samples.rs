//! The samples of the first start: real tasks that show what each part does, and go away together.
//! The profile remembers which they are until they were removed or kept.

use std::collections::HashSet;

use jiff::Zoned;
use serde::{Deserialize, Serialize};
use store::Store;
use task::{
    Action, Actor, Applied, Error, GroupId, ListId, TaskDraft, TaskId, Tasks, View, quick_add,
};

/// The setting that names them.
const NAME: &str = "samples";
/// The most that may be added.
const MOST: usize = 20;

/// The samples, and the lists that were made for them.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Samples {
    tasks: Vec<TaskId>,
    lists: Vec<ListId>,
}

/// Adds a task for each line, as one action. A line that begins with a tab is a subtask of the
/// last one before it that doesn't.
///
/// # Errors
/// [`Error::Invalid`] for no line, too many, or one that is no task; nothing is added then.
pub async fn add(store: &Store, lines: &[String]) -> Result<Applied, Error> {
    if lines.is_empty() || lines.len() > MOST {
        return Err(Error::invalid(format!(
            "There may be 1 to {MOST} samples. Nothing was added."
        )));
    }
    let person = store.caller(Actor::Person);
    let tasks = drafts(lines, &person.now());
    let mut samples = Samples {
        tasks: tasks.iter().map(|(id, _)| *id).collect(),
        lists: Vec::new(),
    };
    let before: HashSet<ListId> = person.lists().await?.iter().map(|list| list.id).collect();
    // Before they are there: an app that ends in between still knows what to remove.
    remember(store, Some(&samples)).await?;
    let applied = match person.apply(Action::AddTasks { tasks }).await {
        Ok(applied) => applied,
        Err(error) => {
            remember(store, None).await?;
            return Err(error);
        }
    };
    let made: HashSet<ListId> = applied.tasks.iter().filter_map(|task| task.list).collect();
    samples.lists = made.difference(&before).copied().collect();
    remember(store, Some(&samples)).await?;
    Ok(applied)
}

/// How many of the samples are there still, out of the trash.
///
/// # Errors
/// Where the profile can't be read.
pub async fn count(store: &Store) -> Result<usize, Error> {
    let samples = known(store).await?;
    Ok(living(store, &samples).await?.len())
}

/// Moves the samples to the trash, and the lists that were made for them and are empty now, so
/// that one undo brings all back.
///
/// # Errors
/// [`Error::NotFound`] where none is there.
pub async fn remove(store: &Store) -> Result<Applied, Error> {
    let samples = known(store).await?;
    let ids = living(store, &samples).await?;
    if ids.is_empty() {
        remember(store, None).await?;
        return Err(Error::not_found("The samples are gone already."));
    }
    let group = GroupId::fresh(store.caller(Actor::Person).now().timestamp());
    let person = store.caller_in(Actor::Person, group);
    let applied = person.apply(Action::DeleteTasks { ids }).await?;
    let there = person.lists().await?;
    for list in there.iter().filter(|list| samples.lists.contains(&list.id)) {
        if is_empty(&person, list.id, &list.name).await? {
            person.apply(Action::DeleteList { id: list.id }).await?;
        }
    }
    remember(store, None).await?;
    Ok(applied)
}

/// Forgets which tasks were samples: from now on they are tasks like all others.
///
/// # Errors
/// Where the profile can't be written.
pub async fn keep(store: &Store) -> Result<(), Error> {
    remember(store, None).await
}

fn drafts(lines: &[String], now: &Zoned) -> Vec<(TaskId, TaskDraft)> {
    let mut above = None;
    lines
        .iter()
        .map(|line| {
            let id = TaskId::fresh(now.timestamp());
            let below = line.strip_prefix('\t');
            let mut draft = quick_add::read(below.unwrap_or(line), &[], now).into_draft();
            match (below, above) {
                (Some(_), Some(parent)) => {
                    draft.parent = Some(parent);
                    // It is where its parent is.
                    draft.list = None;
                }
                _ => above = Some(id),
            }
            (id, draft)
        })
        .collect()
}

async fn living(store: &Store, samples: &Samples) -> Result<Vec<TaskId>, Error> {
    let tasks = store.caller(Actor::Person).get(&samples.tasks).await?;
    Ok(tasks
        .into_iter()
        .filter(|task| task.deleted_at.is_none())
        .map(|task| task.id)
        .collect())
}

/// Whether a list has no task at all, done or open. Of a name that a query can't hold it is not
/// asked.
async fn is_empty(person: &impl Tasks, id: ListId, name: &str) -> Result<bool, Error> {
    if name.contains(['"', '*', '\\']) || person.count(&View::List { id }).await? > 0 {
        return Ok(false);
    }
    let query = format!("all & #\"{name}\"");
    Ok(person.count(&View::Filter { query }).await? == 0)
}

async fn known(store: &Store) -> Result<Samples, Error> {
    let kept = store.setting(NAME).await?;
    // What another version wrote, and this one can't read, names none.
    Ok(kept
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

async fn remember(store: &Store, samples: Option<&Samples>) -> Result<(), Error> {
    let text = samples
        .map(serde_json::to_string)
        .transpose()
        .map_err(|error| Error::invalid(format!("The samples cannot be kept: {error}.")))?;
    store.set_setting(NAME, text.as_deref()).await
}

#[cfg(test)]
mod tests {
    use task::{Target, TaskPatch};

    use super::*;

    async fn store(folder: &tempfile::TempDir) -> Store {
        Store::open(folder.path(), store::Options::default())
            .await
            .unwrap()
    }

    fn lines(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|&line| line.to_owned()).collect()
    }

    #[tokio::test]
    async fn samples_come_and_go_as_one() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder).await;
        let person = store.caller(Actor::Person);
        let added = add(
            &store,
            &lines(&["Pack #Trip", "\tPassport", "\tTickets", "Call home today"]),
        )
        .await
        .unwrap();
        assert_eq!(added.tasks.len(), 4);
        let parent = added.tasks[0].id;
        let below: Vec<_> = added.tasks.iter().map(|task| task.parent).collect();
        assert_eq!(below, [None, Some(parent), Some(parent), None]);
        assert_eq!(count(&store).await.unwrap(), 4);

        // What somebody changed meanwhile goes too.
        let patch = TaskPatch {
            title: Some("Call home at noon".to_owned()),
            ..TaskPatch::default()
        };
        let ids = vec![added.tasks[3].id];
        person
            .apply(Action::EditTasks { ids, patch })
            .await
            .unwrap();
        let removed = remove(&store).await.unwrap();
        assert_eq!(count(&store).await.unwrap(), 0);
        assert_eq!(person.count(&View::Open).await.unwrap(), 0);
        assert_eq!(person.lists().await.unwrap(), []);

        person.undo(Target::Group(removed.group)).await.unwrap();
        assert_eq!(person.count(&View::Open).await.unwrap(), 4);
        assert_eq!(person.lists().await.unwrap().len(), 1);
        // They are the person's own now.
        assert!(remove(&store).await.is_err());
        assert_eq!(person.count(&View::Open).await.unwrap(), 4);
    }

    #[tokio::test]
    async fn a_list_in_which_the_person_keeps_something_stays() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder).await;
        let person = store.caller(Actor::Person);
        let added = add(&store, &lines(&["Pack #Trip"])).await.unwrap();
        let list = added.tasks[0].list.unwrap();
        let draft = TaskDraft {
            title: "Book the hotel".to_owned(),
            list: Some(list.to_string()),
            ..TaskDraft::default()
        };
        let id = TaskId::fresh(person.now().timestamp());
        person.apply(Action::add(id, draft)).await.unwrap();
        let done = Action::CompleteTasks {
            ids: vec![id],
            completed: true,
        };
        person.apply(done).await.unwrap();
        remove(&store).await.unwrap();
        assert_eq!(person.lists().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn what_was_kept_is_no_sample_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder).await;
        add(&store, &lines(&["Buy milk"])).await.unwrap();
        keep(&store).await.unwrap();
        assert_eq!(count(&store).await.unwrap(), 0);
        assert!(remove(&store).await.is_err());
        let person = store.caller(Actor::Person);
        assert_eq!(person.count(&View::Open).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn what_is_no_sample_adds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder).await;
        assert!(add(&store, &[]).await.is_err());
        assert!(add(&store, &lines(&["x"; 21])).await.is_err());
        assert!(add(&store, &lines(&["Buy milk", ""])).await.is_err());
        assert_eq!(count(&store).await.unwrap(), 0);
        let person = store.caller(Actor::Person);
        assert_eq!(person.count(&View::Open).await.unwrap(), 0);
    }
}
