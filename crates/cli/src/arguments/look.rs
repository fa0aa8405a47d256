//! What can be typed to look at tasks.

use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Views: open inbox today upcoming overdue someday completed trash

Queries join conditions by & (both), | (either) and ! (not), with parentheses:
  days        today, friday, 22 nov, overdue, before friday, next 7 days, no date,
              start: …, deadline: …, created: …, completed: …
  where       #Home, #inbox, @work, @wo*, no tags, subtask
  what        p1 to p4, \"milk bread\", recurring, someday, has: notes, has: reminder
  who         by: me, by: assistant, by: claude*
  state       open, done, all, trash

Examples:
  calm-orbit list
  calm-orbit list today
  calm-orbit list 'today | overdue & @work'
  calm-orbit list --list Home
  calm-orbit list --saved 'This week'
  calm-orbit list completed --limit 500
  calm-orbit list --all --json | jq -r '.[].title'")]
pub(crate) struct List {
    /// A view, or a query.
    #[arg(value_name = "VIEW", conflicts_with_all = ["list", "tag", "filter", "saved", "search"])]
    pub(crate) view: Vec<String>,
    /// The open tasks of this list.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["tag", "filter", "saved", "search"])]
    pub(crate) list: Option<String>,
    /// The open tasks with this tag.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["filter", "saved", "search"])]
    pub(crate) tag: Option<String>,
    /// What a query shows, such as 'today & @work'.
    #[arg(
        long,
        value_name = "QUERY",
        conflicts_with = "saved",
        allow_hyphen_values = true
    )]
    pub(crate) filter: Option<String>,
    /// What a saved filter shows.
    #[arg(long, value_name = "NAME")]
    pub(crate) saved: Option<String>,
    /// Tasks that have all these words, or words that begin so; the newest first.
    #[arg(long, value_name = "WORDS")]
    pub(crate) search: Option<String>,
    /// At most so many; 100 when nothing is said, in JSON all.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
    /// All of them.
    #[arg(long, conflicts_with_all = ["limit", "search"])]
    pub(crate) all: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit search milk
  calm-orbit search dentist --filter done")]
pub(crate) struct Search {
    /// Words, or beginnings of words, that all stand in title, notes or tags.
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// Only among what this query shows; else among all that is not in the trash.
    #[arg(long, value_name = "QUERY")]
    pub(crate) filter: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(crate) limit: u16,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// An id, its last 8 characters, or words of the title.
    #[arg(value_name = "TASK")]
    pub(crate) task: String,
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    /// Only what was done to this task.
    #[arg(long, value_name = "TASK")]
    pub(crate) task: Option<String>,
    /// Only what was done before this entry.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) before: Option<u64>,
    /// At most so many entries.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(crate) limit: u16,
}
