//! The steps of a turn, as the person sees them: one for each kind of call.

use std::sync::{Mutex, PoisonError};

use mcp::ToolTask;

use crate::words;

/// What a step did.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    /// Read: what was looked at, and how many tasks there were.
    Looked {
        at: String,
        found: usize,
        more: bool,
    },
    /// Changed tasks: in which words, as in "Completed 2 tasks".
    Changed { verb: &'static str },
    /// Took back.
    TookBack,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    deed: Deed,
    /// The titles of the tasks.
    titles: Vec<String>,
}

/// The steps of a turn so far.
#[derive(Debug, Default)]
pub(crate) struct Steps(Mutex<Vec<Step>>);

/// A step, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShownStep {
    pub(crate) title: String,
    /// The name of one of ChatKit's icons.
    pub(crate) icon: &'static str,
    /// Markdown.
    pub(crate) content: Option<String>,
    /// Whether it changed something.
    pub(crate) wrote: bool,
}

/// How many titles a step shows.
const TITLES: usize = 10;

impl Steps {
    fn push(&self, deed: Deed, titles: Vec<String>) {
        let mut steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match steps.last_mut() {
            // Ten calls of one kind are one step to the person.
            Some(last) if last.deed == deed && matches!(deed, Deed::Changed { .. }) => {
                last.titles.extend(titles);
            }
            _ => steps.push(Step { deed, titles }),
        }
    }

    pub(crate) fn looked(&self, at: &str, tasks: &[ToolTask], total: usize, more: bool) {
        let deed = Deed::Looked {
            at: at.to_owned(),
            found: total,
            more,
        };
        self.push(deed, titles(tasks));
    }

    pub(crate) fn changed(&self, verb: &'static str, task: &ToolTask) {
        self.push(Deed::Changed { verb }, titles(std::slice::from_ref(task)));
    }

    pub(crate) fn took_back(&self, tasks: &[ToolTask]) {
        self.push(Deed::TookBack, titles(tasks));
    }

    /// Whether something was changed that can be taken back.
    pub(crate) fn wrote(&self) -> bool {
        let steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        steps
            .iter()
            .any(|step| matches!(step.deed, Deed::Changed { .. }))
    }

    pub(crate) fn shown(&self) -> Vec<ShownStep> {
        let steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        steps.iter().map(show).collect()
    }
}

fn titles(tasks: &[ToolTask]) -> Vec<String> {
    tasks.iter().map(|task| task.title.clone()).collect()
}

fn show(step: &Step) -> ShownStep {
    let counted = words::count(step.titles.len(), "");
    let (title, icon, wrote) = match &step.deed {
        Deed::Looked { at, found, more } => {
            let least = if *more { "at least " } else { "" };
            let found = match found {
                0 => "nothing".to_owned(),
                found => format!("{least}{}", words::count(*found, "")),
            };
            (format!("Looked at {at}: {found}"), "search", false)
        }
        Deed::Changed { verb } => (format!("{verb} {counted}"), "check-circle", true),
        Deed::TookBack => ("Took back 1 change".to_owned(), "reload", true),
    };
    let lines: Vec<String> = step
        .titles
        .iter()
        .take(TITLES)
        .map(|title| format!("- {}", words::escape(&task::text::excerpt(title, 120))))
        .collect();
    let more = step.titles.len().saturating_sub(TITLES);
    let mut content = lines.join("\n");
    if more > 0 {
        content.push_str(&format!("\n- and {more} more"));
    }
    ShownStep {
        title,
        icon,
        content: (!content.is_empty()).then_some(content),
        wrote,
    }
}
