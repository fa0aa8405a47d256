//! The arguments of the tools. Their documentation is what the model reads.

use rmcp::model::JsonObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use task::{Error, Priority};

/// Arguments of `add_task`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddTask {
    /// What is to be done, one line, such as `Buy groceries`. Dates in it are not read: put them into `due`.
    #[serde(default)]
    pub(crate) title: Option<String>,
    /// In place of `title` and all else: one line as the person would type it, such as `Pay rent every month on the 1st 9am #Home @money p1 for 20min {31 Jan} // from savings`: dates, times and recurrence in words, `#list`, `@tag`, `p1` to `p4`, `for` a duration, `{deadline}`, `// notes`. Words in quotes stay in the title.
    #[serde(default)]
    pub(crate) text: Option<String>,
    /// More words, Markdown.
    #[serde(default)]
    pub(crate) notes: Option<String>,
    /// The name of the list. A name that no list has makes a new list. Leave it out for the Inbox.
    #[serde(default)]
    pub(crate) list: Option<String>,
    /// When it is due: `2026-11-22`, `2026-11-22T09:00`, `2026-11-22T09:00[Europe/Berlin]`, or words such as `tomorrow`, `friday 9am`, `in 3 days`.
    #[serde(default)]
    pub(crate) due: Option<String>,
    /// When it is meant to be begun: a day as in `due`, or `someday`.
    #[serde(default)]
    pub(crate) start: Option<String>,
    /// The last day on which it makes sense, as in `due`.
    #[serde(default)]
    pub(crate) deadline: Option<String>,
    /// How long it takes, in minutes.
    #[serde(default)]
    pub(crate) duration: Option<u32>,
    /// How it comes again: words such as `every friday`, `every 2 weeks`, `every! 3 days` (from completion), or an RFC 5545 rule such as `FREQ=WEEKLY;BYDAY=FR`.
    #[serde(default)]
    pub(crate) recurrence: Option<String>,
    /// The id of the task that this is a subtask of. Not together with `list`.
    #[serde(default)]
    pub(crate) parent: Option<String>,
    /// How much it matters: p1 is highest, p4 (the default) is none.
    #[serde(default)]
    pub(crate) priority: Option<Priority>,
    /// Tags, without `@`.
    #[serde(default)]
    pub(crate) tags: Vec<String>,
}

/// The views that can be listed.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ViewName {
    /// All open tasks, by due date.
    #[default]
    Open,
    /// Open tasks in no list.
    Inbox,
    /// Open tasks due today or overdue, and those meant to be begun by now.
    Today,
    /// Open tasks due, or to be begun, after today.
    Upcoming,
    /// Open tasks due before today.
    Overdue,
    /// Open tasks set aside for someday.
    Someday,
    /// Completed tasks, the latest first.
    Completed,
    /// Deleted tasks, the latest first.
    Trash,
}

/// Arguments of `list_tasks`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListTasks {
    /// Which tasks; `open` when left out. One of `view`, `list`, `tag`, `parent`, `filter` and `query` at a time; `query` and `filter` go together.
    #[serde(default)]
    pub(crate) view: Option<ViewName>,
    /// Only the open tasks of the list with this name.
    #[serde(default)]
    pub(crate) list: Option<String>,
    /// Only the open tasks with this tag.
    #[serde(default)]
    pub(crate) tag: Option<String>,
    /// Only the subtasks of the task with this id.
    #[serde(default)]
    pub(crate) parent: Option<String>,
    /// Only what this filter shows, such as `today | overdue & @work & p1`, `#Home & !recurring`, `due before: friday`, `done & completed after: -7 days`.
    #[serde(default)]
    pub(crate) filter: Option<String>,
    /// Only tasks, open or completed, that have all these words, or words that begin so, in title, notes or tags, the best first.
    #[serde(default)]
    pub(crate) query: Option<String>,
    /// How many tasks at the most, 1 to 200; 50 when left out.
    #[serde(default)]
    #[schemars(range(min = 1, max = 200))]
    pub(crate) limit: Option<i64>,
    /// `next_cursor` of the page before this one.
    #[serde(default)]
    pub(crate) cursor: Option<String>,
}

/// Arguments of `complete_task`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompleteTask {
    /// The id of the task, or its last 8 characters.
    pub(crate) id: String,
    /// `true` (the default) completes it, `false` opens it again. Of a recurring task it is the next occurrence that is completed; `false` opens the latest one again.
    #[serde(default)]
    pub(crate) completed: Option<bool>,
    /// Of a recurring task, the date of the occurrence that is meant (`occurrence` of the task), so that repeating the call changes nothing more.
    #[serde(default)]
    pub(crate) occurrence: Option<String>,
}

/// Arguments of the tools that take a task and nothing else.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskById {
    /// The id of the task, or its last 8 characters.
    pub(crate) id: String,
}

/// Arguments of `skip_occurrence`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SkipOccurrence {
    /// The id of the task, or its last 8 characters.
    pub(crate) id: String,
    /// The date of the occurrence that is meant (`occurrence` of the task); the next one when left out.
    #[serde(default)]
    pub(crate) occurrence: Option<String>,
}

/// Arguments of `get_overview`: none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GetOverview {}

/// Arguments of `get_activity`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GetActivity {
    /// The first day that counts: `2026-11-21`, or words such as `yesterday`. Today when `until` and `group` are left out, too.
    #[serde(default)]
    pub(crate) since: Option<String>,
    /// The last day that counts, as in `since`; up to now when left out.
    #[serde(default)]
    pub(crate) until: Option<String>,
    /// Only the changes of this group, such as `group` of another change.
    #[serde(default)]
    pub(crate) group: Option<String>,
    /// How many changes at the most, 1 to 200; 50 when left out.
    #[serde(default)]
    #[schemars(range(min = 1, max = 200))]
    pub(crate) limit: Option<i64>,
}

/// Arguments of `undo`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Undo {
    /// A certain group of your own changes (`group` of `get_activity`); your last one when left out.
    #[serde(default)]
    pub(crate) group: Option<String>,
}

/// Arguments of `update_task`. What is left out stays as it is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UpdateTask {
    /// The id of the task, or its last 8 characters.
    pub(crate) id: String,
    /// A new title.
    #[serde(default)]
    pub(crate) title: Option<String>,
    /// New notes, Markdown, in place of the old ones.
    #[serde(default)]
    pub(crate) notes: Option<String>,
    /// The name of another list (made where no list has it); `null` moves it to the Inbox.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub(crate) list: Option<Option<String>>,
    /// Another due date, as in `add_task`; `null` clears it. Of a recurring task it moves the next occurrence alone, unless `following` is true.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub(crate) due: Option<Option<String>>,
    /// With `due` of a recurring task: moves all occurrences that follow, too.
    #[serde(default)]
    pub(crate) following: bool,
    /// Another day to begin on, or `someday`; `null` clears it.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub(crate) start: Option<Option<String>>,
    /// Another deadline; `null` clears it.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub(crate) deadline: Option<Option<String>>,
    /// Another duration, in minutes; `null` clears it.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<u32>")]
    pub(crate) duration: Option<Option<u32>>,
    /// Another recurrence, as in `add_task`; `null` makes the next occurrence the last.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub(crate) recurrence: Option<Option<String>>,
    /// The id of another task to be a subtask of; `null` makes it a task of its own.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub(crate) parent: Option<Option<String>>,
    /// Another priority, p1 (highest) to p4 (none).
    #[serde(default)]
    pub(crate) priority: Option<Priority>,
    /// Tags to add, without `@`.
    #[serde(default)]
    pub(crate) add_tags: Vec<String>,
    /// Tags to take away.
    #[serde(default)]
    pub(crate) remove_tags: Vec<String>,
}

fn present<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Reads the arguments of a tool. What is wrong with them is told to the model.
pub(crate) fn read<T: DeserializeOwned>(arguments: JsonObject) -> Result<T, Error> {
    serde_path_to_error::deserialize(Value::Object(arguments)).map_err(|error| {
        let place = match error.path().to_string() {
            path if path == "." => String::new(),
            path => format!(" at `{path}`"),
        };
        Error::invalid(format!(
            "The arguments don't fit this tool{place}: {}.",
            error.inner()
        ))
    })
}
