//! Tags, changed on all tasks that carry them.

use task::{Action, Actor, BULK_LIMIT, Error, GroupId, TaskId, Tasks, text};

use crate::derive::ids;
use crate::{Store, sql};

/// What changing a tag did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retagged {
    /// The group by which all of it is taken back.
    pub group: GroupId,
    /// How many tasks carried the tag, those in the trash too.
    pub tasks: usize,
}

impl Store {
    /// Gives a tag another name on all tasks that carry it, or, with `None`, takes it off them.
    /// Where tasks carry the new name already, the two become one. Saved filters that name the tag
    /// get its new name with it.
    ///
    /// [`BULK_LIMIT`] tasks are one transaction, so that the profile is never held for long; all of
    /// them are one group.
    ///
    /// # Errors
    /// `not_found` where no task carries the tag; `invalid_input` for a name that is none. Nothing is
    /// changed then. Where the profile can't be written, what was changed until then stands, and can
    /// be taken back.
    pub async fn retag(
        &self,
        actor: Actor,
        tag: &str,
        name: Option<&str>,
    ) -> Result<Retagged, Error> {
        let tag = text::tag(tag)?;
        let name = name.map(text::tag).transpose()?;
        if name.as_ref() == Some(&tag) {
            return Err(Error::invalid(format!(
                "The tag is called @{} already. Nothing was changed.",
                text::excerpt(&tag, 60)
            )));
        }
        let group = GroupId::fresh(self.now().timestamp());
        let caller = self.caller_in(actor, group);
        let mut retagged = Retagged { group, tasks: 0 };
        loop {
            let ids = self.tagged(&tag).await?;
            if ids.is_empty() {
                break;
            }
            retagged.tasks += ids.len();
            let (tag, name) = (tag.clone(), name.clone());
            caller.apply(Action::RetagTasks { ids, tag, name }).await?;
        }
        if retagged.tasks == 0 {
            return Err(Error::not_found(format!(
                "No task has the tag @{}. Nothing was changed.",
                text::excerpt(&tag, 60)
            )));
        }
        Ok(retagged)
    }

    /// Tasks that carry a tag, as many as one action takes.
    async fn tagged(&self, tag: &str) -> Result<Vec<TaskId>, Error> {
        let tag = tag.to_owned();
        let limit = i64::try_from(BULK_LIMIT).unwrap_or(i64::MAX);
        self.read(move |connection| ids(connection, sql::TAGGED, (tag, limit)))
            .await
    }
}
