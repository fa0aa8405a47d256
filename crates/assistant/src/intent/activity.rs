//! What was done on some days.

use task::{Deed, TaskId};

use super::Conversation;
use crate::answer::{Answer, SHOWN};
use crate::calls::{Change, Changes};
use crate::tools::ToolError;
use crate::understand::{Days, Which};
use crate::words;

impl Conversation {
    pub(super) async fn activity(&self, which: Which, days: &Days) -> Result<Answer, ToolError> {
        let mut done = self.tools.activity(days.from, days.to).await?;
        let stands = |change: &Change| !change.taken_back && !change.takes_back;
        done.changes.retain(stands);
        match which {
            Which::Completed => self.done(&done, Deed::Completed, &days.said).await,
            Which::Deleted => self.done(&done, Deed::Deleted, &days.said).await,
            Which::Assistants => {
                done.changes.retain(|change| change.by == "assistant");
                Ok(told(&done, "I did nothing", "I", &days.said))
            }
            Which::All => Ok(told(&done, "Nothing was changed", "", &days.said)),
        }
    }

    /// The tasks that were completed, or deleted, the first one first.
    async fn done(&self, done: &Changes, deed: Deed, said: &str) -> Result<Answer, ToolError> {
        let changes = &done.changes;
        let verb = if deed == Deed::Deleted {
            "deleted"
        } else {
            "completed"
        };
        let mut ids: Vec<TaskId> = Vec::new();
        for change in changes.iter().rev().filter(|change| change.did == deed) {
            for id in &change.tasks {
                if !ids.contains(id) {
                    ids.push(*id);
                }
            }
        }
        let mut tasks = self.tools.get(&ids).await?;
        // What was opened again or restored since is not told; what recurs is open as ever.
        tasks.retain(|task| match deed {
            Deed::Deleted => task.deleted_at.is_some(),
            _ => task.completed_at.is_some() || task.recurrence.is_some(),
        });
        self.tools.steps.looked(
            &format!("what was {verb} {said}"),
            &tasks,
            tasks.len(),
            done.more,
        );
        let least = if done.more { "at least " } else { "" };
        let also = also(done, deed);
        if tasks.is_empty() && done.more {
            return Ok(Answer::plain(format!(
                "So much was changed {said} that I can't tell what you {verb}. Ask for fewer days.{also}"
            )));
        }
        if tasks.is_empty() {
            return Ok(Answer::plain(format!("You {verb} nothing {said}.{also}")));
        }
        let counted = words::count(tasks.len(), "");
        let answer = Answer::plain(format!("You {verb} {least}{counted} {said}:\n")).list(
            &tasks,
            self.today(),
            1,
        );
        Ok(if also.is_empty() {
            answer
        } else {
            answer.say(&format!("\n\n{}", also.trim_start()))
        })
    }
}

/// ` You also added 2 and changed 1.`
fn also(done: &Changes, but: Deed) -> String {
    let deeds = [
        (Deed::Completed, "completed"),
        (Deed::Added, "added"),
        (Deed::Edited, "changed"),
        (Deed::Deleted, "deleted"),
    ];
    let counted: Vec<String> = deeds
        .into_iter()
        .filter(|(deed, _)| *deed != but)
        .filter_map(|(deed, verb)| {
            let of_it = done.changes.iter().filter(|change| change.did == deed);
            let count: usize = of_it.map(|change| change.count).sum();
            (count > 0).then(|| format!("{verb} {count}"))
        })
        .collect();
    if counted.is_empty() {
        String::new()
    } else {
        let least = if done.more { " at least" } else { "" };
        format!(" You also{least} {}.", words::all_of(&counted))
    }
}

/// A line for each change, the latest first.
fn told(done: &Changes, nothing: &str, who: &str, said: &str) -> Answer {
    let changes = &done.changes;
    if changes.is_empty() {
        return Answer::plain(format!("{nothing} {said}."));
    }
    let lines: Vec<String> = changes
        .iter()
        .take(SHOWN)
        .map(|change| {
            let by = match (who, change.by.as_str()) {
                ("I", _) => "I".to_owned(),
                (_, "person") => "You".to_owned(),
                (_, "assistant") => "I".to_owned(),
                (_, name) => words::escape(name),
            };
            let what = words::escape(&task::text::excerpt(&change.what, 120));
            let more = match change.count {
                0 | 1 => String::new(),
                count => format!(" and {} more", count - 1),
            };
            format!("- {by} {} “{what}”{more}", change.did.as_str())
        })
        .collect();
    let more = match changes.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more if done.more => format!("\n\nAnd at least {more} more."),
        more => format!("\n\nAnd {more} more."),
    };
    let said = task::text::excerpt(said, 80);
    Answer::plain(format!(
        "What was done {said}:\n\n{}{more}",
        lines.join("\n")
    ))
}
