//! Showing, counting and finding tasks, lists and tags.

use super::Conversation;
use crate::answer::Answer;
use crate::calls::{Counted, Found};
use crate::tools::ToolError;
use crate::understand::Query;
use crate::words;

/// Up to so many tasks are listed where only their number was asked for.
const FEW: usize = 5;

impl Conversation {
    pub(super) async fn show(&self, query: &Query) -> Result<Answer, ToolError> {
        let found = self.tools.query(query).await?;
        let after = words::behind(&words::escape(&query.after));
        Ok(self.told(&found, &query.before, &after))
    }

    pub(super) async fn count(&self, query: &Query) -> Result<Answer, ToolError> {
        let found = self.tools.query(query).await?;
        let after = words::behind(&words::escape(&query.after));
        if found.tasks.is_empty() || found.total <= FEW {
            return Ok(self.told(&found, &query.before, &after));
        }
        let counted = words::count(found.total, &query.before);
        let text = format!("You have {counted}{after}. Say “show them” to see them.");
        Ok(Answer::plain(text).about(&found.tasks))
    }

    /// The tasks with these words, the open ones; the completed where there is none.
    pub(super) async fn find(&self, text: &str) -> Result<Answer, ToolError> {
        let text = text.trim_matches(['"', '“', '”', '„']);
        let after = format!(" with “{}”", words::escape(&task::text::excerpt(text, 80)));
        let open = self.tools.search(text, "open").await?;
        if !open.tasks.is_empty() {
            return Ok(self.told(&open, "", &after));
        }
        let all = self.tools.search(text, "all").await?;
        Ok(if all.tasks.is_empty() {
            self.told(&open, "", &after)
        } else {
            self.told(&all, "completed", &after)
        })
    }

    /// How many there are, and the first of them.
    fn told(&self, found: &Found, before: &str, after: &str) -> Answer {
        if found.tasks.is_empty() {
            let before = if before.is_empty() {
                String::new()
            } else {
                format!("{before} ")
            };
            return Answer::plain(format!("You have no {before}tasks{after}."));
        }
        let counted = words::count(found.total, before);
        let least = if found.more { "at least " } else { "" };
        Answer::plain(format!("You have {least}{counted}{after}:\n")).list(
            &found.tasks,
            self.today(),
            1,
        )
    }

    /// The tasks that were spoken of.
    pub(super) async fn show_them(&self) -> Result<Answer, ToolError> {
        let ids = if self.memory.spoken.is_empty() {
            &self.memory.shown
        } else {
            &self.memory.spoken
        };
        let tasks = self.tools.get(ids).await?;
        if tasks.is_empty() {
            return Ok(Answer::plain(super::saying::NO_NUMBER));
        }
        let text = format!("{}:\n", words::count(tasks.len(), ""));
        Ok(Answer::plain(text).list(&tasks, self.today(), 1))
    }

    pub(super) async fn lists(&self) -> Result<Answer, ToolError> {
        let overview = self.tools.overview().await?;
        let inbox = words::count(overview.inbox, "open");
        if overview.lists.is_empty() {
            return Ok(Answer::plain(format!(
                "There are no lists yet; the Inbox has {inbox}. A list comes with its first task: “add buy paint #Home”."
            )));
        }
        let counted = match overview.lists.len() {
            1 => "1 list".to_owned(),
            n => format!("{n} lists"),
        };
        let lines = counts(&overview.lists, "");
        Ok(Answer::plain(format!(
            "You have {counted}, and the Inbox with {inbox}:\n\n{lines}"
        )))
    }

    pub(super) async fn tags(&self) -> Result<Answer, ToolError> {
        let overview = self.tools.overview().await?;
        if overview.tags.is_empty() {
            return Ok(Answer::plain(
                "No open task has a tag. Say, for example, “tag 2 @phone”.",
            ));
        }
        let lines = counts(&overview.tags, "@");
        Ok(Answer::plain(format!("The tags of open tasks:\n\n{lines}")))
    }

    /// What is to be done next: the first of today's, else the first that is due at all.
    pub(super) async fn next(&self) -> Result<Answer, ToolError> {
        for view in ["today", "upcoming", "open"] {
            let query = Query {
                view: Some(view.to_owned()),
                before: view.to_owned(),
                ..Query::default()
            };
            let found = self.tools.query(&query).await?;
            if let Some(first) = found.tasks.first() {
                let facts = words::facts(first, self.today());
                return Ok(Answer::plain("Next is ")
                    .name(first)
                    .say(&format!("{facts}."))
                    .about(std::slice::from_ref(first)));
            }
        }
        Ok(Answer::plain("Nothing is left to do."))
    }

    /// What is overdue, and what the day holds.
    pub(super) async fn plan(&self) -> Result<Answer, ToolError> {
        let today = self.today();
        let query = Query {
            view: Some("today".to_owned()),
            after: "for today".to_owned(),
            ..Query::default()
        };
        let found = self.tools.query(&query).await?;
        let date = today.strftime("%A %-d %B");
        if found.tasks.is_empty() {
            let head = format!("{date} is free: nothing is due. ");
            return Ok(self.next().await?.behind(&head));
        }
        let (late, now): (Vec<_>, Vec<_>) = found
            .tasks
            .into_iter()
            .partition(|task| task.due.as_ref().is_some_and(|due| due.day() < today));
        let minutes: u32 = now.iter().filter_map(|task| task.duration).sum();
        let mut head = vec![format!("{} for today", now.len())];
        if !late.is_empty() {
            head.insert(0, format!("{} overdue", late.len()));
        }
        let mut text = format!("{date}: {}", words::all_of(&head));
        if minutes > 0 {
            text.push_str(&format!(", {} at least", words::length(minutes)));
        }
        let mut answer = Answer::plain(text).say(".");
        if !late.is_empty() {
            answer = answer.say("\n\nOverdue:\n").list(&late, today, 1);
        }
        if !now.is_empty() {
            let first = answer.shown.as_ref().map_or(0, Vec::len) + 1;
            answer = answer.say("\n\nToday:\n").list(&now, today, first);
        }
        Ok(answer)
    }
}

/// A line for each: the name, and how many open tasks it has.
fn counts(counted: &[Counted], mark: &str) -> String {
    let lines: Vec<String> = counted
        .iter()
        .map(|one| {
            let name = words::escape(&one.name);
            format!("- {mark}{name}: {}", words::count(one.open, "open"))
        })
        .collect();
    lines.join("\n")
}
