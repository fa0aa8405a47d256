//! Tags, on all tasks that carry them.

use serde_json::Value;

use super::Drafting;
use crate::change::Entity;
use crate::error::Error;
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
        let old = format!("{}{}", field::TAG, text::tag(tag)?);
        let name = name.map(text::tag).transpose()?;
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
}
