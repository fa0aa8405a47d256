//! What is said in a turn, and what is to be remembered of it.

use chatkit::content::{EntitySource, SourceInfo};
use jiff::civil::Date;
use mcp::ToolTask;
use serde_json::{Map, Value};
use task::TaskId;

use crate::memory::{Done, Question};
use crate::words;

/// How many tasks an answer shows.
pub(crate) const SHOWN: usize = 20;

/// A place in the text that speaks of a task.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// Behind which character of the text.
    pub(crate) at: usize,
    pub(crate) source: EntitySource,
}

/// What comes of a message: the answer, and what is new to remember.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// Markdown.
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
    /// The tasks of the numbered list that the answer prints.
    pub(crate) shown: Option<Vec<TaskId>>,
    /// The tasks that it speaks of: "it", "them".
    pub(crate) spoken: Option<Vec<TaskId>>,
    /// What it asks.
    pub(crate) asked: Option<Question>,
    /// What was changed.
    pub(crate) done: Option<Done>,
}

impl Answer {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Says more, in Markdown.
    pub(crate) fn say(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Says something before all of it, in Markdown.
    pub(crate) fn behind(mut self, head: &str) -> Self {
        let shift = head.chars().count();
        self.text.insert_str(0, head);
        for mark in &mut self.marks {
            mark.at += shift;
        }
        self
    }

    /// Names a task, in quotes, so that a click on it opens it.
    pub(crate) fn name(mut self, task: &ToolTask) -> Self {
        self.text.push_str(&words::quoted(task));
        self.mark(task)
    }

    /// Marks the end of the text so far with a task.
    pub(crate) fn mark(mut self, task: &ToolTask) -> Self {
        self.marks.push(Mark {
            at: self.text.chars().count(),
            source: source(task),
        });
        self
    }

    /// Prints a list with numbers to name its tasks by, the first of them `first`.
    pub(crate) fn list(mut self, tasks: &[ToolTask], today: Date, first: usize) -> Self {
        for (index, task) in tasks.iter().take(SHOWN).enumerate() {
            let (title, rest) = words::line(task, today);
            self = self
                .say(&format!("\n{}. {title}", first + index))
                .mark(task)
                .say(&rest);
        }
        if tasks.len() > SHOWN {
            self = self.say(&format!("\n\nThese are the first {SHOWN} of them."));
        }
        let shown = self.shown.get_or_insert_default();
        shown.extend(tasks.iter().take(SHOWN).map(|task| task.id));
        self.spoken = Some(shown.clone());
        self
    }

    pub(crate) fn about(mut self, tasks: &[ToolTask]) -> Self {
        self.spoken = Some(tasks.iter().map(|task| task.id).collect());
        self
    }

    pub(crate) fn asking(mut self, question: Question) -> Self {
        self.asked = Some(question);
        self
    }
}

/// A task as something that the page knows: a click on it opens it.
fn source(task: &ToolTask) -> EntitySource {
    let mut data = Map::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            data.insert(name.to_owned(), Value::String(value));
        }
    };
    put("due", task.due.as_ref().map(ToString::to_string));
    put("list", task.list.clone());
    let icon = if task.completed_at.is_some() {
        "check-circle"
    } else {
        "empty-circle"
    };
    EntitySource {
        info: SourceInfo {
            title: task::text::excerpt(&task.title, 200),
            ..SourceInfo::default()
        },
        id: format!("task:{}", task.id),
        icon: Some(icon.to_owned()),
        label: None,
        inline_label: None,
        interactive: true,
        data,
    }
}
