//! What messages are made of: the person's text and tags, the assistant's text and annotations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A piece of what a person wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UserContent {
    /// Typed text.
    InputText {
        /// The text.
        text: String,
    },
    /// Something mentioned with `@`.
    InputTag {
        /// The identifier of what is mentioned, as the page that offered it knows it.
        id: String,
        /// What the tag shows.
        text: String,
        /// What the page gave along.
        data: Map<String, Value>,
        /// The heading it was offered under.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// Whether a click on it reaches the page.
        #[serde(default)]
        interactive: bool,
    },
}

/// What a person chose beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct InferenceOptions {
    /// The tool that the answer should use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool_choice: Option<ToolChoice>,
    /// The identifier of the model that should answer, from the page's own list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
}

/// A tool that was chosen in the composer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolChoice {
    /// Its identifier, from the page's own list.
    pub id: String,
}

/// A part of what the assistant wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AssistantContent {
    /// Markdown text.
    OutputText(OutputText),
}

impl AssistantContent {
    /// Text without annotations.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::OutputText(OutputText {
            text: text.into(),
            annotations: Vec::new(),
        })
    }
}

/// Markdown text with references.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutputText {
    /// The text.
    pub text: String,
    /// References into it.
    #[serde(default)]
    pub annotations: Vec<Annotation>,
}

/// A reference from a place in the assistant's text to a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "annotation")]
pub struct Annotation {
    /// What is referred to.
    pub source: Source,
    /// The place: an offset into the text, in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u64>,
}

/// What every source shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SourceInfo {
    /// Its name.
    pub title: String,
    /// A sentence about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its date, as text to show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
    /// The heading it is listed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// Where something comes from. Each kind writes its own `type`, also where it stands alone, and is
/// read by the fields that only it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Source {
    /// A page on the web.
    Url(UrlSource),
    /// A file.
    File(FileSource),
    /// Something the application knows, such as a task.
    Entity(EntitySource),
}

/// A page on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "url")]
pub struct UrlSource {
    /// What it shows.
    #[serde(flatten)]
    pub info: SourceInfo,
    /// Its address.
    pub url: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "file")]
pub struct FileSource {
    /// What it shows.
    #[serde(flatten)]
    pub info: SourceInfo,
    /// Its name.
    pub filename: String,
}

/// Something the application knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "entity")]
pub struct EntitySource {
    /// What it shows.
    #[serde(flatten)]
    pub info: SourceInfo,
    /// The application's identifier of it.
    pub id: String,
    /// The name of an icon of ChatKit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// A label beside the icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// A label within the text, in the icon's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inline_label: Option<String>,
    /// Whether a click on it reaches the page.
    #[serde(default)]
    pub interactive: bool,
    /// What the page gets along with a click.
    #[serde(default)]
    pub data: Map<String, Value>,
}
