//! What a responder can say.

use serde_json::{Map, Value};

use super::{Step, Turn};
use crate::answer::{ImageAnswer, Steps, TextAnswer, WidgetAnswer};
use crate::widget::Widget;
use crate::workflow::{Task, WorkflowStyle};
use crate::{
    ClientToolCall, Event, ItemKind, NoticeLevel, Question, StructuredInput, Thread, ThreadStatus,
    TurnOver,
};

impl Turn {
    /// Sends an event. Items that are done or replaced are stored first, those that are removed
    /// deleted; events about hidden items are stored and not sent.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn emit(&self, event: Event) -> Result<(), TurnOver> {
        self.step(Step::Event(Box::new(event))).await
    }

    /// Changes the stored thread and tells the client. Identifier and time of creation stay.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn update_thread(
        &self,
        change: impl FnOnce(&mut Thread) + Send + 'static,
    ) -> Result<(), TurnOver> {
        self.step(Step::Thread(Box::new(change))).await
    }

    /// Gives the thread a title.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn set_title(&self, title: impl Into<String>) -> Result<(), TurnOver> {
        let title = title.into();
        self.update_thread(move |thread| thread.title = Some(title))
            .await
    }

    /// Locks, closes or opens the thread.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn set_status(&self, status: ThreadStatus) -> Result<(), TurnOver> {
        self.update_thread(move |thread| thread.status = status)
            .await
    }

    /// Shows a line that says what is being done.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn progress(&self, text: impl Into<String>) -> Result<(), TurnOver> {
        self.emit(Event::ProgressUpdate {
            text: text.into(),
            icon: None,
        })
        .await
    }

    /// Shows a remark beside the conversation, in Markdown.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn notice(
        &self,
        level: NoticeLevel,
        message: impl Into<String>,
    ) -> Result<(), TurnOver> {
        self.emit(Event::Notice {
            level,
            message: message.into(),
            title: None,
        })
        .await
    }

    /// Asks the page to do something.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn effect(
        &self,
        name: impl Into<String>,
        data: Map<String, Value>,
    ) -> Result<(), TurnOver> {
        self.emit(Event::ClientEffect {
            name: name.into(),
            data,
        })
        .await
    }

    /// Stores context for later answers, which the client never sees.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn remember(&self, content: Value) -> Result<(), TurnOver> {
        self.done(ItemKind::HiddenContextItem { content }).await
    }

    /// Begins an answer whose text comes bit by bit.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn answer(&self) -> Result<TextAnswer, TurnOver> {
        TextAnswer::begin(self.clone()).await
    }

    /// Gives a whole answer at once, in Markdown.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn say(&self, text: impl Into<String>) -> Result<(), TurnOver> {
        let mut answer = self.answer().await?;
        answer.push(text).await?;
        answer.finish().await?;
        Ok(())
    }

    /// Begins to show the steps of the answer.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn steps(&self, style: WorkflowStyle) -> Result<Steps, TurnOver> {
        Steps::begin(self.clone(), style).await
    }

    /// Shows a widget that stays as it is.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn widget(&self, widget: impl Into<Widget>) -> Result<(), TurnOver> {
        let kind = ItemKind::Widget {
            widget: widget.into(),
            copy_text: None,
        };
        self.done(kind).await
    }

    /// Begins to show a widget that changes while the person sees it.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn growing_widget(
        &self,
        widget: impl Into<Widget>,
    ) -> Result<WidgetAnswer, TurnOver> {
        WidgetAnswer::begin(self.clone(), widget.into()).await
    }

    /// Begins to show an image that is being made.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn image(&self) -> Result<ImageAnswer, TurnOver> {
        ImageAnswer::begin(self.clone()).await
    }

    /// Shows a step that stands alone.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn task(&self, task: Task) -> Result<(), TurnOver> {
        self.done(ItemKind::Task { task }).await
    }

    /// Has the client run one of its tools, **and ends the turn**: nothing that is sent after it
    /// is heard. What the tool gives back begins the next turn, as [`Input::ToolOutput`](crate::Input::ToolOutput).
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn call_tool(
        &self,
        name: impl Into<String>,
        arguments: Map<String, Value>,
    ) -> Result<(), TurnOver> {
        let call = ClientToolCall::begin(name, arguments);
        self.done(ItemKind::ClientToolCall(call)).await
    }

    /// Asks the person questions in a form. What they answer begins the next turn, as
    /// [`Input::Answers`](crate::Input::Answers); this one should end now.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn ask(&self, questions: Vec<Question>) -> Result<(), TurnOver> {
        let input = StructuredInput::ask(questions);
        self.done(ItemKind::StructuredInput(input)).await
    }

    /// Marks the turn's end in the thread.
    ///
    /// # Errors
    /// [`TurnOver`].
    pub async fn end(&self) -> Result<(), TurnOver> {
        self.done(ItemKind::EndOfTurn).await
    }

    async fn done(&self, kind: ItemKind) -> Result<(), TurnOver> {
        let item = self.item(kind);
        self.emit(Event::ItemDone { item }).await
    }
}
