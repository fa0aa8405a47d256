-- The device's database, version 2: records apart from what is derived from them, subtasks,
-- recurrence, saved filters, counts. What is derived is filled in by the program after this.

-- Every task, as the truth has it: each field with its stamp, as JSON.
CREATE TABLE task_record (
    row    INTEGER PRIMARY KEY,             -- the row in task, task_tag and task_text
    id     BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    record TEXT    NOT NULL
) STRICT;
INSERT INTO task_record (row, id, record) SELECT row, id, record FROM task;
DROP TABLE task;
DROP TABLE task_tag;
DROP TABLE task_text;
CREATE INDEX task_record_by_short_id ON task_record (substr(hex(id), 25));

-- What the views need of each task, derived from its record, the records of those above it, its
-- occurrences and its list. Narrow, so that a filter can look at all of them.
CREATE TABLE task (
    row            INTEGER PRIMARY KEY,
    id             BLOB    NOT NULL,
    status         INTEGER NOT NULL,        -- 0 open, 1 completed, 2 in the trash, 3 open in an
                                            -- archived list, 4 purged from the trash
    list           BLOB,                    -- the list it shows in; NULL: the Inbox
    parent         BLOB,                    -- the task it stands below
    path           TEXT    NOT NULL,        -- its place in the order of its list, the trees included
    day            TEXT    NOT NULL,        -- when it belongs to Today; '~' sorts after all: never
    due            TEXT    NOT NULL,        -- when it is due in the zone of the setting; '~': not
    start          TEXT,                    -- the day to begin on, or 'someday'
    deadline       TEXT,
    priority       INTEGER NOT NULL,        -- 1 to 4
    someday        INTEGER NOT NULL,        -- 1: set aside, with no due date
    recurring      INTEGER NOT NULL,
    reminded       INTEGER NOT NULL,
    noted          INTEGER NOT NULL,
    zoned          INTEGER NOT NULL,        -- 1: due in a zone of its own
    created        INTEGER NOT NULL,        -- this and the next two: milliseconds since 1970
    completed      INTEGER,
    deleted        INTEGER,
    created_by     TEXT    NOT NULL,
    written_list   BLOB,                    -- as the record says, whether it is there or not
    written_parent BLOB
) STRICT;
-- All that a filter of open tasks asks, in the order in which it shows them: it reads this alone.
CREATE INDEX task_open ON task (
    day, priority, path, id, list, parent, due, start, deadline, someday, recurring, reminded,
    noted, created, created_by
) WHERE status = 0;
CREATE INDEX task_due ON task (due, priority, path, id) WHERE status = 0;
CREATE INDEX task_someday ON task (path, id) WHERE status = 0 AND someday = 1;
-- NULL, the Inbox, among the lists.
CREATE INDEX task_in_list ON task (list, path, someday, id) WHERE status IN (0, 3);
CREATE INDEX task_completed ON task (completed, id) WHERE status = 1;
CREATE INDEX task_trash ON task (deleted, id) WHERE status = 2;
CREATE INDEX task_author ON task (created_by);
CREATE INDEX task_below ON task (parent) WHERE parent IS NOT NULL;
CREATE INDEX task_zoned ON task (id) WHERE zoned = 1;
CREATE INDEX task_by_written_list ON task (written_list) WHERE written_list IS NOT NULL;
CREATE INDEX task_by_written_parent ON task (written_parent) WHERE written_parent IS NOT NULL;

-- The tags of each task, in the order of a tag's view.
CREATE TABLE task_tag (
    tag      TEXT    NOT NULL,
    open     INTEGER NOT NULL,              -- 1: the task's status is 0
    day      TEXT    NOT NULL,
    priority INTEGER NOT NULL,
    path     TEXT    NOT NULL,
    row      INTEGER NOT NULL,
    PRIMARY KEY (tag, open, day, priority, path, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_tag_by_row ON task_tag (row);

-- The words of each task, as crates/store/src/search.rs makes them: lower case, without accents,
-- runs of scripts without spaces as pairs of characters.
CREATE VIRTUAL TABLE task_text USING fts5 (
    title, notes, tags,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);

-- What became of the occurrences of recurring tasks. A record, as a task's.
CREATE TABLE occurrence (
    task   BLOB NOT NULL,
    date   TEXT NOT NULL,                   -- the civil date that the rule gives it
    record TEXT NOT NULL,
    PRIMARY KEY (task, date)
) STRICT, WITHOUT ROWID;

-- A saved filter; `record` is the truth, `deleted` is derived.
CREATE TABLE filter (
    id      BLOB    PRIMARY KEY CHECK (length(id) = 16),
    record  TEXT    NOT NULL,
    deleted INTEGER
) STRICT, WITHOUT ROWID;

-- How many open tasks there are: in all, in the Inbox, set aside, by list and by tag.
CREATE TABLE tally (
    kind TEXT    NOT NULL,                  -- 'open', 'inbox', 'someday', 'list', 'tag'
    key  ANY     NOT NULL,                  -- a list's id, a tag's name, else ''
    open INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER task_added AFTER INSERT ON task WHEN new.status IN (0, 3) BEGIN
    INSERT INTO tally (kind, key, open)
        SELECT 'list', new.list, 1 WHERE new.list IS NOT NULL
        UNION ALL SELECT 'open', '', 1 WHERE new.status = 0
        UNION ALL SELECT 'inbox', '', 1
            WHERE new.status = 0 AND new.list IS NULL AND new.someday = 0
        UNION ALL SELECT 'someday', '', 1 WHERE new.status = 0 AND new.someday = 1
        ON CONFLICT (kind, key) DO UPDATE SET open = open + 1;
END;
CREATE TRIGGER task_moved AFTER UPDATE OF status, list, someday ON task
WHEN old.status <> new.status OR old.list IS NOT new.list OR old.someday <> new.someday BEGIN
    UPDATE tally SET open = open - 1
        WHERE old.status IN (0, 3) AND kind = 'list' AND key = old.list;
    UPDATE tally SET open = open - 1 WHERE old.status = 0 AND kind = 'open' AND key = '';
    UPDATE tally SET open = open - 1
        WHERE old.status = 0 AND old.list IS NULL AND old.someday = 0
            AND kind = 'inbox' AND key = '';
    UPDATE tally SET open = open - 1
        WHERE old.status = 0 AND old.someday = 1 AND kind = 'someday' AND key = '';
    INSERT INTO tally (kind, key, open)
        SELECT 'list', new.list, 1 WHERE new.list IS NOT NULL AND new.status IN (0, 3)
        UNION ALL SELECT 'open', '', 1 WHERE new.status = 0
        UNION ALL SELECT 'inbox', '', 1
            WHERE new.status = 0 AND new.list IS NULL AND new.someday = 0
        UNION ALL SELECT 'someday', '', 1 WHERE new.status = 0 AND new.someday = 1
        ON CONFLICT (kind, key) DO UPDATE SET open = open + 1;
END;
CREATE TRIGGER tag_added AFTER INSERT ON task_tag WHEN new.open = 1 BEGIN
    INSERT INTO tally (kind, key, open) VALUES ('tag', new.tag, 1)
        ON CONFLICT (kind, key) DO UPDATE SET open = open + 1;
END;
CREATE TRIGGER tag_removed AFTER DELETE ON task_tag WHEN old.open = 1 BEGIN
    UPDATE tally SET open = open - 1 WHERE kind = 'tag' AND key = old.tag;
END;

-- What a change wrote to each entity, an occurrence's fields with its task's:
-- [[field, old, new], [field, old, new, date of the occurrence], …].
CREATE TABLE change_write (
    entity BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    kind   TEXT    NOT NULL CHECK (kind IN ('task', 'list', 'filter')),
    writes TEXT    NOT NULL,
    PRIMARY KEY (entity, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO change_write (entity, seq, kind, writes)
    SELECT entity, change_entity.seq, kind, (
        SELECT json_group_array(json_array(
            json_extract(entry.value, '$[2]'),
            json(entry.value -> '$[3]'),
            json(entry.value -> '$[4]')))
        FROM json_each(change.writes) AS entry
        WHERE replace(json_extract(entry.value, '$[1]'), '-', '') = lower(hex(entity)))
    FROM change_entity JOIN change ON change.seq = change_entity.seq;
DROP TABLE change_entity;
ALTER TABLE change DROP COLUMN writes;
CREATE INDEX change_write_by_seq ON change_write (seq);
CREATE INDEX change_by_age ON change (at);

-- What holds for the profile: 'zone' (the zone that task.due is written in), 'sent' (the position
-- of the change log up to which a backend has everything), 'keep_trash' and 'keep_activity' (days).
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
