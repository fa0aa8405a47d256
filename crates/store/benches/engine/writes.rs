//! Changing: complete, edit, move, undo.

use std::path::Path;
use std::time::Instant;

use jiff::Zoned;
use task::{Action, Actor, Beside, Target as Undo, TaskId, TaskPatch, Tasks, View};

use crate::data::Data;
use crate::profile::open;
use crate::report::{Report, Target};
use crate::timing::Times;

/// How often each.
const ROUNDS: usize = 150;

/// What is measured, with how it is done to a task.
type Deed = (&'static str, fn(&mut Data, TaskId, &[TaskId]) -> Action);

const DEEDS: &[Deed] = &[
    ("edit the title", |data, id, _| {
        let title = Some(data.title());
        Action::edit(
            id,
            TaskPatch {
                title,
                ..TaskPatch::default()
            },
        )
    }),
    ("edit the due date and add a tag", |data, id, _| {
        let day = data.random.within(1, 27);
        let patch = TaskPatch {
            due: Some(Some(format!("2027-03-{day:02}"))),
            add_tags: vec!["work".into()],
            ..TaskPatch::default()
        };
        Action::edit(id, patch)
    }),
    ("move to another list", |_, id, _| {
        let patch = TaskPatch {
            list: Some(Some("Travel".into())),
            ..TaskPatch::default()
        };
        Action::edit(id, patch)
    }),
    ("move within the list", |data, id, others| {
        let beside = Beside::After(*data.random.of(others));
        Action::PlaceTasks {
            ids: vec![id],
            beside,
        }
    }),
    ("move to the top of the list", |_, id, _| {
        Action::PlaceTasks {
            ids: vec![id],
            beside: Beside::First,
        }
    }),
    ("complete", |_, id, _| Action::CompleteTasks {
        ids: vec![id],
        completed: true,
    }),
    ("delete", |_, id, _| Action::DeleteTasks { ids: vec![id] }),
];

/// Each deed, and taking it back.
pub(crate) async fn measure(folder: &Path, tasks: usize, report: &mut Report) {
    let store = open(folder).await;
    let caller = store.caller(Actor::Person);
    let overview = caller.overview().await.unwrap();
    let list = overview
        .lists
        .iter()
        .max_by_key(|entry| entry.open)
        .unwrap();
    let of_list = caller.ids(&View::List { id: list.list.id }).await.unwrap();
    let open = caller.ids(&View::Open).await.unwrap();
    let mut data = Data::new(31);
    let mut undoing = Times::default();
    let target = Some(Target::P95(10.0));
    for (name, deed) in DEEDS {
        let mut times = Times::default();
        let moves = name.contains("the list");
        for _ in 0..ROUNDS {
            let among = if moves { &of_list } else { &open };
            let id = *data.random.of(among);
            let others: Vec<TaskId> = (0..2)
                .map(|_| *data.random.of(&of_list))
                .filter(|other| *other != id)
                .collect();
            let action = deed(
                &mut data,
                id,
                if others.is_empty() { &of_list } else { &others },
            );
            let begin = Instant::now();
            let done = caller.apply(action).await;
            let took = begin.elapsed();
            // A task can't be put beside what is below it; and where everything is so already,
            // nothing was done.
            let Ok(applied) = done else { continue };
            let begin = Instant::now();
            if caller.undo(Undo::Group(applied.group)).await.is_ok() {
                undoing.add(begin.elapsed());
                times.add(took);
            }
        }
        report.times(tasks, name, &times, target);
    }
    report.times(tasks, "undo", &undoing, target);
    let mut times = Times::default();
    for _ in 0..ROUNDS {
        let id = *data.random.of(&open);
        times.of(caller.get(&[id])).await.unwrap();
    }
    report.times(tasks, "look at one task", &times, Some(Target::P95(1.0)));
    together(&caller, &open, tasks, report).await;
    store.close().await;
}

/// As many as a group has, in one action.
async fn together(caller: &impl Tasks, open: &[TaskId], tasks: usize, report: &mut Report) {
    let ids: Vec<TaskId> = open.iter().copied().take(500).collect();
    let due = Zoned::now().date().to_string();
    let patch = TaskPatch {
        due: Some(Some(due)),
        ..TaskPatch::default()
    };
    let edit = Action::EditTasks {
        ids: ids.clone(),
        patch,
    };
    let complete = Action::CompleteTasks {
        ids: ids.clone(),
        completed: true,
    };
    let mut undoing = Times::default();
    for (name, action) in [("edit", edit), ("complete", complete)] {
        let mut times = Times::default();
        for _ in 0..3 {
            let applied = times.of(caller.apply(action.clone())).await.unwrap();
            let undo = caller.undo(Undo::Group(applied.group));
            undoing.of(undo).await.unwrap();
        }
        let name = format!("{name} {} at once", ids.len());
        report.times(tasks, &name, &times, Some(Target::Max(100.0)));
    }
    report.times(tasks, "undo of that", &undoing, Some(Target::Max(100.0)));
}
