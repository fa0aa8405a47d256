//! Lists in the trash.

use task::{Error, List};

use crate::{Store, records};

impl Store {
    /// The lists in the trash, the latest deleted first. Views and the overview don't know them.
    ///
    /// # Errors
    /// Where the database can't be read.
    pub async fn deleted_lists(&self) -> Result<Vec<List>, Error> {
        self.read(|connection| {
            let records = records::lists(connection)?;
            let mut lists: Vec<List> = records
                .iter()
                .map(|(id, record)| List::from_record(*id, record))
                .filter(|list| list.deleted_at.is_some())
                .collect();
            lists.sort_by_key(|list| std::cmp::Reverse((list.deleted_at, list.id)));
            Ok(lists)
        })
        .await
    }
}
