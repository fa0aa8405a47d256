//! What can be typed.

mod add;
mod change;
mod look;
mod names;
mod upkeep;
mod words;

pub(crate) use add::Add;
pub(crate) use change::{Done, Edit, Move, Skip, Snooze, Tasks, Undo};
pub(crate) use look::{List, Log, Search, Show};
pub(crate) use names::{Filters, FiltersCommand, Lists, ListsCommand, Tags, TagsCommand};
pub(crate) use upkeep::{Backup, Check, Completions, Man, RestoreBackup};

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Your tasks, from the shell.
#[derive(Debug, Parser)]
#[command(
    name = "calm-orbit",
    version = crate::VERSION,
    about = "Your tasks, from the shell.",
    // Quick add alone, or a command alone.
    arg_required_else_help = true,
    subcommand_negates_reqs = true,
    after_long_help = "\
Examples:
  calm-orbit add Buy groceries tomorrow
      Adds “Buy groceries”, due tomorrow.
  calm-orbit add 'Pay rent every month on the 1st 9am #Home @money p1'
      Dates, how it comes again, #list, @tag and priority are understood.
      calm-orbit help add tells more.
  calm-orbit list
  calm-orbit list today
  calm-orbit list '@money & next 7 days'
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
    #[arg(long, value_name = "DIR", env = host::DATA_DIR_VARIABLE, hide_env = true, global = true)]
    pub(crate) data_dir: Option<PathBuf>,

    /// Answers in JSON; so do failures, as {"code","message"} on standard error.
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Opens the app's quick-add window, in the running app if there is one: to bind to keys where
    /// the app can't have a shortcut of its own.
    #[arg(long, required = true)]
    pub(crate) quick_add: bool,

    /// Without one, `--quick-add` says what to do.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Adds a task, or many.
    #[command(visible_alias = "a")]
    Add(Box<Add>),
    /// Lists tasks; all open ones when nothing is said.
    #[command(visible_alias = "ls")]
    List(List),
    /// Looks for words; what fits best comes first.
    Search(Search),
    /// Shows all there is to know of a task.
    Show(Show),
    /// Completes tasks; of a recurring one the next occurrence.
    Done(Done),
    /// Opens completed tasks again.
    Reopen(Tasks),
    /// Passes over the next occurrence of recurring tasks.
    Skip(Skip),
    /// Puts the reminder of a task off; when the task is due stays.
    Snooze(Snooze),
    /// Changes tasks.
    Edit(Box<Edit>),
    /// Puts tasks elsewhere in their order.
    #[command(visible_alias = "mv")]
    Move(Move),
    /// Copies tasks, each with its subtasks, right after the original.
    Duplicate(Tasks),
    /// Moves tasks to the trash.
    Rm(Tasks),
    /// Takes tasks out of the trash.
    Restore(Tasks),
    /// Takes back what you did last, or a certain change.
    Undo(Undo),
    /// Does again what you took back last.
    Redo,
    /// Tells who changed what, when, from what to what; the latest first.
    Log(Log),
    /// Lists the lists, and changes them.
    Lists(Lists),
    /// Lists the saved filters, and changes them.
    Filters(Filters),
    /// Lists the tags of open tasks, and changes them.
    Tags(Tags),
    /// Copies everything into one file.
    Backup(Backup),
    /// Lists the backups that there are.
    Backups,
    /// Brings the tasks back to what a backup has.
    RestoreBackup(RestoreBackup),
    /// Looks whether the database is sound; ends with 6 where it isn't.
    Check(Check),
    /// Serves your tasks to one MCP client on standard input and output.
    Mcp,
    /// Runs without a window what the app runs: upkeep, reminders, and the chat
    /// over HTTP for this computer.
    #[command(after_long_help = "\
Prints where the chat answers and the ticket that opens it, and goes on until Ctrl+C. Where the
app is open, or another one of these runs, it waits for that to end. With --json it prints one
line: {\"chatkit\",\"origin\",\"ticket\",\"pid\",\"profile\"}.

Examples:
  calm-orbit serve
  curl http://127.0.0.1:PORT/chatkit -H 'Authorization: Bearer TICKET' --json \\
    '{\"type\":\"threads.list\",\"params\":{}}'
      Speaks the protocol of ChatKit (openai-chatkit 1.6.5).")]
    Serve,
    /// Opens the app's window, in the running app if there is one.
    Open,
    /// Prints what a shell needs to complete these commands.
    Completions(Completions),
    /// Prints the manual page.
    #[command(hide = true)]
    Man(Man),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_make_sense() {
        super::Arguments::command().debug_assert();
    }
}
