//! Tags.

use serde::Serialize;
use store::{Retagged, Store};
use task::{Actor, Error, GroupId, TagCount, Tasks, text};
use unicode_width::UnicodeWidthStr;

use crate::arguments::{Tags, TagsCommand};
use crate::out::Out;
use crate::say::{FAINT, NAME, styled};

/// What changing a tag did, in JSON.
#[derive(Serialize)]
struct Changed<'a> {
    tag: &'a str,
    /// The name that it has now; `null` where it was taken off.
    name: Option<&'a str>,
    /// How many tasks carried it, those in the trash too.
    tasks: usize,
    /// The group that takes it back.
    group: GroupId,
}

/// Lists the tags, or changes one.
pub(super) async fn tags(
    store: &Store,
    tasks: &dyn Tasks,
    tags: Tags,
    out: &mut Out,
) -> Result<(), Error> {
    let (tag, name) = match tags.command {
        None => return tell(&tasks.overview().await?.tags, out),
        Some(TagsCommand::Rename { name, new }) => (text::tag(&name)?, Some(text::tag(&new)?)),
        Some(TagsCommand::Delete { name }) => (text::tag(&name)?, None),
    };
    let name = name.as_deref();
    let Retagged { group, tasks } = store.retag(Actor::Person, &tag, name).await?;
    if out.json {
        return out.value(&Changed {
            tag: &tag,
            name,
            tasks,
            group,
        });
    }
    let (verb, shown) = match name {
        Some(name) => ("Renamed", name),
        None => ("Deleted", tag.as_str()),
    };
    let shown = styled(NAME, &format!("@{shown}"));
    let count = if tasks == 1 {
        "1 task".to_owned()
    } else {
        format!("{tasks} tasks")
    };
    out.text(&format!("{verb}  {shown}  {}\n", styled(FAINT, &count)));
    Ok(())
}

fn tell(tags: &[TagCount], out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.value(&tags);
    }
    let width = tags.iter().map(|tag| tag.name.width()).max();
    for tag in tags {
        let gap = " ".repeat(width.unwrap_or(0).saturating_sub(tag.name.width()));
        let name = styled(NAME, &format!("@{}", tag.name));
        out.text(&format!("{name}{gap}  {:>6}\n", tag.open));
    }
    if tags.is_empty() {
        out.text("No open task has a tag. calm-orbit edit TASK --tag NAME adds one.\n");
    }
    Ok(())
}
