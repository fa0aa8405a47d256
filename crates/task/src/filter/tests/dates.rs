//! Each condition about a date, with tasks that it fits and tasks that it doesn't.

use super::*;

#[test]
fn due_on_a_day() {
    separates(
        &[
            "today",
            "due today",
            "due: today",
            "date: Today",
            "2026-11-21",
            "21 nov",
            "-0 days",
            "1 day",
        ],
        &[due("2026-11-21"), due("2026-11-21T23:59")],
        &[due("2026-11-20"), due("2026-11-22T00:00"), task(|_| {})],
    );
    separates(
        &[
            "friday",
            "due:friday",
            "27 nov",
            "in 6 days",
            "+6 days",
            "2026-11-27",
        ],
        &[due("2026-11-27"), due("2026-11-27T09:00")],
        &[due("2026-11-20"), due("2026-11-28"), task(|_| {})],
    );
    separates(&["tomorrow"], &[due("2026-11-22")], &[due("2026-11-21")]);
    separates(
        &["yesterday", "-1 day", "1 day ago"],
        &[due("2026-11-20")],
        &[due("2026-11-21")],
    );
}

#[test]
fn due_before_and_after() {
    separates(
        &[
            "overdue",
            "due before: today",
            "before today",
            "Before: 21 nov",
            "date before today",
        ],
        &[due("2026-11-20T23:59"), due("1999-01-01")],
        &[due("2026-11-21T00:00"), due("2027-01-01"), task(|_| {})],
    );
    separates(
        &[
            "due after: friday",
            "after friday",
            "due after 27 nov",
            "after: in 6 days",
        ],
        &[due("2026-11-28"), due("9999-12-31")],
        &[due("2026-11-27T23:59"), task(|_| {})],
    );
}

#[test]
fn due_within_days() {
    separates(
        &[
            "next 7 days",
            "7 days",
            "1 week",
            "due: next 7 days",
            "Next 1 Weeks",
        ],
        &[due("2026-11-21"), due("2026-11-27T23:00")],
        &[due("2026-11-20"), due("2026-11-28"), task(|_| {})],
    );
}

#[test]
fn starts_and_deadlines() {
    let start = |text: &str| task(|t| t.start = Some(text.parse().unwrap()));
    let deadline = |text: &str| task(|t| t.deadline = Some(text.parse().unwrap()));
    separates(
        &["start: today", "start today", "start: next 1 day"],
        &[start("2026-11-21")],
        &[
            start("2026-11-22"),
            start("someday"),
            due("2026-11-21"),
            task(|_| {}),
        ],
    );
    separates(
        &["start before: monday", "start before monday"],
        &[start("2026-11-22"), start("2020-01-01")],
        &[start("2026-11-23"), start("someday"), task(|_| {})],
    );
    separates(
        &["start after: today"],
        &[start("2026-11-22")],
        &[start("2026-11-21"), start("someday")],
    );
    separates(
        &["no start"],
        &[task(|_| {})],
        &[start("someday"), start("2026-11-21")],
    );
    separates(
        &["someday", "start: someday"],
        &[start("someday")],
        &[start("2026-11-21"), task(|_| {})],
    );
    separates(
        &["deadline: friday", "deadline friday"],
        &[deadline("2026-11-27")],
        &[deadline("2026-11-26"), due("2026-11-27"), task(|_| {})],
    );
    separates(
        &["deadline before: friday", "deadline: next 6 days"],
        &[deadline("2026-11-26")],
        &[deadline("2026-11-27"), task(|_| {})],
    );
    separates(
        &["deadline after: friday"],
        &[deadline("2026-11-28")],
        &[deadline("2026-11-27")],
    );
    separates(&["no deadline"], &[task(|_| {})], &[deadline("2026-11-27")]);
}

#[test]
fn made_and_completed() {
    let made = |at: &str| task(|t| t.created_at = instant(at));
    let done = |at: &str| task(|t| t.completed_at = Some(instant(at)));
    // In Berlin the day begins an hour before that of UTC.
    separates(
        &[
            "created: today",
            "created today",
            "added: today",
            "created: saturday",
            "created: 21 nov",
        ],
        &[made("2026-11-20T23:00Z"), made("2026-11-21T22:59:59Z")],
        &[made("2026-11-20T22:59:59Z"), made("2026-11-21T23:00Z")],
    );
    separates(
        &[
            "created before: -7 days",
            "created before: 14 nov",
            "created before: 7 days ago",
        ],
        &[made("2026-11-13T22:59Z")],
        &[made("2026-11-13T23:00Z")],
    );
    separates(
        &["created after: friday", "created after: -1 day"],
        &[made("2026-11-20T23:00Z")],
        &[made("2026-11-20T22:59Z")],
    );
    separates(
        &[
            "completed: today",
            "completed today",
            "done: today",
            "completed after: -1 day",
        ],
        &[done("2026-11-21T08:00Z")],
        &[done("2026-11-20T08:00Z"), task(|_| {}), due("2026-11-21")],
    );
    separates(
        &["completed before: today"],
        &[done("2026-11-20T22:59Z")],
        &[done("2026-11-21T08:00Z"), task(|_| {})],
    );
}

#[test]
fn without_dates_and_times() {
    separates(
        &["no date", "no due", "No Due Date"],
        &[task(|_| {})],
        &[due("2026-11-21")],
    );
    separates(
        &["no time"],
        &[due("2026-11-21")],
        &[
            due("2026-11-21T09:00"),
            due("2026-11-21T09:00[Asia/Tokyo]"),
            task(|_| {}),
        ],
    );
}
