//! Saved filters.

use task::{Action, Error, FilterId, NamePatch, Overview, SavedFilter, Tasks, text};
use unicode_width::UnicodeWidthStr;

use crate::arguments::{Filters, FiltersCommand};
use crate::out::Out;
use crate::say::{NAME, styled};

/// Lists the saved filters, or changes one.
pub(super) async fn filters(
    tasks: &dyn Tasks,
    filters: Filters,
    out: &mut Out,
) -> Result<(), Error> {
    let overview = tasks.overview().await?;
    let Some(command) = filters.command else {
        return tell(&overview.filters, out);
    };
    let (verb, known, action) = match command {
        FiltersCommand::Add {
            name,
            query,
            colour,
        } => {
            let id = FilterId::fresh(tasks.now().timestamp());
            let action = Action::AddFilter {
                id,
                name,
                query,
                colour: colour.flatten(),
            };
            ("Added", Err(id), action)
        }
        FiltersCommand::Edit { name, new, query } => {
            let known = of_name(&overview, &name)?;
            let patch = NamePatch {
                name: new,
                query,
                ..NamePatch::default()
            };
            (
                "Changed",
                Err(known.id),
                Action::EditFilter {
                    id: known.id,
                    patch,
                },
            )
        }
        FiltersCommand::Rm { name } => {
            let known = of_name(&overview, &name)?;
            ("Deleted", Ok(known), Action::DeleteFilter { id: known.id })
        }
    };
    tasks.apply(action).await?;
    let now;
    let filter = match known {
        Ok(gone) => Some(gone),
        Err(id) => {
            now = tasks.overview().await?;
            now.filters.iter().find(|filter| filter.id == id)
        }
    };
    match filter {
        Some(filter) if out.json => out.value(filter),
        filter => {
            let name = filter.map_or("", |filter| &filter.name);
            out.text(&format!("{verb}  {}\n", styled(NAME, name)));
            Ok(())
        }
    }
}

/// The saved filter with this name, whatever its case.
pub(super) fn of_name<'a>(overview: &'a Overview, name: &str) -> Result<&'a SavedFilter, Error> {
    let folded = text::fold(name.trim());
    let mut all = overview.filters.iter();
    let found = all.find(|filter| text::fold(&filter.name) == folded);
    found.ok_or_else(|| {
        let known = overview.filters.iter().take(30);
        let known: Vec<&str> = known.map(|filter| filter.name.as_str()).collect();
        let known = if known.is_empty() {
            "There are none yet.".to_owned()
        } else {
            format!("The filters are {}.", known.join(", "))
        };
        Error::not_found(format!(
            "There is no saved filter “{}”. {known}",
            text::excerpt(name, 60)
        ))
    })
}

fn tell(filters: &[SavedFilter], out: &mut Out) -> Result<(), Error> {
    if out.json {
        return out.value(&filters);
    }
    let width = filters.iter().map(|filter| filter.name.width()).max();
    for filter in filters {
        let gap = width.unwrap_or(0).saturating_sub(filter.name.width());
        let gap = " ".repeat(gap);
        let name = styled(NAME, &filter.name);
        out.text(&format!("{name}{gap}  {}\n", filter.query));
    }
    if filters.is_empty() {
        out.text("No saved filters. calm-orbit filters add NAME QUERY keeps one.\n");
    }
    Ok(())
}
