//! "No, saturday": the last change was meant otherwise.

use task::Code;

use super::Conversation;
use super::naming::Named;
use crate::answer::Answer;
use crate::memory::Done;
use crate::tools::ToolError;
use crate::understand::{Intent, Reference, Sentence, correction, named, understand};
use crate::verb::Verb;
use crate::words;

impl Conversation {
    pub(super) async fn correct(&self, said: &str) -> Result<Answer, ToolError> {
        let done = self.memory.done.as_ref();
        // The same change with another value; of a task just added, its date.
        let verb = match done {
            Some(Done::Changed { verb, .. }) => correction(verb, said, &self.lexicon),
            _ => None,
        };
        let date = Verb::Reschedule { to: String::new() };
        let verb = verb.or_else(|| match done {
            Some(Done::Changed { verb, .. }) if *verb != Verb::Complete => None,
            _ => correction(&date, said, &self.lexicon),
        });
        if let Some(verb) = verb
            && !self.memory.spoken.is_empty()
        {
            let which = match self.memory.spoken.as_slice() {
                [_] => Reference::It,
                _ => Reference::Them,
            };
            return self.change(&verb, &which).await;
        }
        // Another sentence altogether: "no, delete it".
        match understand(&Sentence::of(said), &self.lexicon) {
            Intent::Unknown | Intent::Pick(_) | Intent::Correct(_) => {}
            intent => return Box::pin(self.carry_out(intent)).await,
        }
        if let Some(Done::Changed { group, verb }) = done
            && let Some(which) = named(said, &self.lexicon)
        {
            return self.meant(*group, verb, &which).await;
        }
        Ok(super::saying::not_understood(&self.sentence))
    }

    /// The same with other tasks: what was done to the wrong ones is taken back.
    async fn meant(
        &self,
        group: task::GroupId,
        verb: &Verb,
        which: &Reference,
    ) -> Result<Answer, ToolError> {
        let tasks = match self.named(verb, which).await? {
            Named::Answer(answer) => return Ok(answer),
            Named::Tasks { tasks, .. } => tasks,
        };
        let taken_back = match self.tools.undo(Some(group)).await {
            Ok(back) => format!("{} ", words::escape(&back.summary)),
            Err(ToolError::Failed {
                code: Code::NothingToUndo,
                ..
            }) => String::new(),
            Err(error) => return Err(error),
        };
        let answer = self.change_these(verb, tasks, true).await?;
        Ok(answer.behind(&taken_back))
    }
}
