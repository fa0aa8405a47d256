//! Lists.

use store::Store;
use task::{
    Action, Colour, Error, List, ListCount, ListId, NamePatch, Overview, Tasks, View, text,
};
use unicode_width::UnicodeWidthStr;

use crate::arguments::{Lists, ListsCommand};
use crate::out::Out;
use crate::say::{FAINT, NAME, styled};

/// Lists the lists, or changes one.
pub(super) async fn lists(
    store: &Store,
    tasks: &dyn Tasks,
    lists: Lists,
    out: &mut Out,
) -> Result<(), Error> {
    let overview = tasks.overview().await?;
    let Some(command) = lists.command else {
        return tell(&overview, out);
    };
    let id_of = |name: &str| of_name(&overview, name).map(|list| list.id);
    let edit = |id, patch| (id, Action::EditList { id, patch });
    let (verb, (id, action)) = match command {
        ListsCommand::Add { name, colour } => {
            let id = ListId::fresh(tasks.now().timestamp());
            let colour = colour.flatten();
            ("Added", (id, Action::AddList { id, name, colour }))
        }
        ListsCommand::Rename { name, new } => {
            let patch = NamePatch {
                name: Some(new),
                ..NamePatch::default()
            };
            ("Renamed", edit(id_of(&name)?, patch))
        }
        ListsCommand::Colour { name, colour } => {
            let patch = NamePatch {
                colour: Some(colour),
                ..NamePatch::default()
            };
            ("Changed", edit(id_of(&name)?, patch))
        }
        ListsCommand::Archive { name } => ("Archived", edit(id_of(&name)?, archived(true))),
        ListsCommand::Unarchive { name } => ("Brought back", edit(id_of(&name)?, archived(false))),
        ListsCommand::Rm { name } => {
            let id = id_of(&name)?;
            ("Deleted", (id, Action::DeleteList { id }))
        }
        ListsCommand::Restore { name } => {
            let id = deleted(store, &name).await?;
            ("Restored", (id, Action::RestoreList { id }))
        }
    };
    tasks.apply(action).await?;
    let overview = tasks.overview().await?;
    let living = overview.lists.into_iter().map(|entry| entry.list);
    let mut known = living.chain(store.deleted_lists().await?);
    let list = known.find(|list| list.id == id);
    match list {
        Some(list) if out.json => out.value(&list),
        list => {
            let name = list.map(|list| list.name).unwrap_or_default();
            out.text(&format!("{verb}  {}\n", styled(NAME, &format!("#{name}"))));
            Ok(())
        }
    }
}

fn archived(archived: bool) -> NamePatch {
    NamePatch {
        archived: Some(archived),
        ..NamePatch::default()
    }
}

/// The list with this name, whatever its case.
fn of_name<'a>(overview: &'a Overview, name: &str) -> Result<&'a List, Error> {
    let lists: Vec<List> = overview
        .lists
        .iter()
        .map(|entry| entry.list.clone())
        .collect();
    let View::List { id } = View::of_list_named(&lists, name)? else {
        return Err(Error::invalid("The Inbox is always there as it is."));
    };
    let found = overview.lists.iter().find(|entry| entry.list.id == id);
    found
        .map(|entry| &entry.list)
        .ok_or_else(|| Error::not_found(format!("There is no list with the id {id}.")))
}

/// The list with this name in the trash; of several the one that went there last.
async fn deleted(store: &Store, name: &str) -> Result<ListId, Error> {
    let folded = text::fold(&text::list_name(name)?);
    let lists = store.deleted_lists().await?;
    let mut lists = lists.iter();
    let named = lists.find(|list| text::fold(&list.name) == folded);
    named.map(|list| list.id).ok_or_else(|| {
        Error::not_found(format!(
            "There is no list “{}” in the trash.",
            text::excerpt(name, 60)
        ))
    })
}

fn tell(overview: &Overview, out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.value(&overview.lists);
    }
    let names = overview.lists.iter().map(|entry| entry.list.name.width());
    let width = names.chain(["Inbox".width()]).max().unwrap_or(0);
    let line = |name: &str, open: u64, more: &str| {
        let gap = " ".repeat(width.saturating_sub(name.width()));
        format!(
            "{}{gap}  {open:>6}{}\n",
            styled(NAME, name),
            styled(FAINT, more)
        )
    };
    out.text(&line("Inbox", overview.inbox, ""));
    for ListCount { list, open } in &overview.lists {
        let colour = list.colour.map(Colour::as_str);
        let archived = list.archived_at.map(|_| "archived");
        let more: Vec<&str> = colour.into_iter().chain(archived).collect();
        let more = more.join(", ");
        let more = if more.is_empty() {
            more
        } else {
            format!("  {more}")
        };
        out.text(&line(&list.name, *open, &more));
    }
    Ok(())
}
