//! Which tasks are meant by ids and words.

use task::{Code, Error, PAGE_LIMIT, Picked, Search, SearchOrder, TaskId, Tasks, pick};

/// Among which tasks words are looked for. An id names a task wherever it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Among {
    /// The open ones.
    Open,
    /// The completed ones, and those that recur.
    Done,
    /// Those in the trash.
    Trash,
    /// The open ones; where none is meant, the completed.
    Living,
    /// The open ones; where none is meant, the completed; then those in the trash.
    All,
}

impl Among {
    fn filters(self) -> &'static [&'static str] {
        match self {
            Self::Open => &["open"],
            Self::Done => &["done", "recurring"],
            Self::Trash => &["trash"],
            Self::Living => &["open", "done"],
            Self::All => &["open", "done", "trash"],
        }
    }

    fn none(self, reference: &str) -> Error {
        let (kind, command) = match self {
            Self::Open => ("open task", "calm-orbit list"),
            Self::Done => ("completed task", "calm-orbit list completed"),
            Self::Trash => ("task in the trash", "calm-orbit list trash"),
            Self::Living | Self::All => ("task", "calm-orbit list"),
        };
        Error::not_found(format!(
            "No {kind} has the id “{}”, or these words in its title. {command} shows them all.",
            task::text::excerpt(reference.trim(), 60)
        ))
    }
}

/// The task that is meant by an id, the end of one, or words of its title.
///
/// # Errors
/// Not found; ambiguous, with the tasks that may be meant.
pub(crate) async fn meant(
    tasks: &dyn Tasks,
    reference: &str,
    among: Among,
) -> Result<TaskId, Error> {
    match tasks.resolve(reference).await {
        Err(error) if error.code() == Code::NotFound => {}
        resolved => return resolved,
    }
    for filter in among.filters() {
        let search = Search {
            text: reference.to_owned(),
            filter: Some((*filter).to_owned()),
            order: SearchOrder::Newest,
            limit: PAGE_LIMIT,
        };
        let found = tasks.search(&search).await?;
        match pick(reference, found, |task| &task.title) {
            Picked::One(task) => return Ok(task.id),
            Picked::None => {}
            Picked::Several(several) => {
                let lines: Vec<String> = several
                    .iter()
                    .take(10)
                    .map(|task| format!("  {}  {}", task.short_id, task.title))
                    .collect();
                let which = match several.len() {
                    1 => "Perhaps this one is meant".to_owned(),
                    n => format!("{n} tasks fit"),
                };
                return Err(Error::Ambiguous(format!(
                    "{which}. Name one by its id:\n{}",
                    lines.join("\n")
                )));
            }
        }
    }
    Err(among.none(reference))
}

/// All tasks that are meant, each once, in the order in which they were named.
pub(crate) async fn all_meant(
    tasks: &dyn Tasks,
    references: &[String],
    among: Among,
) -> Result<Vec<TaskId>, Error> {
    let mut ids = Vec::new();
    for reference in references {
        let id = meant(tasks, reference, among).await?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}
