//! What the commands do.

mod add;
mod app;
mod backup;
mod check;
mod draft;
mod edit;
mod filters;
mod lines;
mod list;
mod lists;
mod log;
mod preview;
mod serve;
mod shell;
mod show;
mod snooze;
mod tags;
mod tell;
mod undo;

use std::sync::Arc;

use task::{Action, Actor, Code, Error, TaskId, Tasks as _};

use crate::arguments::{Arguments, Command};
use crate::connection::Connection;
use crate::out::Out;
use crate::reference::Among;

/// Does what was typed.
pub(crate) async fn run(arguments: Arguments, out: &mut Out) -> Result<(), Error> {
    let folder = arguments.data_dir.as_deref();
    let Some(command) = arguments.command else {
        return app::open(folder, Some("--quick-add"));
    };
    let command = match command {
        // These need no database, and no folder to keep one in.
        Command::Completions(shell) => return shell::completions(shell, out),
        Command::Man(man) => return shell::man(&man, out),
        Command::Open => return app::open(folder, None),
        Command::Add(add) if add.dry_run => return preview::preview(&add, out),
        command => command,
    };
    let connection = Arc::new(Connection::new(arguments.data_dir));
    let ended = match command {
        Command::Mcp => mcp(connection.clone()).await,
        Command::Serve => serve::serve(&connection, out).await,
        command => answer(&connection, command, out).await,
    };
    connection.close().await;
    ended
}

async fn mcp(connection: Arc<Connection>) -> Result<(), Error> {
    ::mcp::serve_stdio(connection)
        .await
        .map_err(|error| Error::Storage {
            code: Code::Unavailable,
            message: error.to_string(),
            source: Some(Box::new(error)),
        })
}

async fn answer(connection: &Connection, command: Command, out: &mut Out) -> Result<(), Error> {
    // These are there for a database that can't be opened, too.
    match command {
        Command::Backups => return backup::backups(connection, out).await,
        Command::RestoreBackup(restore) => return backup::restore(connection, restore, out).await,
        _ => {}
    }
    let store = connection.store().await?;
    let tasks = &store.caller(Actor::Person);
    match command {
        Command::Add(add) => add::add(store, *add, out).await,
        Command::List(list) => list::list(tasks, list, out).await,
        Command::Search(search) => list::search(tasks, search, out).await,
        Command::Show(show) => show::show(tasks, &show, out).await,
        Command::Done(done) => tell::done(store, done, out).await,
        Command::Reopen(named) => {
            let action = |ids| Action::CompleteTasks {
                ids,
                completed: false,
            };
            tell::act(tasks, &named.tasks, Among::Done, "Reopened", action, out).await
        }
        Command::Skip(skip) => tell::skip(store, skip, out).await,
        Command::Snooze(snooze) => snooze::snooze(store, &snooze, out).await,
        Command::Edit(edit) => edit::edit(tasks, *edit, out).await,
        Command::Move(place) => edit::place(tasks, place, out).await,
        Command::Duplicate(named) => {
            let now = tasks.now().timestamp();
            let copy = |id| (id, TaskId::fresh(now));
            let action = |ids: Vec<TaskId>| Action::DuplicateTasks {
                copies: ids.into_iter().map(copy).collect(),
            };
            tell::act(tasks, &named.tasks, Among::Living, "Added", action, out).await
        }
        Command::Rm(named) => {
            let action = |ids| Action::DeleteTasks { ids };
            tell::act(tasks, &named.tasks, Among::Living, "Deleted", action, out).await
        }
        Command::Restore(named) => {
            let action = |ids| Action::RestoreTasks { ids };
            tell::act(tasks, &named.tasks, Among::Trash, "Restored", action, out).await
        }
        Command::Undo(undo) => undo::undo(tasks, undo, out).await,
        Command::Redo => undo::redo(tasks, out).await,
        Command::Log(log) => log::log(tasks, log, out).await,
        Command::Lists(lists) => lists::lists(store, tasks, lists, out).await,
        Command::Filters(filters) => filters::filters(tasks, filters, out).await,
        Command::Tags(tags) => tags::tags(store, tasks, tags, out).await,
        Command::Backup(backup) => backup::backup(store, backup, out).await,
        Command::Check(check) => check::check(store, &check, out).await,
        // Answered above.
        Command::Backups
        | Command::RestoreBackup(_)
        | Command::Mcp
        | Command::Open
        | Command::Serve
        | Command::Completions(_)
        | Command::Man(_) => Ok(()),
    }
}
