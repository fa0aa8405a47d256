//! Adding tasks.

use mcp::ToolTask;
use serde_json::{Value, json};
use task::{Code, quick_add};

use super::Conversation;
use crate::answer::Answer;
use crate::memory::{Done, Question};
use crate::tools::ToolError;
use crate::understand::things;
use crate::words;

/// Asks for the title.
pub(super) fn nameless() -> Answer {
    Answer::plain("What is it called?").asking(Question::Title)
}

impl Conversation {
    /// Adds a task for each line, or, of one line such as "milk, eggs and bread", one for each
    /// thing in it.
    pub(super) async fn add(&self, lines: &[String]) -> Result<Answer, ToolError> {
        let [line] = lines else {
            let arguments = lines.iter().map(|line| json!({ "text": line })).collect();
            return self.add_all(arguments).await;
        };
        let read = quick_add::read(line, &[], &self.lexicon.now);
        let Some(things) = things(&read.title) else {
            return self.add_one(json!({ "text": line })).await;
        };
        // What the line says beside its title is meant for all of them.
        let fields = json!({
            "notes": read.notes,
            "list": read.list,
            "due": read.due,
            "deadline": read.deadline,
            "duration": read.duration,
            "recurrence": read.recurrence.map(|recurrence| recurrence.to_string()),
            "priority": read.priority,
            "tags": read.tags,
        });
        let arguments = things.iter().map(|thing| titled(thing, &fields)).collect();
        let mut answer = self.add_all(arguments).await?;
        answer.done = Some(Done::Added {
            group: self.group,
            line: line.clone(),
        });
        Ok(answer.say("\n\nSay “one task” if it was meant as one."))
    }

    /// Adds a line to a list, which it makes where there is none.
    pub(super) async fn add_to(&self, line: &str, list: &str) -> Result<Answer, ToolError> {
        let name = list.replace('"', "");
        self.add(&[format!("{line} #\"{name}\"")]).await
    }

    async fn add_one(&self, arguments: Value) -> Result<Answer, ToolError> {
        let task = self.tools.add(arguments).await?;
        let facts = words::facts(&task, self.today());
        let tasks = [task];
        let [task] = &tasks;
        Ok(Answer::plain("Added ")
            .name(task)
            .say(&format!("{facts}."))
            .about(&tasks))
    }

    async fn add_all(&self, arguments: Vec<Value>) -> Result<Answer, ToolError> {
        let mut tasks: Vec<ToolTask> = Vec::new();
        for arguments in arguments {
            match self.tools.add(arguments).await {
                Ok(task) => tasks.push(task),
                Err(ToolError::Failed { message, .. }) if !tasks.is_empty() => {
                    let text = format!("The next one failed: {}", words::escape(&message));
                    let counted = words::count(tasks.len(), "");
                    return Ok(Answer::plain(format!("Added {counted}:\n"))
                        .list(&tasks, self.today(), 1)
                        .say(&format!("\n\n{text}")));
                }
                Err(error) => return Err(error),
            }
        }
        let counted = words::count(tasks.len(), "");
        Ok(Answer::plain(format!("Added {counted}:\n")).list(&tasks, self.today(), 1))
    }

    /// What was added as several tasks was meant as one.
    pub(super) async fn as_one(&self) -> Result<Answer, ToolError> {
        let Some(Done::Added { group, line }) = &self.memory.done else {
            return Ok(super::saying::not_understood(&self.sentence));
        };
        match self.tools.undo(Some(*group)).await {
            Ok(_) => {}
            // Taken back already; what is left to do is the same.
            Err(ToolError::Failed {
                code: Code::NothingToUndo,
                ..
            }) => {}
            Err(error) => return Err(error),
        }
        self.add_one(json!({ "text": line })).await
    }
}

/// The arguments of `add_task` for a title with these fields; those without a value left out.
fn titled(title: &str, fields: &Value) -> Value {
    let mut arguments = fields.clone();
    if let Some(map) = arguments.as_object_mut() {
        map.retain(|_, value| !value.is_null());
        map.insert("title".to_owned(), Value::from(title));
    }
    arguments
}
