-- The device's database, version 1. Migrations are append-only: never edit one that has landed.

-- The hybrid logical clock of this device (crates/task/src/stamp.rs), both numbers as 64 bits.
CREATE TABLE clock (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    device INTEGER NOT NULL,
    tick   INTEGER NOT NULL
) STRICT;
INSERT INTO clock (one, device, tick) VALUES (1, random(), 0);

-- A task. `record` is the truth: every field with its stamp, as JSON. The columns after it are
-- derived from it in the same statement, for the views.
CREATE TABLE task (
    row       INTEGER PRIMARY KEY,          -- the row in task_text
    id        BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    record    TEXT    NOT NULL,
    list      BLOB,                         -- NULL: the Inbox
    due       TEXT    NOT NULL,             -- the due date's text; '~' sorts after all: none
    priority  INTEGER NOT NULL,             -- 1 to 4
    completed INTEGER,                      -- milliseconds since 1970; NULL: open
    deleted   INTEGER                       -- milliseconds since 1970; NULL: not in the trash
) STRICT;
CREATE INDEX task_open_by_list ON task (list, id) WHERE completed IS NULL AND deleted IS NULL;
CREATE INDEX task_open_by_due ON task (due, priority, id) WHERE completed IS NULL AND deleted IS NULL;
CREATE INDEX task_by_completion ON task (completed, id) WHERE completed IS NOT NULL AND deleted IS NULL;
CREATE INDEX task_by_deletion ON task (deleted, id) WHERE deleted IS NOT NULL;
CREATE INDEX task_by_short_id ON task (substr(hex(id), 25));

-- The tags of each task, derived from its record.
CREATE TABLE task_tag (
    tag  TEXT NOT NULL,
    task BLOB NOT NULL,
    PRIMARY KEY (tag, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_tag_by_task ON task_tag (task);

-- The words of each task, derived from its record; the text itself stays there.
CREATE VIRTUAL TABLE task_text USING fts5 (
    title, notes, tags,
    content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- A list; `record` is the truth, `deleted` is derived.
CREATE TABLE list (
    id      BLOB    PRIMARY KEY CHECK (length(id) = 16),
    record  TEXT    NOT NULL,
    deleted INTEGER
) STRICT, WITHOUT ROWID;

-- The change log: what was done, by whom. It is the activity, what undo reads, what other
-- processes catch up on, and what sync will have to send.
CREATE TABLE change (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    undo_group BLOB  NOT NULL,              -- changes that are taken back together
    actor    TEXT    NOT NULL,
    at       INTEGER NOT NULL,              -- milliseconds since 1970
    deed     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,              -- the first task's title at that time
    count    INTEGER NOT NULL,              -- how many tasks
    writes   TEXT    NOT NULL,              -- JSON: [[kind, id, field, old, new], …]
    root     INTEGER,                       -- the change that this takes back or does again
    undone   INTEGER NOT NULL DEFAULT 0     -- of a change without root: 0 stands, 1 taken back,
                                            -- 2 stands, since others had built on all of it
) STRICT;
CREATE INDEX change_by_group ON change (undo_group);
CREATE INDEX change_by_actor ON change (actor, undone, seq) WHERE root IS NULL;
CREATE INDEX change_reversal ON change (actor, seq) WHERE root IS NOT NULL;

-- Which entities a change wrote to.
CREATE TABLE change_entity (
    entity BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    kind   TEXT    NOT NULL CHECK (kind IN ('task', 'list')),
    PRIMARY KEY (entity, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_entity_by_seq ON change_entity (seq);

-- The chat's threads and their items, as JSON. Items stand in the order of `seq`.
CREATE TABLE thread (
    id         TEXT    PRIMARY KEY,
    created_at INTEGER NOT NULL,            -- microseconds since 1970
    thread     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_by_age ON thread (created_at, id);

CREATE TABLE thread_item (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    thread TEXT NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
    id     TEXT NOT NULL,
    item   TEXT NOT NULL,
    UNIQUE (thread, id)
) STRICT;
CREATE INDEX thread_item_by_place ON thread_item (thread, seq);

PRAGMA user_version = 1;
