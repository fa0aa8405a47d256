//! Every statement that runs against the database, in one place, so that a test can prepare them
//! all against the migrated schema.

/// The pragma that holds the version of the schema.
pub(crate) const VERSION: &str = "user_version";

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:literal;)+) => {
        $( $(#[$doc])* pub(crate) const $name: &str = $sql; )+

        #[cfg(test)]
        const ALL: &[(&str, &str)] = &[ $( (stringify!($name), $sql) ),+ ];
    };
}

statements! {
    KEEP_REFERENCES = "PRAGMA foreign_keys = ON";
    KEEP_DURABLE = "PRAGMA synchronous = FULL";
    READ_ONLY = "PRAGMA query_only = ON";
    /// Kept in the file; answers the mode that it has then.
    USE_WAL = "PRAGMA journal_mode = WAL";
    READ_VERSION = "PRAGMA user_version";
    READ_APPLICATION = "PRAGMA application_id";
    /// The letters CALO.
    MARK_AS_OURS = "PRAGMA application_id = 1128352847";
    COUNT_TABLES = "SELECT count(*) FROM sqlite_schema";
    COPY_INTO = "VACUUM INTO ?1";

    READ_CLOCK = "SELECT device, tick FROM clock WHERE one = 1";
    SET_CLOCK = "UPDATE clock SET tick = ?1 WHERE one = 1";

    TASK_RECORD = "SELECT record FROM task WHERE id = ?1";
    SAVE_TASK =
        "INSERT INTO task (id, record, list, due, priority, completed, deleted)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET record = ?2, list = ?3, due = ?4, priority = ?5,
             completed = ?6, deleted = ?7
         RETURNING row";
    CLEAR_TAGS = "DELETE FROM task_tag WHERE task = ?1";
    ADD_TAG = "INSERT INTO task_tag (tag, task) VALUES (?1, ?2)";
    CLEAR_TEXT = "DELETE FROM task_text WHERE rowid = ?1";
    ADD_TEXT = "INSERT INTO task_text (rowid, title, notes, tags) VALUES (?1, ?2, ?3, ?4)";

    LIST_RECORD = "SELECT record FROM list WHERE id = ?1";
    SAVE_LIST =
        "INSERT INTO list (id, record, deleted) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET record = ?2, deleted = ?3";
    LIVE_LISTS = "SELECT id, record FROM list WHERE deleted IS NULL ORDER BY id";

    TASKS_BY_SHORT_ID = "SELECT id FROM task WHERE substr(hex(id), 25) = ?1";

    /// Tasks in no list; a list in the trash is none.
    PAGE_INBOX =
        "SELECT id, record, due, priority, completed, deleted FROM task
         WHERE list IS NULL AND completed IS NULL AND deleted IS NULL AND id > ?1
         UNION ALL
         SELECT id, record, due, priority, completed, deleted FROM task
         WHERE list IN (SELECT id FROM list WHERE deleted IS NOT NULL)
             AND completed IS NULL AND deleted IS NULL AND id > ?1
         ORDER BY id LIMIT ?2";
    IDS_INBOX =
        "SELECT id FROM task WHERE list IS NULL AND completed IS NULL AND deleted IS NULL
         UNION ALL
         SELECT id FROM task
         WHERE list IN (SELECT id FROM list WHERE deleted IS NOT NULL)
             AND completed IS NULL AND deleted IS NULL
         ORDER BY id";
    /// Tasks in a list, after an id.
    PAGE_LIST =
        "SELECT id, record, due, priority, completed, deleted FROM task
         WHERE list = ?1 AND completed IS NULL AND deleted IS NULL AND id > ?2
         ORDER BY id LIMIT ?3";
    IDS_LIST =
        "SELECT id FROM task WHERE list = ?1 AND completed IS NULL AND deleted IS NULL ORDER BY id";
    /// Open tasks whose due text lies in a range, after a place in the order.
    PAGE_DUE =
        "SELECT id, record, due, priority, completed, deleted FROM task
         WHERE completed IS NULL AND deleted IS NULL AND due >= ?1 AND due < ?2
             AND (due, priority, id) > (?3, ?4, ?5)
         ORDER BY due, priority, id LIMIT ?6";
    IDS_DUE =
        "SELECT id FROM task
         WHERE completed IS NULL AND deleted IS NULL AND due >= ?1 AND due < ?2
         ORDER BY due, priority, id";
    PAGE_TAG =
        "SELECT task.id, record, due, priority, completed, deleted
         FROM task_tag JOIN task ON task.id = task_tag.task
         WHERE tag = ?1 AND completed IS NULL AND deleted IS NULL AND task_tag.task > ?2
         ORDER BY task_tag.task LIMIT ?3";
    IDS_TAG =
        "SELECT task.id FROM task_tag JOIN task ON task.id = task_tag.task
         WHERE tag = ?1 AND completed IS NULL AND deleted IS NULL ORDER BY task_tag.task";
    PAGE_COMPLETED =
        "SELECT id, record, due, priority, completed, deleted FROM task
         WHERE completed IS NOT NULL AND deleted IS NULL AND (completed, id) < (?1, ?2)
         ORDER BY completed DESC, id DESC LIMIT ?3";
    IDS_COMPLETED =
        "SELECT id FROM task WHERE completed IS NOT NULL AND deleted IS NULL
         ORDER BY completed DESC, id DESC";
    PAGE_TRASH =
        "SELECT id, record, due, priority, completed, deleted FROM task
         WHERE deleted IS NOT NULL AND (deleted, id) < (?1, ?2)
         ORDER BY deleted DESC, id DESC LIMIT ?3";
    IDS_TRASH = "SELECT id FROM task WHERE deleted IS NOT NULL ORDER BY deleted DESC, id DESC";
    /// Tasks completed since an instant, the latest first.
    COMPLETED_SINCE =
        "SELECT id, record FROM task
         WHERE completed IS NOT NULL AND deleted IS NULL AND completed >= ?1
         ORDER BY completed DESC, id DESC LIMIT 500";

    COUNT_INBOX =
        "SELECT
             (SELECT count(*) FROM task
              WHERE list IS NULL AND completed IS NULL AND deleted IS NULL)
           + (SELECT count(*) FROM task
              WHERE list IN (SELECT id FROM list WHERE deleted IS NOT NULL)
                  AND completed IS NULL AND deleted IS NULL)";
    COUNT_DUE =
        "SELECT count(*) FROM task
         WHERE completed IS NULL AND deleted IS NULL AND due >= ?1 AND due < ?2";
    COUNT_BY_LIST =
        "SELECT list, count(*) AS open FROM task
         WHERE list IS NOT NULL AND completed IS NULL AND deleted IS NULL GROUP BY list";
    COUNT_BY_TAG =
        "SELECT tag, count(*) AS open FROM task_tag JOIN task ON task.id = task_tag.task
         WHERE completed IS NULL AND deleted IS NULL GROUP BY tag ORDER BY tag";

    SEARCH =
        "SELECT id, record FROM task_text JOIN task ON task.row = task_text.rowid
         WHERE task_text MATCH ?1 AND deleted IS NULL
         ORDER BY task_text.rowid DESC LIMIT ?2";

    ADD_CHANGE =
        "INSERT INTO change (undo_group, actor, at, deed, subject, count, writes, root)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING seq";
    ADD_CHANGE_ENTITY = "INSERT INTO change_entity (entity, seq, kind) VALUES (?1, ?2, ?3)";
    LAST_SEQ = "SELECT coalesce(max(seq), 0) FROM change";
    CHANGED_SINCE =
        "SELECT DISTINCT entity, kind FROM change_entity WHERE seq > ?1 AND seq <= ?2";

    LAST_GROUP =
        "SELECT undo_group FROM change
         WHERE actor = ?1 AND root IS NULL AND undone = ?2 ORDER BY seq DESC LIMIT 1";
    /// What this actor took back last, if they have done nothing new since.
    LAST_REVERSED_GROUP =
        "SELECT origin.undo_group FROM change AS reversal
         JOIN change AS origin ON origin.seq = reversal.root
         WHERE reversal.actor = ?1 AND reversal.root IS NOT NULL AND origin.undone = 1
             AND reversal.seq > (
                 SELECT coalesce(max(seq), 0) FROM change WHERE actor = ?1 AND root IS NULL)
         ORDER BY reversal.seq DESC LIMIT 1";
    GROUP_CHANGES =
        "SELECT seq, actor, deed, subject, count, writes, undone FROM change
         WHERE undo_group = ?1 AND root IS NULL ORDER BY seq";
    /// What later changes that still stand wrote to an entity. A reversal counts as the change
    /// that it takes back or does again.
    STANDING_SINCE =
        "SELECT writes FROM change_entity JOIN change ON change.seq = change_entity.seq
         WHERE entity = ?1 AND change_entity.seq > ?2 AND root IS NULL AND undone <> 1";
    /// What earlier changes wrote to an entity, the latest first, and whether they stand.
    WRITTEN_BEFORE =
        "SELECT writes, undone FROM change_entity JOIN change ON change.seq = change_entity.seq
         WHERE entity = ?1 AND change_entity.seq < ?2 AND root IS NULL
         ORDER BY change_entity.seq DESC";
    /// Tasks of a list that are not in the trash.
    TASKS_OF_LIST = "SELECT id FROM task WHERE list = ?1 AND deleted IS NULL";
    SET_UNDONE = "UPDATE change SET undone = ?2 WHERE seq = ?1";

    ADD_THREAD = "INSERT INTO thread (id, created_at, thread) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO NOTHING";
    THREAD = "SELECT thread FROM thread WHERE id = ?1";
    THREAD_PLACE = "SELECT created_at FROM thread WHERE id = ?1";
    THREADS_ASC =
        "SELECT thread FROM thread WHERE (created_at, id) > (?1, ?2)
         ORDER BY created_at, id LIMIT ?3";
    THREADS_DESC =
        "SELECT thread FROM thread WHERE (created_at, id) < (?1, ?2)
         ORDER BY created_at DESC, id DESC LIMIT ?3";
    SET_THREAD = "UPDATE thread SET thread = ?2 WHERE id = ?1";
    DELETE_THREAD = "DELETE FROM thread WHERE id = ?1";
    SAVE_ITEM =
        "INSERT INTO thread_item (thread, id, item) VALUES (?1, ?2, ?3)
         ON CONFLICT (thread, id) DO UPDATE SET item = ?3";
    ITEM = "SELECT item FROM thread_item WHERE thread = ?1 AND id = ?2";
    ITEM_PLACE = "SELECT seq FROM thread_item WHERE thread = ?1 AND id = ?2";
    ITEMS_ASC =
        "SELECT item FROM thread_item WHERE thread = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3";
    ITEMS_DESC =
        "SELECT item FROM thread_item WHERE thread = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3";
    DELETE_ITEM = "DELETE FROM thread_item WHERE thread = ?1 AND id = ?2";
    DELETE_ITEMS_AFTER = "DELETE FROM thread_item WHERE thread = ?1 AND seq > ?2";
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::pool::connect;
    use crate::{Options, Store};

    #[tokio::test]
    async fn every_statement_fits_the_migrated_schema() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options::default();
        let patience = options.patience;
        Store::open(folder.path(), options).await.unwrap();
        let connection = connect(&folder.path().join("calm-orbit.db"), patience).unwrap();
        for (name, statement) in ALL {
            if let Err(error) = connection.prepare(statement) {
                panic!("{name}: {error}");
            }
        }
    }

    /// A statement outside of this file would escape the test above.
    #[test]
    fn no_other_file_holds_statements() {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        for file in std::fs::read_dir(source).unwrap() {
            let path = file.unwrap().path();
            if path.file_name().is_some_and(|name| name == "sql.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for verb in ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "PRAGMA "] {
                assert!(
                    !text.contains(verb),
                    "{} holds a statement: {verb}",
                    path.display()
                );
            }
        }
    }
}
