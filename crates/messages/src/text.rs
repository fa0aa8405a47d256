//! A text that is fit to be shown.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

/// A text that is fit to be shown: a message in the person's language, or what somebody typed. No
/// other text is one, so what shows texts asks for these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(Cow<'static, str>);

impl Text {
    /// A text of a message.
    pub(crate) fn said(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }

    /// What a person or a program wrote, such as the title of a task; in no language of ours.
    pub fn typed(text: impl Into<String>) -> Self {
        Self(Cow::Owned(text.into()))
    }

    /// Each on a line of its own.
    pub fn lines(texts: &[Self]) -> Self {
        let lines: Vec<&str> = texts.iter().map(Self::as_str).collect();
        Self(Cow::Owned(lines.join("\n")))
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into_owned()
    }
}
