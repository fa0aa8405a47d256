//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Your tasks, from the shell.
#[derive(Debug, Parser)]
#[command(
    name = "calm-orbit",
    version,
    about = "Your tasks, from the shell.",
    after_long_help = "\
Examples:
  calm-orbit add Buy groceries tomorrow
      Adds “Buy groceries”, due tomorrow. A date at the end of the line is the due date;
      quotes keep it a word: calm-orbit add '\"Watch Tomorrow\"'
  calm-orbit add Pay rent --due '1 december 9am' --list Home --tag money --priority p1
  calm-orbit list
  calm-orbit list today
  calm-orbit list --tag money --json
  calm-orbit done groceries
      Completes the open task with this word in its title, if it is the only one. An id
      does as well:
      calm-orbit done 1a9b4c70
  calm-orbit undo
      Takes back what you did last, in the window too.

For AI assistants (Claude, Codex, Cursor, VS Code and others), let them run
  calm-orbit mcp
as an MCP server on standard input and output.

Ends with 0, or with 2 wrong input, 3 not found, 4 ambiguous, 5 nothing to undo,
6 the database can't be used, 1 anything else; messages go to standard error."
)]
pub(crate) struct Arguments {
    /// The folder of the profile, in place of your own; also CALM_ORBIT_DATA_DIR.
    #[arg(long, value_name = "DIR", env = host::DATA_DIR_VARIABLE, global = true)]
    pub(crate) data_dir: Option<PathBuf>,

    /// Answers in JSON; so do failures, as {"code","message"} on standard error (but not wrong usage).
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Adds a task.
    Add(Add),
    /// Lists tasks; all open ones when nothing is said.
    List(List),
    /// Completes tasks.
    Done(Done),
    /// Takes back what you did last.
    Undo,
    /// Serves your tasks to one MCP client on standard input and output.
    Mcp,
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// What is to be done; a date at the end is the due date.
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// When it is due, such as 2026-11-22, tomorrow, 'friday 9am'; the words are then all title.
    #[arg(long, value_name = "WHEN")]
    pub(crate) due: Option<String>,
    /// The list; a new name makes a new list.
    #[arg(long, value_name = "NAME")]
    pub(crate) list: Option<String>,
    /// A tag; may be repeated.
    #[arg(long = "tag", value_name = "NAME")]
    pub(crate) tags: Vec<String>,
    /// p1 (highest) to p4.
    #[arg(long, value_name = "PRIORITY")]
    pub(crate) priority: Option<Priority>,
    /// Notes, Markdown.
    #[arg(long, value_name = "TEXT")]
    pub(crate) notes: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Priority {
    P1,
    P2,
    P3,
    P4,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Which tasks.
    #[arg(value_enum, default_value_t = ViewName::Open, conflicts_with_all = ["list", "tag", "search"])]
    pub(crate) view: ViewName,
    /// The open tasks of this list.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["tag", "search"])]
    pub(crate) list: Option<String>,
    /// The open tasks with this tag.
    #[arg(long, value_name = "NAME", conflicts_with = "search")]
    pub(crate) tag: Option<String>,
    /// Tasks that have all these words, or words that begin so.
    #[arg(long, value_name = "WORDS")]
    pub(crate) search: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(crate) limit: u16,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ViewName {
    /// All open tasks.
    Open,
    /// Open tasks in no list.
    Inbox,
    /// Due today or overdue.
    Today,
    /// Due after today.
    Upcoming,
    /// Completed.
    Completed,
    /// Deleted.
    Trash,
}

#[derive(Debug, Args)]
pub(crate) struct Done {
    /// An id, its last 8 characters, or words of the title; several are several tasks.
    #[arg(required = true, value_name = "TASK")]
    pub(crate) tasks: Vec<String>,
}
