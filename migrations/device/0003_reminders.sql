-- The device's database, version 3: reminders. What rings is derived; what was told and what was
-- put off is this device's alone.

-- When the reminders of open tasks ring, derived from their records.
CREATE TABLE alarm (
    row     INTEGER NOT NULL,               -- the task's
    key     TEXT    NOT NULL,               -- the reminder, and the due date that it comes before
    near    INTEGER NOT NULL,               -- about when it rings in any zone (crates/task/src/alarm.rs):
                                            -- milliseconds since 1970
    implied INTEGER NOT NULL,               -- 1: the due time of a task without reminders
    PRIMARY KEY (row, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX alarm_near ON alarm (near);

-- What has become of alarms that have rung. They stay known while the task has them, and some days
-- longer, so that none is told twice.
CREATE TABLE reminded (
    row  INTEGER NOT NULL,                  -- the task's
    key  TEXT    NOT NULL,                  -- the alarm's
    at   INTEGER NOT NULL,                  -- when it rang: milliseconds since 1970
    told INTEGER NOT NULL,                  -- 0 not yet, 1 by itself, 2 in a summary, 3 let go
    PRIMARY KEY (row, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminded_waiting ON reminded (row, key) WHERE told = 0;

-- Tasks whose reminder was put off.
CREATE TABLE snooze (
    row   INTEGER PRIMARY KEY,              -- the task's
    until TEXT    NOT NULL,                 -- a time, as a reminder's text
    due   TEXT                              -- when the task was due then; it holds while that is so
) STRICT;

PRAGMA user_version = 3;
