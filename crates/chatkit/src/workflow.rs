//! Workflows: the steps that an answer shows while it is made.

use serde::{Deserialize, Serialize};

use crate::content::{FileSource, UrlSource};

/// A collapsible list of steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Workflow {
    /// How the client draws it.
    #[serde(rename = "type")]
    pub style: WorkflowStyle,
    /// The steps, in order.
    pub tasks: Vec<Task>,
    /// What stands in their place when folded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<WorkflowSummary>,
    /// Whether it is shown unfolded.
    #[serde(default)]
    pub expanded: bool,
}

/// How a workflow is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkflowStyle {
    /// Steps with a title.
    Custom,
    /// A train of thought with its duration.
    Reasoning,
}

/// What a folded workflow shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum WorkflowSummary {
    /// A title of the server's own.
    Custom {
        /// The title.
        title: String,
        /// The name of an icon of ChatKit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        icon: Option<String>,
    },
    /// How long it took; the client words it.
    Duration {
        /// In whole seconds.
        duration: u64,
    },
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusIndicator {
    /// Nothing is shown.
    #[default]
    None,
    /// Under way.
    Loading,
    /// Done.
    Complete,
}

/// A step of a workflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// How far it is.
    #[serde(default)]
    pub status_indicator: StatusIndicator,
    /// What is done.
    #[serde(flatten)]
    pub kind: TaskKind,
}

impl Task {
    /// A step with a title.
    #[must_use]
    pub fn custom(title: impl Into<String>, status_indicator: StatusIndicator) -> Self {
        let kind = TaskKind::Custom {
            title: Some(title.into()),
            icon: None,
            content: None,
        };
        Self {
            status_indicator,
            kind,
        }
    }

    /// A thought.
    #[must_use]
    pub fn thought(content: impl Into<String>) -> Self {
        Self {
            status_indicator: StatusIndicator::None,
            kind: TaskKind::Thought {
                title: None,
                content: content.into(),
            },
        }
    }
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TaskKind {
    /// Whatever the server says.
    Custom {
        /// What is done, in a few words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The name of an icon of ChatKit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        icon: Option<String>,
        /// More about it, in Markdown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content: Option<String>,
    },
    /// A search of the web.
    WebSearch {
        /// What is searched, in a few words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The query that the title names.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title_query: Option<String>,
        /// All queries.
        #[serde(default)]
        queries: Vec<String>,
        /// What was found.
        #[serde(default)]
        sources: Vec<UrlSource>,
    },
    /// A thought of the model.
    Thought {
        /// Its heading.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The thought, in Markdown.
        content: String,
    },
    /// The reading of files.
    File {
        /// What is read, in a few words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The files.
        #[serde(default)]
        sources: Vec<FileSource>,
    },
    /// The making of an image.
    Image {
        /// What is drawn, in a few words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
}
