//! Answers to what was asked.

use task::{Picked, TaskId, pick};

use super::Conversation;
use super::saying::NO_NUMBER;
use crate::answer::{Answer, SHOWN};
use crate::memory::Question;
use crate::tools::ToolError;
use crate::understand::{Intent, Reference, correction};
use crate::verb::Verb;
use crate::words;

impl Conversation {
    /// The message as an answer to the question; none where it is something else, and the
    /// question is over.
    pub(super) async fn answer_to(
        &self,
        question: &Question,
        intent: &Intent,
    ) -> Result<Option<Answer>, ToolError> {
        Ok(match (question, intent) {
            (_, Intent::Never) => None,
            // A title may well sound like something else: "Finish the report".
            (
                Question::Title,
                Intent::Unknown
                | Intent::Change(_, Reference::Words(_))
                | Intent::Schedule { .. }
                | Intent::Find(_)
                | Intent::MoveWhere { .. },
            ) => Some(self.add(&[self.sentence.words().to_owned()]).await?),
            (Question::Line { line }, Intent::Yes) => {
                Some(self.add(std::slice::from_ref(line)).await?)
            }
            (Question::Title | Question::Line { .. }, _) => None,
            (Question::Confirm { verb, tasks }, intent) => {
                self.confirmed(intent, verb, tasks).await?
            }
            (Question::Which { verb, among, also }, intent) => {
                self.which(intent, verb, among, also).await?
            }
        })
    }

    /// The same question once more.
    fn again(&self, text: &str) -> Answer {
        Answer {
            asked: self.memory.asked.clone(),
            ..Answer::plain(text)
        }
    }

    async fn confirmed(
        &self,
        intent: &Intent,
        verb: &Verb,
        tasks: &[TaskId],
    ) -> Result<Option<Answer>, ToolError> {
        Ok(match intent {
            Intent::Yes => Some(self.do_to(verb, tasks).await?),
            // "Yes, all of them."
            Intent::Pick(Reference::Them) => Some(self.do_to(verb, tasks).await?),
            Intent::Pick(Reference::Both) if tasks.len() == 2 => {
                Some(self.do_to(verb, tasks).await?)
            }
            // Some of those on the screen: that is another question.
            Intent::Pick(which) => {
                let some = self.numbered(which);
                match some.as_deref() {
                    Some(some) if some.iter().all(|id| tasks.contains(id)) => {
                        let tasks = self.tools.get(some).await?;
                        Some(self.change_these(verb, tasks, true).await?)
                    }
                    _ => Some(self.again("Say yes or no.")),
                }
            }
            Intent::Correct(said) => match correction(verb, said, &self.lexicon) {
                Some(verb) => {
                    let tasks = self.tools.get(tasks).await?;
                    Some(self.change_these(&verb, tasks, false).await?)
                }
                None => None,
            },
            _ => None,
        })
    }

    async fn which(
        &self,
        intent: &Intent,
        verb: &Verb,
        among: &[TaskId],
        also: &[TaskId],
    ) -> Result<Option<Answer>, ToolError> {
        match (intent, among) {
            (Intent::Yes | Intent::Pick(Reference::It), [only]) => {
                self.decided(verb, &[*only], also).await.map(Some)
            }
            // The question had no numbers.
            (Intent::Pick(Reference::Numbers(_) | Reference::Last(_)), [_]) => Ok(Some(
                self.again("Say yes if that is the task, or its name, or no."),
            )),
            (Intent::Yes | Intent::Pick(Reference::It), _) => {
                Ok(Some(self.again("Which one? Say its number.")))
            }
            (Intent::Pick(Reference::Them), _) => self.decided(verb, among, also).await.map(Some),
            (Intent::Pick(Reference::Both), [_, _]) => {
                self.decided(verb, among, also).await.map(Some)
            }
            (Intent::Pick(Reference::Tasks(ids)), _) => {
                self.decided(verb, ids, also).await.map(Some)
            }
            (Intent::Pick(which), _) => Ok(Some(match self.numbered(which) {
                Some(ids) => self.decided(verb, &ids, also).await?,
                None => self.again("There is no task with that number. Which one?"),
            })),
            (Intent::Correct(said), _) => {
                self.by_name(&Intent::Unknown, said, verb, among, also)
                    .await
            }
            _ => {
                let name = self.sentence.words().to_owned();
                self.by_name(intent, &name, verb, among, also).await
            }
        }
    }

    /// What was asked about is decided. What destroys was named now, and by the question: one that
    /// is chosen from a list by the person needs no second question.
    async fn decided(
        &self,
        verb: &Verb,
        chosen: &[TaskId],
        also: &[TaskId],
    ) -> Result<Answer, ToolError> {
        let ids: Vec<TaskId> = also.iter().chain(chosen).copied().collect();
        let tasks = self.tools.get(&ids).await?;
        match tasks.as_slice() {
            [] => Ok(Answer::plain("That task is gone, so nothing was changed.")),
            [_] => self.do_it(verb, &tasks).await,
            _ => self.change_these(verb, tasks, true).await,
        }
    }

    /// One of those that were asked about, by its name. A whole title is one even if it sounds
    /// like something else; a few words only where they mean nothing else.
    async fn by_name(
        &self,
        intent: &Intent,
        name: &str,
        verb: &Verb,
        among: &[TaskId],
        also: &[TaskId],
    ) -> Result<Option<Answer>, ToolError> {
        let mut found = self.tools.get(among).await?;
        if !matches!(intent, Intent::Unknown | Intent::Pick(_)) {
            let folded = task::text::fold(name);
            found.retain(|task| task::text::fold(&task.title) == folded);
        }
        Ok(match pick(name, found, |task| &task.title) {
            Picked::None => None,
            Picked::One(task) => Some(self.decided(verb, &[task.id], also).await?),
            Picked::Several(several) => {
                let also = self.tools.get(also).await?;
                Some(self.ask(verb, &several, &also))
            }
        })
    }

    /// The tasks with these numbers of the list that was printed last.
    fn numbered(&self, which: &Reference) -> Option<Vec<TaskId>> {
        let shown = &self.memory.shown;
        match which {
            Reference::Numbers(numbers) => numbers
                .iter()
                .map(|number| shown.get(number.checked_sub(1)?).copied())
                .collect(),
            Reference::Last(count) => {
                let start = shown.len().checked_sub(*count)?;
                shown.get(start..).map(<[TaskId]>::to_vec)
            }
            Reference::Tasks(ids) => Some(ids.clone()),
            _ => None,
        }
    }

    /// Tasks are named, and nothing is said of what to do with them: what they are is told.
    pub(super) async fn picked(&self, which: &Reference) -> Result<Answer, ToolError> {
        let ids = self.numbered(which).or_else(|| match which {
            Reference::It if self.memory.spoken.len() == 1 => Some(self.memory.spoken.clone()),
            Reference::Them | Reference::Both => Some(self.memory.spoken.clone()),
            _ => None,
        });
        let mut tasks = self.tools.get(&ids.unwrap_or_default()).await?;
        tasks.truncate(SHOWN);
        match tasks.as_slice() {
            [] => Ok(Answer::plain(NO_NUMBER)),
            [task] => {
                let facts = words::facts(task, self.today());
                Ok(Answer::default()
                    .name(task)
                    .say(&format!(
                        "{facts}. What should I do with it? Say, for example, “complete it” or “move it to friday”."
                    ))
                    .about(&tasks))
            }
            _ => {
                let counted = words::count(tasks.len(), "");
                let text = format!(
                    "{counted}. What should I do with them? Say, for example, “complete them”.\n"
                );
                Ok(Answer::plain(text).list(&tasks, self.today(), 1))
            }
        }
    }
}
