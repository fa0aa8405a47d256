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
    /// 16 MiB, as they are needed: the pages that a group of new tasks touches, or a filter reads.
    KEEP_PAGES = "PRAGMA cache_size = -16384";
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

    TASK_RECORD = "SELECT row, record FROM task_record WHERE id = ?1";
    SAVE_TASK =
        "INSERT INTO task_record (id, record) VALUES (?1, ?2)
         ON CONFLICT (id) DO UPDATE SET record = ?2 RETURNING row";
    LIST_RECORD = "SELECT record FROM list WHERE id = ?1";
    SAVE_LIST =
        "INSERT INTO list (id, record, deleted) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET record = ?2, deleted = ?3";
    LIST_RECORDS = "SELECT id, record FROM list";
    FILTER_RECORD = "SELECT record FROM filter WHERE id = ?1";
    SAVE_FILTER =
        "INSERT INTO filter (id, record, deleted) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET record = ?2, deleted = ?3";
    FILTER_RECORDS = "SELECT id, record FROM filter";
    OCCURRENCE_RECORD = "SELECT record FROM occurrence WHERE task = ?1 AND date = ?2";
    SAVE_OCCURRENCE =
        "INSERT INTO occurrence (task, date, record) VALUES (?1, ?2, ?3)
         ON CONFLICT (task, date) DO UPDATE SET record = ?3";
    OCCURRENCES = "SELECT date, record FROM occurrence WHERE task = ?1 ORDER BY date";
    ALL_TASK_IDS = "SELECT id FROM task_record ORDER BY row";

    /// The derived row of a task.
    TASK_ROW =
        "SELECT status, list, parent, path, day, due, start, deadline, priority, someday,
             recurring, reminded, noted, zoned, created, completed, deleted, created_by,
             written_list, written_parent FROM task WHERE row = ?1";
    SAVE_TASK_ROW =
        "INSERT INTO task (row, id, status, list, parent, path, day, due, start, deadline,
             priority, someday, recurring, reminded, noted, zoned, created, completed, deleted,
             created_by, written_list, written_parent)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
             ?19, ?20, ?21, ?22)
         ON CONFLICT (row) DO UPDATE SET status = ?3, list = ?4, parent = ?5, path = ?6, day = ?7,
             due = ?8, start = ?9, deadline = ?10, priority = ?11, someday = ?12, recurring = ?13,
             reminded = ?14, noted = ?15, zoned = ?16, created = ?17, completed = ?18,
             deleted = ?19, created_by = ?20, written_list = ?21, written_parent = ?22";
    CLEAR_TAGS = "DELETE FROM task_tag WHERE row = ?1";
    /// Tasks that carry a tag, those in the trash too.
    TAGGED =
        "SELECT id FROM task_tag JOIN task USING (row) WHERE tag = ?1 ORDER BY row LIMIT ?2";
    TAGS_OF = "SELECT tag FROM task_tag WHERE row = ?1 ORDER BY tag";
    ADD_TAG =
        "INSERT INTO task_tag (tag, open, day, priority, path, row)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    CLEAR_TEXT = "DELETE FROM task_text WHERE rowid = ?1";
    ADD_TEXT = "INSERT INTO task_text (rowid, title, notes, tags) VALUES (?1, ?2, ?3, ?4)";
    /// A task and all that its descendants' records say are below it.
    WRITTEN_BELOW =
        "WITH RECURSIVE below (id) AS (
             VALUES (?1)
             UNION SELECT task.id FROM task JOIN below ON task.written_parent = below.id)
         SELECT id FROM below";
    TASKS_OF_WRITTEN_LIST = "SELECT id FROM task WHERE written_list = ?1";
    /// What a list shows, and what is in the trash of what was in it.
    TASKS_OF_LIST =
        "SELECT id FROM task WHERE list = ?1
         UNION SELECT id FROM task WHERE written_list = ?1 AND status = 2";
    /// Tasks of a list that are not in the trash.
    LIVING_OF_LIST = "SELECT id FROM task WHERE written_list = ?1 AND status IN (0, 1, 3)";
    ZONED_TASKS = "SELECT id FROM task WHERE zoned = 1";

    ALARMS_OF = "SELECT key, near, implied FROM alarm WHERE row = ?1 ORDER BY key";
    CLEAR_ALARMS = "DELETE FROM alarm WHERE row = ?1";
    ADD_ALARM = "INSERT INTO alarm (row, key, near, implied) VALUES (?1, ?2, ?3, ?4)";
    /// Alarms that nobody was told of, by about when they ring.
    ALARMS_NEAR =
        "SELECT id, alarm.key, implied, told IS NOT NULL AS waiting
         FROM alarm JOIN task USING (row)
         LEFT JOIN reminded ON reminded.row = alarm.row AND reminded.key = alarm.key
         WHERE near BETWEEN ?1 AND ?2 AND coalesce(told, 0) = 0 ORDER BY near, alarm.row, alarm.key";
    /// Alarms that have rung, and that nobody was told of, outside of those.
    ALARMS_WAITING =
        "SELECT id, alarm.key, implied, 1 AS waiting
         FROM reminded INDEXED BY reminded_waiting
         JOIN alarm ON reminded.row = alarm.row AND reminded.key = alarm.key
         JOIN task ON task.row = alarm.row
         WHERE told = 0 AND near NOT BETWEEN ?1 AND ?2 ORDER BY near, alarm.row, alarm.key";
    NEXT_ALARM = "SELECT min(near) FROM alarm WHERE near > ?1";
    SET_REMINDED =
        "INSERT INTO reminded (row, key, at, told)
         SELECT row, ?2, ?3, ?4 FROM task_record WHERE id = ?1
         ON CONFLICT (row, key) DO UPDATE SET at = ?3, told = ?4";
    /// What was only counted in a summary, of alarms that are to ring after all.
    FORGET_SUMMARIES = "DELETE FROM reminded WHERE told = 2 AND at > ?1";
    FORGET_REMINDED =
        "DELETE FROM reminded WHERE at < ?1 AND NOT EXISTS (
             SELECT 1 FROM alarm WHERE alarm.row = reminded.row AND alarm.key = reminded.key)";
    SNOOZES =
        "SELECT id, until, snooze.due, status FROM snooze
         JOIN task ON task.row = snooze.row ORDER BY id";
    SET_SNOOZE =
        "INSERT INTO snooze (row, until, due) SELECT row, ?2, ?3 FROM task_record WHERE id = ?1
         ON CONFLICT (row) DO UPDATE SET until = ?2, due = ?3";
    CLEAR_SNOOZE =
        "DELETE FROM snooze WHERE until = ?2
             AND row = (SELECT row FROM task_record WHERE id = ?1)";

    SETTING = "SELECT value FROM setting WHERE name = ?1";
    SET_SETTING =
        "INSERT INTO setting (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = ?2";

    /// The siblings before and after a place below a task.
    SIBLING_BEFORE =
        "SELECT record_of.id, record FROM task JOIN task_record AS record_of USING (row)
         WHERE parent = ?1 AND path < ?2 AND status IN (0, 1, 3) ORDER BY path DESC LIMIT 1";
    SIBLING_AFTER =
        "SELECT record_of.id, record FROM task JOIN task_record AS record_of USING (row)
         WHERE parent = ?1 AND path > ?2 AND status IN (0, 1, 3) ORDER BY path LIMIT 1";
    /// The same at the top of a list, as it shows: without the completed, of which a list may have
    /// any number.
    ROOT_BEFORE =
        "SELECT record_of.id, record FROM task JOIN task_record AS record_of USING (row)
         WHERE list IS ?1 AND parent IS NULL AND path < ?2 AND status IN (0, 3)
         ORDER BY path DESC LIMIT 1";
    ROOT_AFTER =
        "SELECT record_of.id, record FROM task JOIN task_record AS record_of USING (row)
         WHERE list IS ?1 AND parent IS NULL AND path > ?2 AND status IN (0, 3)
         ORDER BY path LIMIT 1";

    TASKS_BY_SHORT_ID = "SELECT id FROM task_record WHERE substr(hex(id), 25) = ?1";

    /// Tasks completed since an instant, the latest first.
    COMPLETED_SINCE =
        "SELECT task.id, task.row, record, list, parent, recurring FROM task
         JOIN task_record USING (row)
         WHERE status = 1 AND completed >= ?1
         ORDER BY completed DESC, task.id DESC LIMIT 500";
    /// How many subtasks a task has, and how many of them are completed.
    PROGRESS =
        "SELECT count(*) AS subtasks, count(CASE status WHEN 1 THEN 1 END) AS done
         FROM task WHERE parent = ?1 AND status IN (0, 1, 3)";
    SHOWN_TASK =
        "SELECT task.id, task.row, record, list, parent, recurring FROM task_record
         JOIN task USING (row) WHERE task_record.id = ?1 AND status < 4";

    /// Each author once. (DISTINCT would read the whole index.)
    AUTHORS =
        "WITH RECURSIVE author (name) AS (
             SELECT min(created_by) FROM task
             UNION ALL SELECT (SELECT min(created_by) FROM task WHERE created_by > author.name)
                 FROM author WHERE author.name IS NOT NULL)
         SELECT name FROM author WHERE name IS NOT NULL";

    TALLY = "SELECT kind, key, open FROM tally WHERE open > 0";
    COUNT_DAY = "SELECT count(*) FROM task WHERE status = 0 AND day >= ?1 AND day < ?2";
    COUNT_DUE = "SELECT count(*) FROM task WHERE status = 0 AND due < ?1";

    ADD_CHANGE =
        "INSERT INTO change (undo_group, actor, at, deed, subject, count, root)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING seq";
    ADD_CHANGE_WRITE =
        "INSERT INTO change_write (entity, seq, kind, writes) VALUES (?1, ?2, ?3, ?4)";
    LAST_SEQ = "SELECT coalesce(max(seq), 0) FROM change";
    FIRST_SEQ = "SELECT coalesce(min(seq), 0) FROM change";
    CHANGED_SINCE =
        "SELECT DISTINCT entity, kind FROM change_write WHERE seq > ?1 AND seq <= ?2";
    EVERYTHING =
        "SELECT id AS entity, 'task' AS kind FROM task_record
         UNION ALL SELECT id, 'list' FROM list
         UNION ALL SELECT id, 'filter' FROM filter";
    ACTIVITY =
        "SELECT seq, undo_group, actor, at, deed, subject, count, root, undone FROM change
         WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
    ACTIVITY_OF =
        "SELECT change.seq, undo_group, actor, at, deed, subject, count, root, undone
         FROM change_write JOIN change ON change.seq = change_write.seq
         WHERE entity = ?3 AND change_write.seq < ?1 ORDER BY change_write.seq DESC LIMIT ?2";
    ACTIVITY_OF_GROUP =
        "SELECT seq, undo_group, actor, at, deed, subject, count, root, undone FROM change
         WHERE undo_group = ?3 AND seq < ?1 ORDER BY seq DESC LIMIT ?2";
    ACTORS =
        "SELECT actor, max(at) AS last, count(*) AS changes FROM change
         GROUP BY actor ORDER BY last DESC, actor";
    WRITES_OF_CHANGE = "SELECT entity, kind, writes FROM change_write WHERE seq = ?1";

    LAST_GROUP =
        "SELECT undo_group FROM change
         WHERE actor = ?1 AND root IS NULL AND undone = ?2 ORDER BY seq DESC LIMIT 1";
    LAST_GROUPS =
        "SELECT undo_group FROM change
         WHERE actor = ?1 AND root IS NULL AND undone = ?2
         GROUP BY undo_group ORDER BY max(seq) DESC LIMIT 50";
    /// What this actor took back last, if they have done nothing new since.
    LAST_REVERSED_GROUP =
        "SELECT origin.undo_group FROM change AS reversal
         JOIN change AS origin ON origin.seq = reversal.root
         WHERE reversal.actor = ?1 AND reversal.root IS NOT NULL AND origin.undone = 1
             AND reversal.seq > (
                 SELECT coalesce(max(seq), 0) FROM change
                 WHERE actor = ?1 AND root IS NULL AND undone <> 3)
         ORDER BY reversal.seq DESC LIMIT 1";
    GROUP_CHANGES =
        "SELECT seq, actor, deed, subject, count, undone FROM change
         WHERE undo_group = ?1 AND root IS NULL ORDER BY seq";
    /// What later changes that still stand wrote to an entity. A reversal counts as the change
    /// that it takes back or does again.
    STANDING_SINCE =
        "SELECT writes FROM change_write JOIN change ON change.seq = change_write.seq
         WHERE entity = ?1 AND change_write.seq > ?2 AND root IS NULL AND undone <> 1";
    /// What earlier changes wrote to an entity, the latest first, and whether they stand.
    WRITTEN_BEFORE =
        "SELECT writes, undone FROM change_write JOIN change ON change.seq = change_write.seq
         WHERE entity = ?1 AND change_write.seq < ?2 AND root IS NULL
         ORDER BY change_write.seq DESC";
    /// Whether somebody else has changes in a group.
    IS_GROUP_OF_OTHERS =
        "SELECT EXISTS (SELECT 1 FROM change WHERE undo_group = ?1 AND actor <> ?2)";
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

    // The check: what SQLite itself says, then what stands beside what it should follow from.
    /// Looks at the words of the index, too.
    CHECK_FILE = "PRAGMA integrity_check(100)";
    CHECK_QUICKLY = "PRAGMA quick_check(1)";
    CHECK_REFERENCES = "PRAGMA foreign_key_check";
    ALL_TASK_RECORDS = "SELECT row, id, record FROM task_record ORDER BY row";
    ALL_OCCURRENCES = "SELECT task AS id, date, record FROM occurrence";
    LISTS_WITH_DELETED = "SELECT id, record, deleted FROM list";
    FILTERS_WITH_DELETED = "SELECT id, record, deleted FROM filter";
    ALL_CHANGE_WRITES = "SELECT entity, seq, kind, writes FROM change_write";
    TAG_ROWS = "SELECT tag, open, day, priority, path FROM task_tag WHERE row = ?1 ORDER BY tag";
    ALL_SUBJECTS = "SELECT DISTINCT subject FROM change";
    COUNT_CHANGES = "SELECT count(*) FROM change";
    COUNT_THREADS = "SELECT count(*) FROM thread";
    /// Rows that nothing belongs to, and rows that are missing, told as sentences.
    STRAY_ROWS =
        "SELECT 'task row ' || row || ' belongs to no record' FROM task
             WHERE NOT EXISTS (SELECT 1 FROM task_record
                 WHERE task_record.row = task.row AND task_record.id = task.id)
         UNION ALL SELECT 'a tag belongs to no task: ' || tag FROM task_tag
             WHERE row NOT IN (SELECT row FROM task)
         UNION ALL SELECT 'an alarm belongs to no task: ' || key FROM alarm
             WHERE row NOT IN (SELECT row FROM task)
         UNION ALL SELECT 'an occurrence belongs to no task: ' || date FROM occurrence
             WHERE task NOT IN (SELECT id FROM task_record)
         UNION ALL SELECT 'change ' || seq || ' wrote nothing' FROM change
             WHERE seq NOT IN (SELECT seq FROM change_write)
         UNION ALL SELECT 'writes of change ' || seq || ', which is not there' FROM change_write
             WHERE seq NOT IN (SELECT seq FROM change)
         UNION ALL SELECT 'change ' || seq || ' wrote to a ' || kind || ' that is not there'
             FROM change_write WHERE CASE kind
                 WHEN 'task' THEN entity NOT IN (SELECT id FROM task_record)
                 WHEN 'list' THEN entity NOT IN (SELECT id FROM list)
                 ELSE entity NOT IN (SELECT id FROM filter) END
         UNION ALL SELECT count(*) || ' tasks have the path ' || path FROM task
             GROUP BY path HAVING count(*) > 1
         LIMIT 1000";
    /// Counts that are not what they count, in either direction.
    WRONG_TALLIES =
        "WITH counted (kind, key, open) AS (
             SELECT 'open', '', count(*) FROM task WHERE status = 0
             UNION ALL SELECT 'inbox', '', count(*) FROM task
                 WHERE status = 0 AND list IS NULL AND someday = 0
             UNION ALL SELECT 'someday', '', count(*) FROM task WHERE status = 0 AND someday = 1
             UNION ALL SELECT 'list', list, count(*) FROM task
                 WHERE status IN (0, 3) AND list IS NOT NULL GROUP BY list
             UNION ALL SELECT 'tag', tag, count(*) FROM task_tag WHERE open = 1 GROUP BY tag)
         SELECT 'the count of ' || kind || ' ' || iif(typeof(key) = 'blob', hex(key), key)
             || ' is not ' || open
         FROM (
             SELECT * FROM (SELECT * FROM counted WHERE open > 0
                 EXCEPT SELECT kind, key, open FROM tally)
             UNION ALL
             SELECT kind, key, 0 FROM (SELECT kind, key FROM tally WHERE open <> 0
                 EXCEPT SELECT kind, key FROM counted WHERE open > 0))";
    /// Another index of words, which the one that is there must equal.
    EXPECT_WORDS =
        "CREATE VIRTUAL TABLE temp.expected_text USING fts5 (
             title, notes, tags,
             content = '', contentless_delete = 1, detail = column,
             tokenize = 'unicode61 remove_diacritics 0')";
    LIST_WORDS =
        "CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, task_text, instance)";
    LIST_EXPECTED_WORDS =
        "CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab (temp, expected_text, instance)";

    // The repair: away with all that is derived.
    CLEAR_TASK_ROWS = "DELETE FROM task";
    CLEAR_ALL_TAGS = "DELETE FROM task_tag";
    CLEAR_ALL_TEXT = "INSERT INTO task_text (task_text) VALUES ('delete-all')";
    CLEAR_TALLY = "DELETE FROM tally";
    CLEAR_ALL_ALARMS = "DELETE FROM alarm";

    // Upkeep.
    COUNT_TRASH = "SELECT count(*) FROM task WHERE status = 2";
    /// With [`LAST_SEQ`] it tells whether anything changed since a copy was made.
    LAST_ITEM = "SELECT coalesce(max(seq), 0) FROM thread_item";
    TRASH_BEFORE =
        "SELECT id FROM task WHERE status = 2 AND deleted < ?1 ORDER BY deleted, id LIMIT ?2";
    DELETE_OCCURRENCES = "DELETE FROM occurrence WHERE task = ?1";
    FIRST_SEQ_SINCE =
        "SELECT coalesce(min(seq), 9223372036854775807) FROM change WHERE at >= ?1";
    /// Where the groups begin that have a change at this position or after it.
    FIRST_OF_GROUPS_AT =
        "SELECT min(seq) FROM change
         WHERE undo_group IN (SELECT undo_group FROM change WHERE seq >= ?1)";
    FORGET_WRITES = "DELETE FROM change_write WHERE seq < ?1";
    FORGET_CHANGES = "DELETE FROM change WHERE seq < ?1";
    WRITES_SINCE = "SELECT entity, kind, writes FROM change_write WHERE seq > ?1";
    CLEAR_SETTING = "DELETE FROM setting WHERE name = ?1";

    // Restoring.
    /// Another device from now on: what it stamps is not what the lost database stamped.
    NEW_DEVICE = "UPDATE clock SET device = random() WHERE one = 1";
    /// Kept for the connection; answers the mode that it has then.
    ALONE = "PRAGMA locking_mode = EXCLUSIVE";
    BEGIN_ALONE = "BEGIN EXCLUSIVE";
    END = "COMMIT";
    ALL_THREADS = "SELECT id, created_at, thread FROM thread ORDER BY created_at, id";
    ALL_ITEMS = "SELECT id, item FROM thread_item WHERE thread = ?1 ORDER BY seq";
}

/// Adds to the index of [`EXPECT_WORDS`].
pub(crate) const EXPECT_TEXT: &str =
    "INSERT INTO temp.expected_text (rowid, title, notes, tags) VALUES (?1, ?2, ?3, ?4)";
/// What differs between the two indexes of words.
pub(crate) const WRONG_WORDS: &str = "SELECT 'the index lacks ' || term || ' of row ' || doc FROM (
         SELECT term, doc, col FROM temp.expected_words
         EXCEPT SELECT term, doc, col FROM temp.words)
     UNION ALL SELECT 'the index has ' || term || ' for row ' || doc FROM (
         SELECT term, doc, col FROM temp.words
         EXCEPT SELECT term, doc, col FROM temp.expected_words)
     LIMIT 1000";

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{ALL, EXPECT_TEXT, WRONG_WORDS};
    use crate::pool::connect;
    use crate::{Options, Store};

    #[tokio::test]
    async fn every_statement_fits_the_migrated_schema() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options::default();
        let patience = options.patience;
        Store::open(folder.path(), options).await.unwrap();
        let connection = connect(&folder.path().join("calm-orbit.db"), patience).unwrap();
        // What later ones look at.
        let tables = ALL.iter().filter(|(_, sql)| sql.starts_with("CREATE "));
        for (_, statement) in tables {
            connection.execute_batch(statement).unwrap();
        }
        let beside = [("EXPECT_TEXT", EXPECT_TEXT), ("WRONG_WORDS", WRONG_WORDS)];
        for (name, statement) in ALL.iter().copied().chain(beside) {
            if statement.starts_with("CREATE ") {
                continue;
            }
            if let Err(error) = connection.prepare(statement) {
                panic!("{name}: {error}");
            }
        }
    }

    /// A statement outside of this file would escape the test above.
    #[test]
    fn no_other_file_holds_statements() {
        let mut left = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        let mut files = 0;
        while let Some(path) = left.pop() {
            if path.is_dir() {
                let within = std::fs::read_dir(path).unwrap();
                left.extend(within.map(|file| file.unwrap().path()));
                continue;
            }
            files += 1;
            if path
                .file_name()
                .is_some_and(|name| name == "sql.rs" || name == "view_sql.rs")
            {
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
        assert!(files > 20, "{files}");
    }
}
