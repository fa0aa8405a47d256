//! Questions that the person answers in a form.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// Questions with a place for the answers.
///
/// A turn that asks them ends with it; the answers begin the next turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StructuredInput {
    /// Whether the person has answered.
    #[serde(default)]
    pub status: InputStatus,
    /// The questions, in order.
    pub inputs: Vec<Question>,
}

/// Whether questions were answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputStatus {
    /// Not yet.
    #[default]
    Pending,
    /// They were; single ones may have been skipped.
    Answered,
    /// The person skipped them all.
    Skipped,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Names it among the questions.
    pub id: String,
    /// What is asked.
    pub question: String,
    /// What was answered; `None` until the person has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// How it is answered.
    #[serde(flatten)]
    pub kind: QuestionKind,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum QuestionKind {
    /// By choosing; the client offers a place for an answer of their own too.
    MultipleChoice {
        /// What can be chosen.
        options: Vec<Choice>,
        /// Whether more than one can.
        #[serde(default)]
        multiple: bool,
    },
    /// In the person's own words.
    Freeform {
        /// What stands beside the question.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
    },
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it says, and what is answered when it is chosen.
    pub value: String,
}

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answer {
    /// What was chosen or written.
    #[serde(default)]
    pub values: Vec<String>,
    /// Whether the question was skipped.
    #[serde(default)]
    pub skipped: bool,
}

impl Question {
    /// A question that is answered in the person's own words.
    #[must_use]
    pub fn freeform(id: impl Into<String>, question: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            question: question.into(),
            answer: None,
            kind: QuestionKind::Freeform { description: None },
        }
    }

    /// A question that is answered by choosing one of these.
    #[must_use]
    pub fn choice(
        id: impl Into<String>,
        question: impl Into<String>,
        options: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let options = options.into_iter().map(|value| Choice {
            value: value.into(),
        });
        Self {
            id: id.into(),
            question: question.into(),
            answer: None,
            kind: QuestionKind::MultipleChoice {
                options: options.collect(),
                multiple: false,
            },
        }
    }

    /// Takes an answer in: none, an empty one and a skipped one are skipped; of several answers
    /// to a question that takes one, the first counts.
    fn take(&mut self, given: Option<Answer>) {
        let mut values = match given {
            Some(Answer {
                values,
                skipped: false,
            }) => values,
            _ => Vec::new(),
        };
        if matches!(
            self.kind,
            QuestionKind::MultipleChoice {
                multiple: false,
                ..
            }
        ) {
            values.truncate(1);
        }
        self.answer = Some(Answer {
            skipped: values.is_empty(),
            values,
        });
    }
}

impl StructuredInput {
    /// These questions, not answered yet.
    #[must_use]
    pub fn ask(inputs: Vec<Question>) -> Self {
        Self {
            status: InputStatus::Pending,
            inputs,
        }
    }

    /// What was answered to the question of this name; empty when it was skipped or isn't there.
    #[must_use]
    pub fn values(&self, id: &str) -> &[String] {
        self.inputs
            .iter()
            .find(|question| question.id == id)
            .and_then(|question| question.answer.as_ref())
            .map_or(&[], |answer| &answer.values)
    }

    /// The questions with their answers. Answers to questions that were not asked are left out.
    #[must_use]
    pub(crate) fn answered(mut self, mut answers: HashMap<String, Answer>, skipped: bool) -> Self {
        for question in &mut self.inputs {
            let given = answers.remove(&question.id).filter(|_| !skipped);
            question.take(given);
        }
        self.status = if skipped {
            InputStatus::Skipped
        } else {
            InputStatus::Answered
        };
        self
    }
}
