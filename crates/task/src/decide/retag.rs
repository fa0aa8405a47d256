//! Tags, on all tasks that carry them, and in the filters that name them.

use serde_json::Value;

use super::Drafting;
use crate::change::Entity;
use crate::error::Error;
use crate::filter::with_tag_renamed;
use crate::id::TaskId;
use crate::task::field;
use crate::text;

impl Drafting<'_> {
    /// Gives a tag another name, or takes it off, where a task carries it. In the trash too: what
    /// comes back from there is not to bring the old name along.
    pub(super) fn retag(
        &mut self,
        ids: &[TaskId],
        tag: &str,
        name: Option<&str>,
    ) -> Result<(), Error> {
        let tag = text::tag(tag)?;
        let name = name.map(text::tag).transpose()?;
        if let Some(name) = &name {
            self.rename_in_filters(&tag, name);
        }
        let old = format!("{}{tag}", field::TAG);
        let new = name.map(|name| format!("{}{name}", field::TAG));
        for id in ids {
            let entity = Entity::Task(*id);
            if self.now(entity, &old) != Value::Bool(true) {
                continue;
            }
            self.write(entity, &old, Value::Null);
            if let Some(new) = &new {
                self.write(entity, new, true);
            }
        }
        Ok(())
    }

    /// Saved filters go on finding what they found, those in the trash too.
    fn rename_in_filters(&mut self, tag: &str, name: &str) {
        let rows = self.rows;
        for (id, record) in &rows.filters {
            let query = record.value(field::QUERY).as_str();
            if let Some(query) = query.and_then(|query| with_tag_renamed(query, tag, name)) {
                self.write(Entity::Filter(*id), field::QUERY, query);
            }
        }
    }
}
