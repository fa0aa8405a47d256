//! What comes of a message: each intent is carried out with the tools and told in words.

mod activity;
mod adding;
mod asking;
mod changing;
mod correcting;
mod looking;
mod naming;
mod saying;

use chatkit::UserMessage;
use jiff::Zoned;
use jiff::civil::Date;
use task::GroupId;

use crate::answer::Answer;
use crate::memory::Memory;
use crate::retry::{self, Before};
use crate::tools::{ToolError, Tools};
use crate::understand::{Intent, Lexicon, Sentence, understand};
use crate::words;

/// One message and what is needed to answer it.
pub(crate) struct Conversation {
    pub(crate) tools: Tools,
    pub(crate) memory: Memory,
    lexicon: Lexicon,
    sentence: Sentence,
    /// The group of all that this turn changes.
    group: GroupId,
}

impl Conversation {
    /// Reads what the message is understood by.
    pub(crate) async fn begin(
        tools: Tools,
        memory: Memory,
        now: Zoned,
        group: GroupId,
        message: UserMessage,
    ) -> Result<Self, ToolError> {
        let overview = tools.overview().await?;
        let lexicon = Lexicon {
            now,
            lists: overview
                .lists
                .into_iter()
                .map(|list| (list.id.unwrap_or_default(), list.name))
                .collect(),
        };
        let sentence = Sentence::of_message(&message, &lexicon);
        Ok(Self {
            tools,
            memory,
            lexicon,
            sentence,
            group,
        })
    }

    pub(crate) async fn answer(&self) -> Result<Answer, ToolError> {
        let answered = match retry::take_back(&self.tools, self.group).await? {
            Before::Stays(answer) => return Ok(answer),
            Before::Nothing => self.reply().await,
            Before::TakenBack(said) => self.reply().await.map(|answer| answer.behind(&said)),
        };
        match answered {
            // What the tools refuse is an answer too: the person can act on it.
            Err(ToolError::Failed { message, .. }) => Ok(Answer::plain(words::escape(&message))),
            answered => answered,
        }
    }

    async fn reply(&self) -> Result<Answer, ToolError> {
        let intent = understand(&self.sentence, &self.lexicon);
        if let Some(question) = &self.memory.asked
            && let Some(answer) = self.answer_to(question, &intent).await?
        {
            return Ok(answer);
        }
        self.carry_out(intent).await
    }

    async fn carry_out(&self, intent: Intent) -> Result<Answer, ToolError> {
        match intent {
            Intent::Add(lines) => self.add(&lines).await,
            Intent::AddTo { line, list } => self.add_to(&line, &list).await,
            Intent::AddNameless => Ok(adding::nameless()),
            Intent::AsOne => self.as_one().await,
            Intent::Show(query) => self.show(&query).await,
            Intent::Count(query) => self.count(&query).await,
            Intent::Find(text) => self.find(&text).await,
            Intent::ShowThem => self.show_them().await,
            Intent::Lists => self.lists().await,
            Intent::Tags => self.tags().await,
            Intent::Next => self.next().await,
            Intent::Plan => self.plan().await,
            Intent::Activity { which, days } => self.activity(which, &days).await,
            Intent::Change(verb, which) => self.change(&verb, &which).await,
            Intent::Schedule { tasks, line, to } => self.schedule(&tasks, &line, to).await,
            Intent::MoveWhere { to } => Ok(saying::no_place(&to)),
            Intent::Correct(said) => self.correct(&said).await,
            Intent::Pick(which) | Intent::Look(which) => self.picked(&which).await,
            Intent::Undo => self.undo().await,
            Intent::Redo => Ok(Answer::plain(saying::NO_REDO)),
            Intent::Never if self.memory.asked.is_some() => Ok(Answer::plain(saying::DROPPED)),
            Intent::Help => Ok(Answer::plain(saying::ABILITIES)),
            Intent::Greet => Ok(Answer::plain(format!("Hello. {}", saying::ABILITIES))),
            Intent::Thanks => Ok(Answer::plain(saying::WELCOME)),
            Intent::ListWork => Ok(Answer::plain(saying::NO_LISTS)),
            Intent::Purge => Ok(Answer::plain(saying::NO_PURGE)),
            Intent::OnlyAsked => Ok(Answer::plain(saying::ONLY_ASKED)),
            Intent::Never => Ok(Answer::plain(saying::NOTHING_ASKED)),
            Intent::Yes | Intent::Unknown => Ok(saying::not_understood(&self.sentence)),
        }
    }

    fn today(&self) -> Date {
        self.lexicon.now.date()
    }
}
