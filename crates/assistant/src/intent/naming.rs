//! Which tasks a reference means, in what was shown, what was said, and what there is.

use mcp::ToolTask;
use task::{Picked, TaskId, pick};

use super::Conversation;
use super::saying::{NO_NUMBER, not_found};
use crate::answer::Answer;
use crate::memory::Question;
use crate::tools::ToolError;
use crate::understand::{Query, Reference, named, names};
use crate::verb::Verb;
use crate::words;

/// What a reference came to.
pub(super) enum Named {
    /// These tasks. `seen` says whether the person named or saw each of them.
    Tasks { tasks: Vec<ToolTask>, seen: bool },
    /// The person has to say more, or there are none.
    Answer(Answer),
}

impl Named {
    fn seen(tasks: Vec<ToolTask>) -> Self {
        Self::Tasks { tasks, seen: true }
    }
}

/// How many tasks one request may reach.
const MOST: usize = 200;

impl Conversation {
    /// The tasks that are meant. Nothing is guessed: what fits in part is asked about.
    pub(super) async fn named(&self, verb: &Verb, which: &Reference) -> Result<Named, ToolError> {
        let memory = &self.memory;
        match which {
            Reference::Tasks(ids) => self.by_id(verb, ids).await,
            Reference::Words(text) => self.by_words(verb, text).await,
            Reference::Query(query) => {
                let query = &in_its_state(query, verb);
                let found = self.tools.query(query).await?;
                let mut tasks = found.tasks;
                tasks.retain(|task| fits(verb, task));
                let after = words::behind(&words::escape(&query.after));
                if tasks.is_empty() {
                    let before = words::behind(&query.before);
                    return Ok(Named::Answer(Answer::plain(format!(
                        "You have no{before} tasks{after}, so nothing was changed."
                    ))));
                }
                if found.total > MOST {
                    let counted = words::count(found.total, &query.before);
                    return Ok(Named::Answer(Answer::plain(format!(
                        "That would be {counted}{after}; I change {MOST} at once at the most, so nothing was changed. Say which list, tag or days you mean."
                    ))));
                }
                Ok(Named::Tasks { tasks, seen: false })
            }
            Reference::Numbers(numbers) => {
                if memory.shown.is_empty() {
                    return self.ask_from_all(verb).await;
                }
                let ids: Option<Vec<TaskId>> = numbers
                    .iter()
                    .map(|number| memory.shown.get(number.checked_sub(1)?).copied())
                    .collect();
                match ids {
                    Some(ids) => self.by_id(verb, &ids).await,
                    None => Ok(Named::Answer(Answer::plain(NO_NUMBER))),
                }
            }
            Reference::Last(count) => {
                if memory.shown.is_empty() {
                    return self.ask_from_all(verb).await;
                }
                match memory.shown.len().checked_sub(*count) {
                    Some(start) => {
                        let ids = memory.shown.get(start..).unwrap_or_default();
                        self.by_id(verb, ids).await
                    }
                    None => Ok(Named::Answer(Answer::plain(NO_NUMBER))),
                }
            }
            Reference::It => match memory.spoken.as_slice() {
                [] => self.ask_from_all(verb).await,
                [one] => self.by_id(verb, &[*one]).await,
                several => {
                    let mut tasks = self.tools.get(several).await?;
                    tasks.retain(|task| fits(verb, task));
                    match tasks.as_slice() {
                        [] => self.ask_from_all(verb).await,
                        _ => Ok(Named::Answer(self.ask(verb, &tasks, &[]))),
                    }
                }
            },
            Reference::Both if memory.spoken.len() != 2 => {
                Ok(Named::Answer(Answer::plain(NO_NUMBER)))
            }
            Reference::Them | Reference::Both => match memory.spoken.as_slice() {
                [] => Ok(Named::Answer(Answer::plain(NO_NUMBER))),
                several => self.by_id(verb, several).await,
            },
        }
    }

    async fn by_id(&self, verb: &Verb, ids: &[TaskId]) -> Result<Named, ToolError> {
        let mut unique: Vec<TaskId> = Vec::new();
        for id in ids {
            if !unique.contains(id) {
                unique.push(*id);
            }
        }
        let mut tasks = self.tools.get(&unique).await?;
        // What was never away can't come back.
        if *verb == Verb::Restore && !tasks.is_empty() {
            tasks.retain(|task| fits(verb, task));
            if tasks.is_empty() {
                return Ok(Named::Answer(Answer::plain(
                    "That is not in the trash, so nothing was changed.",
                )));
            }
        }
        Ok(if tasks.is_empty() {
            Named::Answer(Answer::plain("That task is gone, so nothing was changed."))
        } else {
            Named::seen(tasks)
        })
    }

    async fn by_words(&self, verb: &Verb, text: &str) -> Result<Named, ToolError> {
        match self.picked_by(verb, text).await? {
            Picked::One(task) => return Ok(Named::seen(vec![task])),
            Picked::Several(several) => return Ok(Named::Answer(self.ask(verb, &several, &[]))),
            Picked::None => {}
        }
        if let Some(parts) = names(text) {
            return self.by_names(verb, text, &parts).await;
        }
        let near = self.near(verb, text).await?;
        if near.is_empty() {
            return Ok(Named::Answer(not_found(text, kind(verb))));
        }
        // "Remove the price from the milk" is not yet a wish to remove the milk: the question has to
        // say what a yes destroys.
        if verb.destroys() && near.len() == 1 {
            return Ok(Named::seen(near));
        }
        Ok(Named::Answer(self.ask(verb, &near, &[])))
    }

    /// "Milk and bread": each part is a task. Where one is not found, none is changed.
    async fn by_names(
        &self,
        verb: &Verb,
        text: &str,
        parts: &[String],
    ) -> Result<Named, ToolError> {
        let mut tasks: Vec<ToolTask> = Vec::new();
        let mut open: Option<Vec<ToolTask>> = None;
        for part in parts {
            let Some(Reference::Words(part)) = named(part, &self.lexicon) else {
                return Ok(Named::Answer(not_found(text, kind(verb))));
            };
            match self.picked_by(verb, &part).await? {
                Picked::One(task) => {
                    if tasks.iter().all(|known| known.id != task.id) {
                        tasks.push(task);
                    }
                }
                Picked::Several(several) if open.is_none() => open = Some(several),
                Picked::Several(_) => {
                    let text = format!(
                        "Several tasks fit “{}”, and not only there. Name them one by one.",
                        words::escape(&part)
                    );
                    return Ok(Named::Answer(Answer::plain(text)));
                }
                Picked::None => return Ok(Named::Answer(not_found(&part, kind(verb)))),
            }
        }
        match open {
            Some(several) => Ok(Named::Answer(self.ask(verb, &several, &tasks))),
            None => Ok(Named::seen(tasks)),
        }
    }

    /// What the words mean among the tasks that it can be done to.
    pub(super) async fn picked_by(
        &self,
        verb: &Verb,
        text: &str,
    ) -> Result<Picked<ToolTask>, ToolError> {
        let found = self.tools.search(text, verb.among()).await?;
        Ok(pick(text, found.tasks, |task| &task.title))
    }

    /// Tasks that have one of the words in their title, to be asked about.
    async fn near(&self, verb: &Verb, text: &str) -> Result<Vec<ToolTask>, ToolError> {
        let mut near: Vec<ToolTask> = Vec::new();
        let long = |word: &&str| word.chars().count() > 3;
        let some: Vec<&str> = text.split_whitespace().filter(long).take(4).collect();
        if text.split_whitespace().nth(1).is_none() {
            return Ok(near);
        }
        for word in some {
            let tasks = match self.picked_by(verb, word).await? {
                Picked::One(task) => vec![task],
                Picked::Several(several) => several,
                Picked::None => Vec::new(),
            };
            for task in tasks {
                if near.len() < 5 && near.iter().all(|known| known.id != task.id) {
                    near.push(task);
                }
            }
        }
        Ok(near)
    }

    /// Asks which of these is meant; whether it is this one, where there is one only. `also` are
    /// those that are certain.
    pub(super) fn ask(&self, verb: &Verb, several: &[ToolTask], also: &[ToolTask]) -> Answer {
        let ids = |tasks: &[ToolTask]| -> Vec<TaskId> {
            tasks
                .iter()
                .take(crate::answer::SHOWN)
                .map(|task| task.id)
                .collect()
        };
        let question = Question::Which {
            verb: verb.clone(),
            among: ids(several),
            also: ids(also),
        };
        match several {
            [only] => Answer::plain("Do you mean ")
                .name(only)
                .say("? Say yes, or its name.")
                .asking(question),
            _ => {
                let text = format!(
                    "{} fit. Which one shall I {}? Say its number.\n",
                    several.len(),
                    spoken(verb)
                );
                Answer::plain(text)
                    .list(several, self.today(), 1)
                    .asking(question)
            }
        }
    }

    /// Asks which of all tasks is meant, where nothing tells.
    async fn ask_from_all(&self, verb: &Verb) -> Result<Named, ToolError> {
        let open = Query {
            view: Some("open".to_owned()),
            before: "open".to_owned(),
            ..Query::default()
        };
        let found = self.tools.query(&in_its_state(&open, verb)).await?;
        Ok(Named::Answer(match found.tasks.as_slice() {
            [] => Answer::plain(NO_NUMBER),
            [_] => self.ask(verb, &found.tasks, &[]),
            _ => {
                let question = Question::Which {
                    verb: verb.clone(),
                    among: found
                        .tasks
                        .iter()
                        .take(crate::answer::SHOWN)
                        .map(|task| task.id)
                        .collect(),
                    also: Vec::new(),
                };
                let text = format!(
                    "Which one shall I {}? Say its number, or no.\n",
                    spoken(verb)
                );
                Answer::plain(text)
                    .list(&found.tasks, self.today(), 1)
                    .asking(question)
            }
        }))
    }
}

/// The query among the tasks that it can be done to: "restore everything" means the trash.
fn in_its_state(query: &Query, verb: &Verb) -> Query {
    let (view, before, state) = match verb.among() {
        "done" => ("completed", "completed", "done"),
        "trash" => ("trash", "deleted", "trash"),
        _ => return query.clone(),
    };
    let filter = match (&query.filter, &query.list) {
        (Some(filter), _) => Some(format!("({filter}) & {state}")),
        (None, Some(list)) => Some(format!("#\"{list}\" & {state}")),
        (None, None) if query.view.as_deref() == Some("open") => None,
        (None, None) => return query.clone(),
    };
    Query {
        view: filter.is_none().then(|| view.to_owned()),
        list: None,
        filter,
        before: before.to_owned(),
        ..query.clone()
    }
}

/// Whether it can be done to this task: what is done already can't be done, and what is in the
/// trash not be moved.
fn fits(verb: &Verb, task: &ToolTask) -> bool {
    match verb.among() {
        "open" => task.completed_at.is_none() && task.deleted_at.is_none(),
        "done" => task.completed_at.is_some(),
        "trash" => task.deleted_at.is_some(),
        _ => task.deleted_at.is_none(),
    }
}

/// What kind of task the verb is done to.
fn kind(verb: &Verb) -> &'static str {
    match verb.among() {
        "done" => "completed task",
        "trash" => "task in the trash",
        "all" => "task",
        _ => "open task",
    }
}

/// A verb, as in "which one shall I …?".
pub(super) fn spoken(verb: &Verb) -> &'static str {
    match verb {
        Verb::Complete => "complete",
        Verb::Reopen => "open again",
        Verb::Skip => "skip this time",
        Verb::Delete => "delete",
        Verb::Restore => "restore",
        Verb::Reschedule { .. } | Verb::Shift { .. } | Verb::Put { list: _ } => "move",
        Verb::Unschedule => "leave without a due date",
        Verb::Someday => "set aside for someday",
        Verb::Rename { .. } => "rename",
        Verb::Tag { .. } => "tag",
        Verb::Untag { .. } => "untag",
        Verb::Deadline { .. }
        | Verb::Prioritise { .. }
        | Verb::Repeat { .. }
        | Verb::Length { .. }
        | Verb::Note { .. } => "change",
    }
}
