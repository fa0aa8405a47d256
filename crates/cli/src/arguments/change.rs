//! What can be typed to change tasks.

use clap::Args;
use task::Priority;

/// Tasks, and nothing else.
#[derive(Debug, Args)]
pub(crate) struct Tasks {
    /// An id, its last 8 characters, or words of the title; several are several tasks.
    #[arg(required = true, value_name = "TASK")]
    pub(crate) tasks: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit done groceries
  calm-orbit done 1a9b4c70 'pay rent'
  calm-orbit done --for-good 'water plants'")]
pub(crate) struct Done {
    /// An id, its last 8 characters, or words of the title; several are several tasks.
    #[arg(required = true, value_name = "TASK")]
    pub(crate) tasks: Vec<String>,
    /// Recurring tasks, too, are done for good: no occurrence follows.
    #[arg(long)]
    pub(crate) for_good: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Skip {
    /// An id, its last 8 characters, or words of the title; several are several tasks.
    #[arg(required = true, value_name = "TASK")]
    pub(crate) tasks: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit snooze dentist in 20 minutes
  calm-orbit snooze 1a9b4c70 tomorrow at 8")]
pub(crate) struct Snooze {
    /// An id, its last 8 characters, or words of the title.
    #[arg(value_name = "TASK")]
    pub(crate) task: String,
    /// Until when, such as in 20 minutes, tomorrow at 8, friday.
    #[arg(required = true, value_name = "WORDS", trailing_var_arg = true)]
    pub(crate) until: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit edit rent --due 'friday 9am' --priority p1
  calm-orbit edit rent --due none --untag money
  calm-orbit edit 1a9b4c70 2f6e1a9b --list Work --tag urgent
  calm-orbit edit 'water plants' --due monday --following
      Moves this occurrence and those after it; without --following this one alone.")]
#[command(group(clap::ArgGroup::new("what").required(true).multiple(true)))]
pub(crate) struct Edit {
    /// An id, its last 8 characters, or words of the title; several are several tasks.
    #[arg(required = true, value_name = "TASK")]
    pub(crate) tasks: Vec<String>,
    /// Another title, of one task.
    #[arg(long, value_name = "TEXT", group = "what", allow_hyphen_values = true)]
    pub(crate) title: Option<String>,
    /// Other notes, Markdown; none clears them.
    #[arg(long, value_name = "TEXT", group = "what", allow_hyphen_values = true)]
    pub(crate) notes: Option<String>,
    /// Another list; a new name makes a new list, none or Inbox is the Inbox.
    #[arg(long, value_name = "NAME", group = "what", conflicts_with = "parent")]
    pub(crate) list: Option<String>,
    /// Another task to be a subtask of; none makes it a task of its own.
    #[arg(long, value_name = "TASK", group = "what")]
    pub(crate) parent: Option<String>,
    /// The day from which on it is among Today's, or someday; none clears it.
    #[arg(long, value_name = "DAY", group = "what")]
    pub(crate) start: Option<String>,
    /// When it is due, such as tomorrow, 'friday 9am', 17:00; none clears it.
    #[arg(long, value_name = "WHEN", group = "what", allow_hyphen_values = true)]
    pub(crate) due: Option<String>,
    /// With --due of a recurring task: the occurrences that follow are moved, too.
    #[arg(long, requires = "due")]
    pub(crate) following: bool,
    /// The last day on which it makes sense; none clears it.
    #[arg(long, value_name = "DAY", group = "what")]
    pub(crate) deadline: Option<String>,
    /// How long it takes, such as 20min, 1h30m, or 90 (minutes); none clears it.
    #[arg(long, value_name = "TIME", group = "what")]
    pub(crate) duration: Option<String>,
    /// How it comes again, such as 'every friday', or an RFC 5545 rule; none ends it.
    #[arg(long, value_name = "RULE", group = "what")]
    pub(crate) repeat: Option<String>,
    /// p1 (highest) to p4.
    #[arg(long, value_name = "PRIORITY", group = "what", value_parser = super::words::priority(), ignore_case = true)]
    pub(crate) priority: Option<Priority>,
    /// A tag to add; may be repeated.
    #[arg(long, value_name = "NAME", group = "what")]
    pub(crate) tag: Vec<String>,
    /// A tag to take away; may be repeated.
    #[arg(long, value_name = "NAME", group = "what")]
    pub(crate) untag: Vec<String>,
    /// A reminder to add: a time, or how long before the due time, such as 30min; may be repeated.
    #[arg(long, value_name = "WHEN", group = "what", allow_hyphen_values = true)]
    pub(crate) remind: Vec<String>,
    /// A reminder to take away; may be repeated.
    #[arg(long, value_name = "WHEN", group = "what", allow_hyphen_values = true)]
    pub(crate) unremind: Vec<String>,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("where").required(true)))]
#[command(after_long_help = "\
Examples:
  calm-orbit move groceries --first
  calm-orbit move 1a9b4c70 2f6e1a9b --after 'pay rent'
      Puts both after that task, in its list and below its parent.")]
pub(crate) struct Move {
    /// An id, its last 8 characters, or words of the title; several are put one after the other.
    #[arg(required = true, value_name = "TASK")]
    pub(crate) tasks: Vec<String>,
    /// Before this task.
    #[arg(long, value_name = "TASK", group = "where")]
    pub(crate) before: Option<String>,
    /// After this task.
    #[arg(long, value_name = "TASK", group = "where")]
    pub(crate) after: Option<String>,
    /// Before all others of its list.
    #[arg(long, group = "where")]
    pub(crate) first: bool,
    /// After all others of its list.
    #[arg(long, group = "where")]
    pub(crate) last: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit undo
  calm-orbit undo --entry 42
      Takes back entry 42 of calm-orbit log, and what belongs together with it; what somebody
      changed since stays.")]
pub(crate) struct Undo {
    /// A certain group, by its id in the JSON of the log.
    #[arg(value_name = "GROUP", conflicts_with = "entry")]
    pub(crate) group: Option<String>,
    /// The group of this entry of the log.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) entry: Option<u64>,
}
