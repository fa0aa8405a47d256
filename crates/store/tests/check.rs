//! The check finds what is wrong, and the repair puts it right.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use profile::{Profile, furnish};

#[tokio::test]
async fn a_sound_profile_has_no_problems_and_is_counted() {
    let profile = Profile::new().await;
    profile.is_sound().await;
    furnish(&profile.store).await;
    let report = profile.store.check().await.unwrap();
    assert_eq!(report.problems, Vec::<String>::new());
    assert_eq!((report.tasks, report.lists, report.filters), (5, 1, 1));
    assert_eq!((report.occurrences, report.changes), (1, 9));
    profile.undo().await;
    profile.is_sound().await;
}

/// Whatever of the derived is spoilt, the check says so and the repair mends it.
#[tokio::test]
async fn what_is_derived_is_compared_and_mended() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    for (damage, said) in [
        (
            "UPDATE task SET priority = 2 WHERE status = 0",
            "the row of task",
        ),
        (
            "UPDATE task SET due = '~' WHERE zoned = 1",
            "the row of task",
        ),
        ("DELETE FROM task WHERE status = 1", "the row of task"),
        (
            "DELETE FROM task_tag WHERE tag = 'garden'",
            "the tags of task",
        ),
        ("UPDATE task_tag SET day = '2000-01-01'", "the tags of task"),
        (
            "INSERT INTO task_tag VALUES ('stray', 1, '~', 1, 'x', 999)",
            "a tag belongs to no task: stray",
        ),
        (
            "DELETE FROM task_text WHERE rowid = 1",
            "the index lacks money of row 1",
        ),
        (
            "INSERT INTO task_text (rowid, title, notes, tags) VALUES (77, 'ghost', '', '')",
            "the index has ghost for row 77",
        ),
        (
            "UPDATE tally SET open = open + 1 WHERE kind = 'tag'",
            "the count of tag",
        ),
        ("DELETE FROM tally WHERE kind = 'open'", "the count of open"),
        ("UPDATE list SET deleted = 5", "list "),
        ("UPDATE filter SET deleted = 5", "filter "),
        ("UPDATE task SET path = 'V'", "have the path V"),
    ] {
        profile.meddle(damage);
        let report = profile.store.check().await.unwrap();
        assert!(
            report.problems.iter().any(|problem| problem.contains(said)),
            "{damage}: {:?}",
            report.problems
        );
        profile.store.repair().await.unwrap();
        profile.is_sound().await;
    }
}

/// What is no longer true in the truth itself is said.
#[tokio::test]
async fn records_log_and_clock_are_looked_at() {
    for (damage, said) in [
        (
            "UPDATE task_record SET record = replace(record, ',', ', ') WHERE row = 1",
            "is not as it is written",
        ),
        ("UPDATE list SET record = '{'", "cannot be read"),
        ("UPDATE clock SET tick = 1", "the clock is behind"),
        (
            "DELETE FROM change_write WHERE seq = 2",
            "change 2 wrote nothing",
        ),
        ("DELETE FROM change WHERE seq = 2", "writes of change 2"),
        ("DELETE FROM filter", "wrote to a filter that is not there"),
        (
            "UPDATE change_write SET writes = '[]' WHERE seq = 3",
            "wrote nothing to it",
        ),
        (
            "UPDATE change_write SET writes = '[7]' WHERE seq = 3",
            "change 3 cannot be read",
        ),
        (
            "DELETE FROM task_record WHERE row = 3",
            "belongs to no record",
        ),
    ] {
        let profile = Profile::new().await;
        furnish(&profile.store).await;
        profile.meddle(damage);
        let report = profile.store.check().await.unwrap();
        assert!(
            report.problems.iter().any(|problem| problem.contains(said)),
            "{damage}: {:?}",
            report.problems
        );
    }
}
