//! Lists and saved filters.

use serde_json::Value;

use super::Drafting;
use crate::change::{Deed, Entity};
use crate::colour::Colour;
use crate::error::Error;
use crate::filter::Filter;
use crate::id::{FilterId, ListId};
use crate::patch::NamePatch;
use crate::position;
use crate::record::Record;
use crate::task::field;
use crate::text;
use crate::tree;

/// The name under which people know the tasks of no list, folded.
pub(crate) const INBOX: &str = "inbox";

impl Drafting<'_> {
    /// The value for the list with this id or name: `null` for the Inbox. A name that no list has
    /// makes one.
    pub(super) fn list(&mut self, reference: &str) -> Result<Value, Error> {
        if let Ok(id) = reference.parse::<ListId>() {
            self.living_list(id)?;
            return Ok(id.to_string().into());
        }
        let name = text::list_name(reference)?;
        if text::fold(&name) == INBOX {
            return Ok(Value::Null);
        }
        if let Some(Entity::List(id)) = self.named(&name, is_list) {
            return Ok(id.to_string().into());
        }
        let id = ListId::fresh(self.moment.now.timestamp());
        self.write(Entity::List(id), field::NAME, name);
        self.created(Entity::List(id));
        Ok(id.to_string().into())
    }

    pub(super) fn add_list(
        &mut self,
        id: ListId,
        name: &str,
        colour: Option<Colour>,
    ) -> Result<(), Error> {
        if self.rows.lists.contains_key(&id) {
            // A repeated call: it was added before.
            return Ok(());
        }
        let entity = Entity::List(id);
        let name = self.free_name(entity, name)?;
        self.write(entity, field::NAME, name);
        if let Some(colour) = colour {
            self.write(entity, field::COLOUR, colour.as_str());
        }
        self.created(entity);
        Ok(())
    }

    pub(super) fn edit_list(&mut self, id: ListId, patch: &NamePatch) -> Result<Deed, Error> {
        self.living_list(id)?;
        let entity = Entity::List(id);
        self.edit_name(entity, patch)?;
        if patch.query.is_some() {
            return Err(Error::invalid("A list has no query; a saved filter has."));
        }
        let Some(archived) = patch.archived else {
            return Ok(Deed::Edited);
        };
        if archived == self.now(entity, field::ARCHIVED).is_null() {
            let value = if archived { self.time() } else { Value::Null };
            self.write(entity, field::ARCHIVED, value);
        }
        Ok(if archived {
            Deed::Archived
        } else {
            Deed::Restored
        })
    }

    pub(super) fn place_list(&mut self, id: ListId, after: Option<ListId>) -> Result<(), Error> {
        self.living_list(id)?;
        let mut others: Vec<(String, ListId)> = self
            .rows
            .lists
            .iter()
            .filter(|(other, record)| **other != id && record.deleted_at().is_none())
            .map(|(other, record)| (position::of(other.0, record), *other))
            .collect();
        others.sort();
        let at = match after {
            None => 0,
            Some(after) => {
                let found = others.iter().position(|(_, other)| *other == after);
                found.ok_or_else(|| no_list(after))? + 1
            }
        };
        let place = |at: Option<usize>| {
            at.and_then(|at| others.get(at))
                .map(|(place, _)| place.as_str())
        };
        let place = position::between(place(at.checked_sub(1)), place(Some(at)));
        self.write(Entity::List(id), field::POSITION, place);
        Ok(())
    }

    /// Moves a list to the trash, and all tasks that show in it.
    pub(super) fn delete_list(&mut self, id: ListId) -> Result<(), Error> {
        self.existing_list(id)?;
        let entity = Entity::List(id);
        if !self.now(entity, field::DELETED).is_null() {
            return Ok(());
        }
        let time = self.time();
        self.write(entity, field::DELETED, time.clone());
        let list = Value::from(id.to_string());
        for task in self.rows.tasks.keys().copied().collect::<Vec<_>>() {
            let above = tree::ancestors(task, &self.rows.tasks);
            let root = above.last().copied().unwrap_or(task);
            let entity = Entity::Task(task);
            if self.now(Entity::Task(root), field::LIST) == list
                && self.now(entity, field::DELETED).is_null()
            {
                self.write(entity, field::DELETED, time.clone());
            }
        }
        Ok(())
    }

    /// Takes a list out of the trash, and the tasks that went there with it.
    pub(super) fn restore_list(&mut self, id: ListId) -> Result<(), Error> {
        self.existing_list(id)?;
        let entity = Entity::List(id);
        let since = self.now(entity, field::DELETED);
        if since.is_null() {
            return Ok(());
        }
        self.name_is_free_still(entity)?;
        self.write(entity, field::DELETED, Value::Null);
        for task in self.rows.tasks.keys().copied().collect::<Vec<_>>() {
            let entity = Entity::Task(task);
            if self.now(entity, field::DELETED) == since {
                self.write(entity, field::DELETED, Value::Null);
            }
        }
        Ok(())
    }

    pub(super) fn add_filter(
        &mut self,
        id: FilterId,
        name: &str,
        query: &str,
        colour: Option<Colour>,
    ) -> Result<(), Error> {
        if self.rows.filters.contains_key(&id) {
            return Ok(());
        }
        let entity = Entity::Filter(id);
        let name = self.free_name(entity, name)?;
        self.write(entity, field::NAME, name);
        let query = self.query(query)?;
        self.write(entity, field::QUERY, query);
        if let Some(colour) = colour {
            self.write(entity, field::COLOUR, colour.as_str());
        }
        self.created(entity);
        Ok(())
    }

    pub(super) fn edit_filter(&mut self, id: FilterId, patch: &NamePatch) -> Result<(), Error> {
        let entity = self.existing_filter(id)?;
        self.edit_name(entity, patch)?;
        if patch.archived.is_some() {
            return Err(Error::invalid(
                "A saved filter cannot be archived; a list can.",
            ));
        }
        if let Some(query) = &patch.query {
            let query = self.query(query)?;
            self.write(entity, field::QUERY, query);
        }
        Ok(())
    }

    pub(super) fn delete_filter(&mut self, id: FilterId) -> Result<(), Error> {
        let entity = self.existing_filter(id)?;
        if self.now(entity, field::DELETED).is_null() {
            self.write(entity, field::DELETED, self.time());
        }
        Ok(())
    }

    pub(super) fn restore_filter(&mut self, id: FilterId) -> Result<(), Error> {
        let entity = self.existing_filter(id)?;
        self.name_is_free_still(entity)?;
        self.write(entity, field::DELETED, Value::Null);
        Ok(())
    }

    fn edit_name(&mut self, entity: Entity, patch: &NamePatch) -> Result<(), Error> {
        if let Some(name) = &patch.name {
            let name = self.free_name(entity, name)?;
            self.write(entity, field::NAME, name);
        }
        if let Some(colour) = patch.colour {
            let colour = colour.map_or(Value::Null, |colour| colour.as_str().into());
            self.write(entity, field::COLOUR, colour);
        }
        Ok(())
    }

    /// A name that no other list, or no other filter, has.
    fn free_name(&self, entity: Entity, name: &str) -> Result<String, Error> {
        let name = text::list_name(name)?;
        let taken = self.named(&name, |other| {
            other != entity && is_list(other) == is_list(entity)
        });
        if taken.is_some() || (is_list(entity) && text::fold(&name) == INBOX) {
            return Err(Error::invalid(format!(
                "There is “{}” already. Choose another name.",
                text::excerpt(&name, 60)
            )));
        }
        Ok(name)
    }

    /// Whether nothing took the name of a list or filter while that was in the trash.
    fn name_is_free_still(&self, entity: Entity) -> Result<(), Error> {
        let name = self.name(entity);
        self.free_name(entity, &name).map(drop).map_err(|_| {
            Error::invalid(format!(
                "There is another “{}” by now. Give that one another name first.",
                text::excerpt(&name, 60)
            ))
        })
    }

    /// What has this name, whatever its case, and is not in the trash.
    fn named(&self, name: &str, of: impl Fn(Entity) -> bool) -> Option<Entity> {
        let folded = text::fold(name);
        let lists = self.rows.lists.keys().map(|id| Entity::List(*id));
        let filters = self.rows.filters.keys().map(|id| Entity::Filter(*id));
        let made = self
            .entities
            .iter()
            .copied()
            .filter(|entity| entity.task().is_none());
        lists.chain(filters).chain(made).find(|entity| {
            of(*entity)
                && self.now(*entity, field::DELETED).is_null()
                && text::fold(&self.name(*entity)) == folded
        })
    }

    fn query(&self, text: &str) -> Result<String, Error> {
        let filter = Filter::parse(text, &self.moment.now)?;
        Ok(filter.text().to_owned())
    }

    fn existing_list(&self, id: ListId) -> Result<&Record, Error> {
        self.rows.lists.get(&id).ok_or_else(|| no_list(id))
    }

    fn living_list(&self, id: ListId) -> Result<(), Error> {
        match self.existing_list(id)?.deleted_at() {
            None => Ok(()),
            Some(_) => Err(Error::invalid(format!(
                "The list “{}” is in the trash. Restore it first.",
                text::excerpt(&self.name(Entity::List(id)), 60)
            ))),
        }
    }

    fn existing_filter(&self, id: FilterId) -> Result<Entity, Error> {
        if self.rows.filters.contains_key(&id) {
            return Ok(Entity::Filter(id));
        }
        Err(Error::not_found(format!(
            "There is no filter with the id {id}."
        )))
    }
}

fn is_list(entity: Entity) -> bool {
    matches!(entity, Entity::List(_))
}

fn no_list(id: ListId) -> Error {
    Error::not_found(format!("There is no list with the id {id}."))
}
