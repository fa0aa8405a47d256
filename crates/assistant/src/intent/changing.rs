//! Doing something with tasks, and taking it back.

use mcp::ToolTask;
use task::{Code, TaskId};

use super::Conversation;
use super::naming::{Named, spoken};
use crate::along::Reach;
use crate::answer::Answer;
use crate::memory::{Done, Question};
use crate::tools::ToolError;
use crate::understand::Reference;
use crate::verb::Verb;
use crate::words;

/// More than so many tasks are changed only after a question.
const BULK: usize = 5;

impl Conversation {
    pub(super) async fn change(&self, verb: &Verb, which: &Reference) -> Result<Answer, ToolError> {
        match self.named(verb, which).await? {
            Named::Answer(answer) => Ok(answer),
            Named::Tasks { tasks, seen } => self.change_these(verb, tasks, seen).await,
        }
    }

    /// Does it, or asks first: what destroys, what reaches many, and what reaches several that the
    /// person has not seen.
    pub(super) async fn change_these(
        &self,
        verb: &Verb,
        tasks: Vec<ToolTask>,
        seen: bool,
    ) -> Result<Answer, ToolError> {
        let reach = self.tools.reach(verb, tasks).await?;
        if verb.destroys() || reach.count() > BULK || (!seen && reach.count() > 1) {
            return Ok(self.confirm(verb, &reach));
        }
        self.do_it(verb, &reach.tasks).await
    }

    /// Asks whether to do it, and says to what.
    fn confirm(&self, verb: &Verb, reach: &Reach) -> Answer {
        let tasks = reach.tasks.as_slice();
        let question = Question::Confirm {
            verb: verb.clone(),
            tasks: tasks.iter().map(|task| task.id).collect(),
        };
        let with = match reach.with {
            0 => String::new(),
            1 => " with 1 subtask".to_owned(),
            with => format!(" with {with} subtasks"),
        };
        let again = match reach.again {
            0 => String::new(),
            1 => " and open 1 completed subtask again".to_owned(),
            again => format!(" and open {again} completed subtasks again"),
        };
        let would = format!("{with}{}{again}", would(verb));
        match tasks {
            [task] => Answer::plain(format!("Shall I {} ", spoken_whole(verb)))
                .name(task)
                .say(&format!("{would}? Say yes or no."))
                .about(tasks)
                .asking(question),
            _ => {
                let counted = words::count(tasks.len(), "");
                let text = format!(
                    "That would {} {counted}{would}. Shall I? Say yes or no.\n",
                    spoken_whole(verb)
                );
                Answer::plain(text)
                    .list(tasks, self.today(), 1)
                    .about(tasks)
                    .asking(question)
            }
        }
    }

    /// Does it to tasks that are known by their ids, after the person said yes.
    pub(super) async fn do_to(&self, verb: &Verb, ids: &[TaskId]) -> Result<Answer, ToolError> {
        let tasks = self.tools.get(ids).await?;
        if tasks.is_empty() {
            return Ok(Answer::plain("They are gone, so nothing was changed."));
        }
        self.do_it(verb, &tasks).await
    }

    pub(super) async fn do_it(&self, verb: &Verb, tasks: &[ToolTask]) -> Result<Answer, ToolError> {
        let mut changed: Vec<ToolTask> = Vec::new();
        let mut failed = None;
        for task in tasks {
            if let Some(done) = self
                .done_with_another(verb, task, !changed.is_empty())
                .await?
            {
                changed.push(done);
                continue;
            }
            match self.tools.change(verb, task, &self.lexicon).await {
                Ok(task) => changed.push(task),
                Err(ToolError::Failed { message, .. }) if !changed.is_empty() => {
                    failed = Some(message);
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        let today = self.today();
        let mut answer = match changed.as_slice() {
            [task] => {
                let (before, after) = told(verb, task, today);
                Answer::plain(before).name(task).say(&after).about(&changed)
            }
            _ => {
                let text = told_of_many(verb, changed.len(), &changed, today);
                Answer::plain(format!("{text}\n")).list(&changed, today, 1)
            }
        };
        if let Some(message) = failed {
            let left = words::count(tasks.len() - changed.len(), "");
            answer = answer.say(&format!(
                "\n\n{left} stayed as they were: {}",
                words::escape(&message)
            ));
        }
        // "Them" are all of them, also those that are not listed.
        answer = answer.about(&changed);
        answer.done = Some(Done::Changed {
            group: self.group,
            verb: verb.clone(),
        });
        Ok(answer)
    }

    /// A task that was completed with the one above it just now: for good, so that none of its
    /// occurrences is left to be completed.
    async fn done_with_another(
        &self,
        verb: &Verb,
        task: &ToolTask,
        begun: bool,
    ) -> Result<Option<ToolTask>, ToolError> {
        if !begun || *verb != Verb::Complete || task.completed_at.is_some() {
            return Ok(None);
        }
        let now = self.tools.get(&[task.id]).await?;
        let done = now.into_iter().find(|task| task.completed_at.is_some());
        if let Some(task) = &done {
            self.tools.steps.changed("Completed", task);
        }
        Ok(done)
    }

    /// Moves a task that is known; one that is not may be new.
    pub(super) async fn schedule(
        &self,
        which: &Reference,
        line: &str,
        to: String,
    ) -> Result<Answer, ToolError> {
        let verb = Verb::Reschedule { to };
        if let Reference::Words(text) = which {
            let picked = self.picked_by(&verb, text).await?;
            if picked == task::Picked::None {
                let quoted = words::escape(&task::text::excerpt(line, 120));
                let text = format!("I found no such task. Shall I add “{quoted}”? Say yes or no.");
                let line = line.to_owned();
                return Ok(Answer::plain(text).asking(Question::Line { line }));
            }
        }
        self.change(&verb, which).await
    }

    pub(super) async fn undo(&self) -> Result<Answer, ToolError> {
        match self.tools.undo(None).await {
            Ok(back) => {
                let mut answer = Answer::plain(words::escape(&back.summary));
                for task in back.tasks.iter().take(crate::answer::SHOWN) {
                    answer = answer.mark(task);
                }
                Ok(answer.about(&back.tasks))
            }
            Err(ToolError::Failed {
                code: Code::NothingToUndo,
                ..
            }) => Ok(Answer::plain(
                "I have changed nothing that I could take back. What you changed yourself, Ctrl Z in the list takes back.",
            )),
            Err(error) => Err(error),
        }
    }
}

/// A verb, as in "shall I … these tasks".
fn spoken_whole(verb: &Verb) -> &'static str {
    match verb {
        Verb::Delete => "move",
        verb => spoken(verb),
    }
}

/// What would happen, behind the tasks: `to tomorrow`, `to the trash`.
fn would(verb: &Verb) -> String {
    match verb {
        Verb::Delete => " to the trash".to_owned(),
        Verb::Reschedule { to } => format!(" to {}", words::escape(to)),
        Verb::Put { list: Some(list) } => format!(" to {}", words::escape(list)),
        Verb::Put { list: None } => " to the Inbox".to_owned(),
        Verb::Shift { days } => {
            let by = match days.unsigned_abs() {
                1 => "1 day".to_owned(),
                days => format!("{days} days"),
            };
            let back = if *days < 0 { " back in time" } else { "" };
            format!(" by {by}{back}")
        }
        Verb::Rename { to } => format!(" to “{}”", words::escape(to)),
        Verb::Prioritise { to } => format!(" to {to}"),
        Verb::Tag { tags } => format!(" with {}", words::tags(tags)),
        Verb::Untag { tags } => format!(" from {}", words::tags(tags)),
        Verb::Deadline { to: Some(to) } => format!(" to the deadline {}", words::escape(to)),
        Verb::Repeat { rule: Some(rule) } => format!(" to repeat {}", words::escape(rule)),
        _ => String::new(),
    }
}

/// What was done to one task: before and after its name.
fn told(verb: &Verb, task: &ToolTask, today: jiff::civil::Date) -> (String, String) {
    let due = || {
        let due = task.due.as_ref().map(|due| words::due(due, today));
        due.unwrap_or_default()
    };
    let (before, after) = match verb {
        Verb::Complete if task.completed_at.is_some() => ("Done: ", " is completed.".to_owned()),
        // A recurring task goes on with its next occurrence.
        Verb::Complete => ("Done: ", format!(" is due {} next.", due())),
        Verb::Reopen => ("", " is open again.".to_owned()),
        Verb::Skip => ("Skipped: ", format!(" is due {} next.", due())),
        Verb::Delete => (
            "",
            " is in the trash. Say “undo” to have it back.".to_owned(),
        ),
        Verb::Restore => ("", " is back.".to_owned()),
        Verb::Reschedule { .. } | Verb::Shift { .. } => ("", format!(" is due {} now.", due())),
        Verb::Unschedule => ("", " has no due date now.".to_owned()),
        Verb::Someday => ("", " is set aside for someday now.".to_owned()),
        Verb::Deadline { to: None } => ("", " has no deadline now.".to_owned()),
        Verb::Deadline { to: Some(_) } => {
            let day = task.deadline.as_ref().and_then(|day| day.parse().ok());
            let day = day.map(|day| words::day(day, today)).unwrap_or_default();
            ("", format!(" has its deadline {day} now."))
        }
        Verb::Rename { .. } => ("It is called ", " now.".to_owned()),
        Verb::Prioritise { .. } => ("", format!(" is {} now.", task.priority.as_str())),
        Verb::Put { .. } => {
            let list = task.list.as_deref().unwrap_or("the Inbox");
            ("", format!(" is in {} now.", words::escape(list)))
        }
        Verb::Tag { tags } => ("", format!(" is tagged {} now.", words::tags(tags))),
        Verb::Untag { tags } => ("", format!(" is no longer tagged {}.", words::tags(tags))),
        Verb::Repeat { rule: None } => ("", " does not repeat any more.".to_owned()),
        Verb::Repeat { rule: Some(_) } => {
            let rule = task.recurrence.as_ref().map(|rule| rule.describe());
            let rule = rule.unwrap_or_default();
            ("", format!(" repeats {rule} now, next {}.", due()))
        }
        Verb::Length { minutes } => ("", format!(" takes {} now.", words::length(*minutes))),
        Verb::Note { .. } => ("I added that to the notes of ", ".".to_owned()),
    };
    (before.to_owned(), after)
}

/// What was done to several.
fn told_of_many(verb: &Verb, count: usize, tasks: &[ToolTask], today: jiff::civil::Date) -> String {
    let counted = words::count(count, "");
    let first = tasks.first();
    match verb {
        Verb::Complete => format!("Done: {counted} are completed."),
        Verb::Reopen => format!("{counted} are open again:"),
        Verb::Skip => format!("Skipped {counted} this time:"),
        Verb::Delete => format!("{counted} are in the trash. Say “undo” to have them back."),
        Verb::Restore => format!("{counted} are back:"),
        Verb::Reschedule { .. } => {
            let due = first.and_then(|task| task.due.as_ref());
            let due = due.map(|due| words::due(due, today)).unwrap_or_default();
            format!("{counted} are due {due} now:")
        }
        Verb::Shift { .. } => format!("{counted} have another due date now:"),
        Verb::Unschedule => format!("{counted} have no due date now:"),
        Verb::Someday => format!("{counted} are set aside for someday now:"),
        Verb::Prioritise { to } => format!("{counted} are {to} now:"),
        Verb::Put { list } => {
            let list = list.as_deref().unwrap_or("the Inbox");
            format!("{counted} are in {} now:", words::escape(list))
        }
        Verb::Tag { tags } => format!("{counted} are tagged {} now:", words::tags(tags)),
        Verb::Untag { tags } => format!("{counted} are no longer tagged {}:", words::tags(tags)),
        Verb::Repeat { rule: None } => format!("{counted} do not repeat any more:"),
        Verb::Deadline { .. }
        | Verb::Rename { .. }
        | Verb::Repeat { .. }
        | Verb::Length { .. }
        | Verb::Note { .. } => format!("{counted} are changed:"),
    }
}
