//! What comes of a message: the tools that are called for it, and the words that tell of them.

use jiff::civil::Date;
use mcp::ToolTask;
use serde::Deserialize;
use serde_json::{Value, json};
use task::{Code, Picked, TaskId, pick};

use crate::memory::{Memory, Question, Verb};
use crate::phrases::{Filter, Intent, understand};
use crate::reference::Reference;
use crate::tools::{ToolError, Tools};
use crate::words;

/// How many tasks an answer shows.
const SHOWN: usize = 20;
/// How many tasks are read at the most.
const READ: usize = 200;

/// What it can do, for "help" and for what it didn't understand.
const ABILITIES: &str = "I can add, show, complete, move, rename and delete tasks. Try:\n\n\
    - Add a task to buy groceries tomorrow\n\
    - What's due today?\n\
    - Mark buy groceries as done\n\
    - Move the dentist to friday\n\
    - Delete the dentist task\n\
    - Undo";

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
    tasks: Vec<ToolTask>,
}

/// What comes of a message: a step to show, the answer, and what is new to remember.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) step: Option<String>,
    pub(crate) text: String,
    /// The tasks of the numbered list that the answer prints.
    pub(crate) shown: Option<Vec<TaskId>>,
    /// The task that it added or changed.
    pub(crate) it: Option<TaskId>,
    /// What it asks.
    pub(crate) asked: Option<Question>,
}

impl Answer {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// One message and what is needed to answer it.
pub(crate) struct Conversation {
    pub(crate) tools: Tools,
    pub(crate) today: Date,
    pub(crate) memory: Memory,
}

impl Conversation {
    pub(crate) async fn answer(&self, message: &str) -> Result<Answer, ToolError> {
        let intent = understand(message);
        match &self.memory.asked {
            Some(Question::Title) => match intent {
                // A title may well sound like something else: "Finish the report".
                Intent::Unknown | Intent::Change(_, Reference::Words(_)) => {
                    return self.add(message.trim()).await;
                }
                _ => {}
            },
            Some(Question::Which { verb, among }) => {
                if let Some(answer) = self.reply(&intent, message, verb, among).await? {
                    return Ok(answer);
                }
            }
            None => {}
        }
        match intent {
            Intent::Add(line) => self.add(&line).await,
            Intent::AddNameless => Ok(Answer {
                text: "What is it called?".into(),
                asked: Some(Question::Title),
                ..Answer::default()
            }),
            Intent::Show(filter) => self.show(&filter).await,
            Intent::Change(verb, which) => self.change(&verb, &which).await,
            Intent::Pick(_) => Ok(Answer::plain(
                "What should I do with it? Say, for example, “complete 2” or “delete 2”.",
            )),
            Intent::Undo => self.undo().await,
            Intent::Never if self.memory.asked.is_some() => {
                Ok(Answer::plain("All right, nothing was changed."))
            }
            Intent::Help => Ok(Answer::plain(ABILITIES)),
            Intent::Greeting => Ok(Answer::plain(format!("Hello. {ABILITIES}"))),
            Intent::Many => Ok(Answer::plain(
                "I can't make, empty or delete lists, nor change many tasks at once, so nothing was changed. I can show a list, and complete, move, rename or delete one task: say, for example, “delete 2” or “delete the dentist task”. A name that sounds like many goes in quotes: complete “All hands”.",
            )),
            Intent::OnlyAsked => Ok(Answer::plain(
                "That is a question, so I changed nothing. Say it without the question mark, such as “delete the dentist task”, and I do it.",
            )),
            Intent::Yes | Intent::Never | Intent::Unknown => Ok(Answer::plain(format!(
                "I don't understand that: there is no language model here, only what this app itself can do. {ABILITIES}"
            ))),
        }
    }

    /// The message as an answer to "which one?"; none where it is something else.
    async fn reply(
        &self,
        intent: &Intent,
        message: &str,
        verb: &Verb,
        among: &[TaskId],
    ) -> Result<Option<Answer>, ToolError> {
        let again = |text: &str| Answer {
            text: text.into(),
            asked: self.memory.asked.clone(),
            ..Answer::default()
        };
        match (intent, among) {
            (Intent::Yes | Intent::Pick(Reference::It), [only]) => {
                self.carry_out(verb, *only).await.map(Some)
            }
            // The question had no numbers.
            (Intent::Pick(_), [_]) => Ok(Some(again(
                "Say yes if that is the task, or its name, or no.",
            ))),
            (Intent::Yes | Intent::Pick(Reference::It), _) => {
                Ok(Some(again("Which one? Say its number.")))
            }
            (Intent::Pick(which), _) => Ok(Some(match self.numbered_task(which) {
                Some(id) => self.carry_out(verb, id).await?,
                None => again("There is no task with that number. Which one?"),
            })),
            (Intent::Never, _) => Ok(None),
            _ => self.reply_by_name(intent, message, verb, among).await,
        }
    }

    /// One of those that were asked about, by its name. A whole title is one even if it sounds
    /// like something else; a few words only where they mean nothing else.
    async fn reply_by_name(
        &self,
        intent: &Intent,
        message: &str,
        verb: &Verb,
        among: &[TaskId],
    ) -> Result<Option<Answer>, ToolError> {
        let name = message.trim();
        let (mut found, _) = self.list(json!({ "query": name })).await?;
        found.retain(|task| among.contains(&task.id));
        if *intent != Intent::Unknown {
            let folded = task::text::fold(name);
            found.retain(|task| task::text::fold(&task.title) == folded);
        }
        Ok(match pick(name, found, |task| &task.title) {
            Picked::None => None,
            Picked::One(task) => Some(self.carry_out(verb, task.id).await?),
            Picked::Several(several) => Some(self.ask(verb, &several)),
        })
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
            it: Some(task.id),
            ..Answer::default()
        })
    }

    async fn show(&self, filter: &Filter) -> Result<Answer, ToolError> {
        let (arguments, adjective, place) = asked_of_the_tool(filter);
        let (mut tasks, mut more) = self.list(arguments).await?;
        let read = tasks.len();
        match filter {
            Filter::Overdue => tasks.retain(|task| self.is_due(task, |day, today| day < today)),
            Filter::Tomorrow => tasks.retain(|task| {
                self.is_due(task, |day, today| {
                    today.tomorrow().is_ok_and(|next| day == next)
                })
            }),
            _ => {}
        }
        // They come by date: where some are too late, all that are meant were read.
        more &= tasks.len() == read;
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
                ..Answer::default()
            });
        }
        let at_least = if more { "at least " } else { "" };
        Ok(Answer {
            step,
            text: format!(
                "You have {at_least}{counted}{place}:\n\n{}",
                self.numbered(&tasks)
            ),
            shown: Some(shown(&tasks)),
            ..Answer::default()
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
        let mut text = lines.join("\n");
        if tasks.len() > SHOWN {
            text.push_str(&format!("\n\nThese are the first {SHOWN} of them."));
        }
        text
    }

    /// Tasks, and whether there may be more of them.
    async fn list(&self, mut arguments: Value) -> Result<(Vec<ToolTask>, bool), ToolError> {
        if let Some(map) = arguments.as_object_mut() {
            map.insert("limit".into(), READ.into());
        }
        let search = arguments.get("query").is_some();
        let page: ManyTasks = self.tools.call("list_tasks", arguments).await?;
        // A search has one page and no cursor.
        let more = page.next_cursor.is_some() || (search && page.tasks.len() >= READ);
        Ok((page.tasks, more))
    }

    async fn change(&self, verb: &Verb, which: &Reference) -> Result<Answer, ToolError> {
        let id = match which {
            Reference::Words(text) => {
                let (mut found, _) = self.list(json!({ "query": text })).await?;
                let reopen = *verb == Verb::Reopen;
                found.retain(|task| *verb == Verb::Delete || task.completed_at.is_some() == reopen);
                match pick(text, found, |task| &task.title) {
                    Picked::One(task) => Some(task.id),
                    Picked::None => return Ok(not_found(text, reopen)),
                    Picked::Several(several) => return Ok(self.ask(verb, &several)),
                }
            }
            Reference::It => match self.memory.it {
                Some(id) => Some(id),
                None => return self.ask_from_all(verb).await,
            },
            // A number counts only in a list that the person saw.
            _ if self.memory.shown.is_empty() => return self.ask_from_all(verb).await,
            which => self.numbered_task(which),
        };
        match id {
            Some(id) => self.carry_out(verb, id).await,
            None => Ok(Answer::plain(NO_NUMBER)),
        }
    }

    /// The task with a number of the list that was printed last.
    fn numbered_task(&self, which: &Reference) -> Option<TaskId> {
        let shown = &self.memory.shown;
        match which {
            Reference::Number(number) => number
                .checked_sub(1)
                .and_then(|index| shown.get(index))
                .copied(),
            Reference::Last => shown.last().copied(),
            _ => None,
        }
    }

    /// Asks which of all tasks is meant, where nothing tells.
    async fn ask_from_all(&self, verb: &Verb) -> Result<Answer, ToolError> {
        let view = match verb {
            Verb::Reopen => "completed",
            _ => "open",
        };
        let (tasks, more) = self.list(json!({ "view": view })).await?;
        match tasks.as_slice() {
            [] => return Ok(Answer::plain(NO_NUMBER)),
            [_] => return Ok(self.ask(verb, &tasks)),
            _ => {}
        }
        let counted = words::count(tasks.len(), view);
        Ok(Answer {
            step: Some(format!(
                "Read {counted}{}",
                if more { " and more" } else { "" }
            )),
            text: format!(
                "Which one shall I {}? Say its number, or no.\n\n{}",
                named(verb),
                self.numbered(&tasks)
            ),
            asked: which_of(verb, &tasks),
            shown: Some(shown(&tasks)),
            it: None,
        })
    }

    fn ask(&self, verb: &Verb, several: &[ToolTask]) -> Answer {
        Answer {
            step: Some(format!("Found {}", words::count(several.len(), ""))),
            text: words::which(named(verb), several, &self.numbered(several)),
            asked: which_of(verb, several),
            shown: (several.len() > 1).then(|| shown(several)),
            it: None,
        }
    }

    async fn carry_out(&self, verb: &Verb, id: TaskId) -> Result<Answer, ToolError> {
        let (tool, arguments) = match verb {
            Verb::Complete => ("complete_task", json!({ "id": id })),
            Verb::Reopen => ("complete_task", json!({ "id": id, "completed": false })),
            Verb::Delete => ("delete_task", json!({ "id": id })),
            Verb::Reschedule { to } => ("update_task", json!({ "id": id, "due": to })),
            Verb::Unschedule => ("update_task", json!({ "id": id, "due": null })),
            Verb::Rename { to } => ("update_task", json!({ "id": id, "title": to })),
        };
        let OneTask { task } = self.tools.call(tool, arguments).await?;
        let name = words::quoted(&task);
        let (step, text) = match verb {
            Verb::Complete => ("Completed 1 task", format!("Done: {name} is completed.")),
            Verb::Reopen => ("Opened 1 task again", format!("{name} is open again.")),
            Verb::Delete => (
                "Moved 1 task to the trash",
                format!("{name} is in the trash. Say “undo” to have it back."),
            ),
            Verb::Reschedule { .. } => {
                let when = task.due.as_ref().map(|due| words::due(due, self.today));
                (
                    "Rescheduled 1 task",
                    format!("{name} is due {} now.", when.unwrap_or_default()),
                )
            }
            Verb::Unschedule => ("Changed 1 task", format!("{name} has no due date now.")),
            Verb::Rename { .. } => ("Renamed 1 task", format!("It is called {name} now.")),
        };
        Ok(Answer {
            step: Some(step.into()),
            text,
            it: Some(id),
            ..Answer::default()
        })
    }

    async fn undo(&self) -> Result<Answer, ToolError> {
        match self.tools.call::<TakenBack>("undo", json!({})).await {
            Ok(TakenBack { summary, tasks }) => Ok(Answer {
                // What changed meanwhile stays: then there may be nothing to take back.
                step: (!tasks.is_empty()).then(|| "Took back 1 change".into()),
                text: words::escape(&summary),
                ..Answer::default()
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

const NO_NUMBER: &str =
    "I don't know which task that is. Say “show me my tasks”, and the numbers are there.";

/// The arguments of `list_tasks` for a filter, and the words before and after "tasks".
fn asked_of_the_tool(filter: &Filter) -> (Value, &'static str, String) {
    let view = |name: &str| json!({ "view": name });
    match filter {
        Filter::Open => (view("open"), "open", String::new()),
        Filter::Today => (view("today"), "open", " due today or before".into()),
        Filter::Overdue => (view("today"), "overdue", String::new()),
        Filter::Tomorrow => (view("upcoming"), "open", " due tomorrow".into()),
        Filter::Upcoming => (view("upcoming"), "upcoming", String::new()),
        Filter::Inbox => (view("inbox"), "open", " in the Inbox".into()),
        Filter::Completed => (view("completed"), "completed", String::new()),
        Filter::Trash => (view("trash"), "deleted", String::new()),
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
    }
}

/// A verb, as in "which one shall I …?".
fn named(verb: &Verb) -> &'static str {
    match verb {
        Verb::Complete => "complete",
        Verb::Reopen => "open again",
        Verb::Delete => "delete",
        Verb::Reschedule { .. } => "move",
        Verb::Unschedule => "leave without a due date",
        Verb::Rename { .. } => "rename",
    }
}

fn which_of(verb: &Verb, tasks: &[ToolTask]) -> Option<Question> {
    Some(Question::Which {
        verb: verb.clone(),
        among: shown(tasks),
    })
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
