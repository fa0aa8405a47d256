//! The offline interpreter.

use std::sync::Arc;

use async_trait::async_trait;
use chatkit::workflow::{StatusIndicator, Task as Step, WorkflowStyle, WorkflowSummary};
use chatkit::{RespondError, Responder, Turn};
use jiff::Zoned;
use jiff::civil::Date;
use mcp::ToolTask;
use serde::Deserialize;
use serde_json::{Value, json};
use task::{Code, Picked, TaskId, pick};

use crate::memory::{Memory, Pending};
use crate::phrases::{Filter, Intent, Reference, understand};
use crate::tools::{Servers, ToolError, Tools};
use crate::words;

/// How many tasks an answer shows.
const SHOWN: usize = 20;

/// What it can do, for "help" and for what it didn't understand.
const ABILITIES: &str = "I can add, show, complete, move, rename and delete tasks. Try:\n\n\
    - Add a task to buy groceries tomorrow\n\
    - What's due today?\n\
    - Mark buy groceries as done\n\
    - Move the dentist to friday\n\
    - Delete the dentist task\n\
    - Undo";

/// The assistant without a model: it understands what the app can do. One is enough for all
/// threads.
pub struct Offline {
    servers: Servers,
    now: Arc<dyn Fn() -> Zoned + Send + Sync>,
}

impl Offline {
    /// An interpreter over the task tools. `now` tells the person's time, for "today" and
    /// "tomorrow" in answers.
    pub fn new(servers: Servers, now: Arc<dyn Fn() -> Zoned + Send + Sync>) -> Self {
        Self { servers, now }
    }
}

#[derive(Deserialize)]
struct OneTask {
    task: ToolTask,
}

#[derive(Deserialize)]
struct ManyTasks {
    tasks: Vec<ToolTask>,
    #[serde(default)]
    next_cursor: Option<String>,
}

#[derive(Deserialize)]
struct TakenBack {
    summary: String,
}

/// What comes of a message: a step to show, the answer, and what to remember.
struct Answer {
    step: Option<String>,
    text: String,
    memory: Memory,
}

impl Answer {
    fn plain(text: impl Into<String>) -> Self {
        Self {
            step: None,
            text: text.into(),
            memory: Memory::default(),
        }
    }
}

#[async_trait]
impl Responder for Offline {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let message = turn
            .user_message()
            .map(|message| message.text())
            .unwrap_or_default();
        if turn.thread().title.is_none() {
            turn.set_title(task::text::excerpt(message.trim(), 48))
                .await?;
        }
        let memory = Memory::recall(&turn).await;
        let tools = Tools::connect(&self.servers)
            .await
            .map_err(RespondError::failed)?;
        let conversation = Conversation {
            tools,
            today: (self.now)().date(),
            memory,
        };
        let answer = match conversation.answer(understand(&message)).await {
            Ok(answer) => answer,
            // What the tools refuse is an answer too: the person can act on it.
            Err(ToolError::Failed { message, .. }) => Answer::plain(words::escape(&message)),
            Err(broken) => return Err(RespondError::failed(broken)),
        };
        if let Some(step) = answer.step {
            let mut steps = turn.steps(WorkflowStyle::Custom).await?;
            steps
                .add(Step::custom(step.clone(), StatusIndicator::Complete))
                .await?;
            steps
                .finish(Some(WorkflowSummary::Custom {
                    title: step,
                    icon: None,
                }))
                .await?;
        }
        turn.say(answer.text).await?;
        let memory = serde_json::to_value(&answer.memory).map_err(RespondError::failed)?;
        turn.remember(memory).await?;
        turn.end().await?;
        Ok(())
    }
}

/// One message and what is needed to answer it.
struct Conversation {
    tools: Tools,
    today: Date,
    memory: Memory,
}

impl Conversation {
    async fn answer(&self, intent: Intent) -> Result<Answer, ToolError> {
        match intent {
            Intent::Add(line) => self.add(&line).await,
            Intent::Show(filter) => self.show(&filter).await,
            Intent::Change(pending, reference) => self.change(&pending, &reference).await,
            Intent::Pick(reference) => match &self.memory.pending {
                Some(pending) => self.change(pending, &reference).await,
                None => Ok(Answer::plain(
                    "What should I do with it? Say, for example, “complete 2” or “delete 2”.",
                )),
            },
            Intent::Undo => self.undo().await,
            Intent::Never if self.memory.pending.is_some() => {
                Ok(Answer::plain("All right, nothing was changed."))
            }
            Intent::Help => Ok(Answer::plain(ABILITIES)),
            Intent::Greeting => Ok(Answer::plain(format!("Hello. {ABILITIES}"))),
            Intent::Never | Intent::Unknown => Ok(Answer::plain(format!(
                "I don't understand that: there is no language model here, only what this app itself can do. {ABILITIES}"
            ))),
        }
    }

    async fn add(&self, line: &str) -> Result<Answer, ToolError> {
        let OneTask { task } = self.tools.call("add_task", json!({ "text": line })).await?;
        let when = task
            .due
            .as_ref()
            .map(|due| format!(", due {}", words::due(due, self.today)));
        Ok(Answer {
            step: Some("Added 1 task".into()),
            text: format!(
                "Added {}{}.",
                words::quoted(&task),
                when.unwrap_or_default()
            ),
            memory: Memory {
                shown: vec![task.id],
                pending: None,
            },
        })
    }

    async fn show(&self, filter: &Filter) -> Result<Answer, ToolError> {
        let (arguments, adjective, place) = match filter {
            Filter::Open => (json!({}), "open", String::new()),
            Filter::Today => (
                json!({ "view": "today" }),
                "open",
                " due today or before".into(),
            ),
            Filter::Overdue => (json!({ "view": "today" }), "overdue", String::new()),
            Filter::Tomorrow => (
                json!({ "view": "upcoming" }),
                "open",
                " due tomorrow".into(),
            ),
            Filter::Upcoming => (json!({ "view": "upcoming" }), "upcoming", String::new()),
            Filter::Inbox => (json!({ "view": "inbox" }), "open", " in the Inbox".into()),
            Filter::Completed => (json!({ "view": "completed" }), "completed", String::new()),
            Filter::Trash => (json!({ "view": "trash" }), "deleted", String::new()),
            Filter::List(name) => (
                json!({ "list": name }),
                "open",
                format!(" in {}", words::escape(name)),
            ),
            Filter::Tag(name) => (
                json!({ "tag": name }),
                "open",
                format!(" with @{}", words::escape(name)),
            ),
            Filter::Words(text) => (
                json!({ "query": text }),
                "",
                format!(" with “{}”", words::escape(text)),
            ),
        };
        let (mut tasks, more) = self.list(arguments).await?;
        match filter {
            Filter::Overdue => tasks.retain(|task| self.is_due(task, |day, today| day < today)),
            Filter::Tomorrow => tasks.retain(|task| {
                self.is_due(task, |day, today| {
                    today.tomorrow().is_ok_and(|next| day == next)
                })
            }),
            _ => {}
        }
        let counted = words::count(tasks.len(), adjective);
        let step = Some(format!(
            "Read {counted}{}",
            if more { " and more" } else { "" }
        ));
        if tasks.is_empty() {
            let adjective = if adjective.is_empty() {
                ""
            } else {
                &format!("{adjective} ")
            };
            return Ok(Answer {
                step,
                text: format!("You have no {adjective}tasks{place}."),
                memory: Memory::default(),
            });
        }
        let at_least = if more { "at least " } else { "" };
        let mut text = format!("You have {at_least}{counted}{place}:\n\n");
        text.push_str(&self.numbered(&tasks));
        if tasks.len() > SHOWN {
            text.push_str(&format!(
                "\n\nThe list beside this chat shows the other {}.",
                tasks.len() - SHOWN
            ));
        }
        Ok(Answer {
            step,
            text,
            memory: Memory {
                shown: shown(&tasks),
                pending: None,
            },
        })
    }

    fn is_due(&self, task: &ToolTask, when: impl Fn(Date, Date) -> bool) -> bool {
        task.due
            .as_ref()
            .is_some_and(|due| when(due.day(), self.today))
    }

    /// The first lines of a list, with numbers to name them by.
    fn numbered(&self, tasks: &[ToolTask]) -> String {
        let lines: Vec<String> = tasks
            .iter()
            .take(SHOWN)
            .enumerate()
            .map(|(index, task)| format!("{}. {}", index + 1, words::line(task, self.today)))
            .collect();
        lines.join("\n")
    }

    async fn list(&self, mut arguments: Value) -> Result<(Vec<ToolTask>, bool), ToolError> {
        if let Some(map) = arguments.as_object_mut() {
            map.insert("limit".into(), 200.into());
        }
        let page: ManyTasks = self.tools.call("list_tasks", arguments).await?;
        Ok((page.tasks, page.next_cursor.is_some()))
    }

    async fn change(&self, pending: &Pending, which: &Reference) -> Result<Answer, ToolError> {
        let id = match which {
            Reference::Number(number) => self.numbered_task(*number).await?,
            Reference::Last => self.memory.shown.last().copied(),
            Reference::Words(text) => {
                let mut found = self.list(json!({ "query": text })).await?.0;
                let reopen = *pending == Pending::Reopen;
                found.retain(|task| {
                    *pending == Pending::Delete || task.completed_at.is_some() == reopen
                });
                match pick(text, found, |task| &task.title) {
                    Picked::One(task) => Some(task.id),
                    Picked::None => return Ok(not_found(text, reopen)),
                    Picked::Several(several) => return Ok(self.ask(pending, &several)),
                }
            }
        };
        match id {
            Some(id) => self.carry_out(pending, id).await,
            None => Ok(Answer::plain(
                "I don't know which task has that number. Say “show me my tasks”, and the numbers are there.",
            )),
        }
    }

    /// The n-th task of those shown last; where none were, of all open ones.
    async fn numbered_task(&self, number: usize) -> Result<Option<TaskId>, ToolError> {
        let shown = if self.memory.shown.is_empty() {
            shown(&self.list(json!({})).await?.0)
        } else {
            self.memory.shown.clone()
        };
        Ok(number
            .checked_sub(1)
            .and_then(|index| shown.get(index))
            .copied())
    }

    fn ask(&self, pending: &Pending, several: &[ToolTask]) -> Answer {
        let verb = match pending {
            Pending::Complete => "complete",
            Pending::Reopen => "open again",
            Pending::Delete => "delete",
            Pending::Reschedule { .. } => "move",
            Pending::Rename { .. } => "rename",
        };
        Answer {
            step: Some(format!("Found {}", words::count(several.len(), ""))),
            text: format!(
                "{} fit. Which one shall I {verb}? Say its number.\n\n{}",
                several.len(),
                self.numbered(several)
            ),
            memory: Memory {
                shown: shown(several),
                pending: Some(pending.clone()),
            },
        }
    }

    async fn carry_out(&self, pending: &Pending, id: TaskId) -> Result<Answer, ToolError> {
        let (tool, arguments) = match pending {
            Pending::Complete => ("complete_task", json!({ "id": id })),
            Pending::Reopen => ("complete_task", json!({ "id": id, "completed": false })),
            Pending::Delete => ("delete_task", json!({ "id": id })),
            Pending::Reschedule { to } => ("update_task", json!({ "id": id, "due": to })),
            Pending::Rename { to } => ("update_task", json!({ "id": id, "title": to })),
        };
        let OneTask { task } = self.tools.call(tool, arguments).await?;
        let name = words::quoted(&task);
        let (step, text) = match pending {
            Pending::Complete => ("Completed 1 task", format!("Done: {name} is completed.")),
            Pending::Reopen => ("Opened 1 task again", format!("{name} is open again.")),
            Pending::Delete => (
                "Moved 1 task to the trash",
                format!("{name} is in the trash. Say “undo” to have it back."),
            ),
            Pending::Reschedule { .. } => {
                let when = task.due.as_ref().map(|due| words::due(due, self.today));
                (
                    "Rescheduled 1 task",
                    format!("{name} is due {} now.", when.unwrap_or_default()),
                )
            }
            Pending::Rename { .. } => ("Renamed 1 task", format!("It is called {name} now.")),
        };
        // The numbers that are on the screen stay true for the next message.
        let shown = if self.memory.shown.contains(&id) {
            self.memory.shown.clone()
        } else {
            vec![id]
        };
        Ok(Answer {
            step: Some(step.into()),
            text,
            memory: Memory {
                shown,
                pending: None,
            },
        })
    }

    async fn undo(&self) -> Result<Answer, ToolError> {
        match self.tools.call::<TakenBack>("undo", json!({})).await {
            Ok(TakenBack { summary }) => Ok(Answer {
                step: Some("Took back 1 change".into()),
                text: words::escape(&summary),
                memory: Memory {
                    pending: None,
                    ..self.memory.clone()
                },
            }),
            Err(ToolError::Failed {
                code: Code::NothingToUndo,
                ..
            }) => Ok(Answer::plain(
                "I have changed nothing that I could take back. What you changed yourself, Ctrl Z in the list takes back.",
            )),
            Err(error) => Err(error),
        }
    }
}

fn shown(tasks: &[ToolTask]) -> Vec<TaskId> {
    tasks.iter().take(SHOWN).map(|task| task.id).collect()
}

fn not_found(text: &str, reopen: bool) -> Answer {
    let kind = if reopen { "completed" } else { "open" };
    Answer::plain(format!(
        "I found no {kind} task with “{}”. Say “show me my tasks” to see them all.",
        words::escape(&task::text::excerpt(text, 80))
    ))
}
