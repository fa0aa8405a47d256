//! Each condition with tasks that it fits and tasks that it doesn't.

use super::*;

#[test]
fn and_binds_tighter_than_or() {
    let p1 = |sample: Sample| Sample {
        priority: Priority::P1,
        ..sample
    };
    let query = "p1 & @work | overdue";
    assert!(shown(query, &due("2026-11-01")));
    assert!(shown(query, &p1(task(|t| t.tags = vec!["work".into()]))));
    assert!(!shown(query, &p1(task(|_| {}))));
    let grouped = "p1 & (@work | overdue)";
    assert!(!shown(grouped, &due("2026-11-01")));
    assert!(shown(grouped, &p1(due("2026-11-01"))));
    // Not binds tightest.
    assert!(shown("!p1 | p1", &p1(task(|_| {}))));
    assert!(!shown("!(p1 | p1)", &p1(task(|_| {}))));
}

#[test]
fn white_space_and_case_are_free() {
    for query in [
        "today|overdue&@work&p1",
        " TODAY |\tOverdue  & @Work\n& P1 ",
        "today | (overdue & @work & p1)",
        "Today\u{a0}| ((overdue&@work & p1))",
    ] {
        let filter = parsed(query);
        assert_eq!(
            filter.to_string().to_lowercase(),
            "due: today | due before: today & @work & p1"
        );
        assert_eq!(filter.text(), query.trim());
    }
}

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

#[test]
fn tags() {
    let tagged = |tags: &[&str]| task(|t| t.tags = tags.iter().map(|t| (*t).into()).collect());
    separates(
        &["@work", "@WORK", "@\"work\"", "@“work”"],
        &[tagged(&["home", "work"])],
        &[tagged(&["works"]), tagged(&["home"]), task(|_| {})],
    );
    separates(
        &["@wo*", "@*rk*", "@w*"],
        &[tagged(&["work"]), tagged(&["home", "works"])],
        &[tagged(&["home"]), task(|_| {})],
    );
    separates(&["@*"], &[tagged(&["a"])], &[task(|_| {})]);
    separates(
        &["no tags", "no labels"],
        &[task(|_| {})],
        &[tagged(&["a"])],
    );
    separates(
        &["@\"Phone Calls\"", "@phone-calls"],
        &[tagged(&["phone-calls"])],
        &[tagged(&["phone"])],
    );
    separates(&["@\"r&d\""], &[tagged(&["r&d"])], &[tagged(&["r"])]);
}

#[test]
fn lists() {
    let listed = |list: &str| task(|t| t.list = Some(list.into()));
    separates(
        &["#home", "#HOME", "#\"Home\""],
        &[listed("Home")],
        &[listed("Homes"), listed("Work"), task(|_| {})],
    );
    separates(
        &["#\"Two words\"", "#two*"],
        &[listed("Two Words")],
        &[listed("Twenty"), listed("One")],
    );
    separates(
        &["#\"Say \\\"hi\\\"\"", "#say*"],
        &[listed("Say \"hi\"")],
        &[listed("hi")],
    );
    separates(
        &["#Inbox", "#\"inbox\""],
        &[task(|_| {})],
        &[listed("Home")],
    );
    separates(&["#*"], &[listed("Home")], &[task(|_| {})]);
    separates(
        &["#caf*"],
        &[listed("CAFE\u{301}"), listed("Café")],
        &[listed("Cantina")],
    );
}

#[test]
fn priorities() {
    for (query, priority) in [
        ("p1", Priority::P1),
        ("P2", Priority::P2),
        ("p3", Priority::P3),
        ("p4", Priority::P4),
        ("no priority", Priority::P4),
    ] {
        for own in [Priority::P1, Priority::P2, Priority::P3, Priority::P4] {
            let sample = task(|t| t.priority = own);
            assert_eq!(
                shown(query, &sample),
                own == priority,
                "{query} and {own:?}"
            );
        }
    }
}

#[test]
fn words() {
    let full = task(|t| {
        t.title = "Buy Milk & bread".into();
        t.notes = "At the Café.\nNot oat!".into();
        t.tags = vec!["corner-shop".into()];
    });
    separates(
        &[
            "search: milk bread",
            "\"bread MIL\"",
            "“cafe”",
            "search: café",
            "search: \"milk & oat\"",
            "search:shop",
            "search: buy corner at",
            "search: milk & search: bread",
        ],
        std::slice::from_ref(&full),
        &[titled("Buy butter only"), titled("Almond-based tea")],
    );
    for query in [
        "\"ilk\"",
        "search: milk beer",
        "\"milk\" & \"beer\"",
        "search: milks",
    ] {
        assert!(!shown(query, &full), "{query}");
    }
    separates(
        &["\"today\"", "search: today"],
        &[titled("Read Today")],
        &[due("2026-11-21")],
    );
    separates(
        &["search: 面包", "\"包\""],
        &[titled("买牛奶面包")],
        &[titled("买牛奶")],
    );
    separates(
        &["search: über", "\"uber\""],
        &[titled("Über Wien"), titled("U\u{308}ber")],
        &[titled("ob")],
    );
}

#[test]
fn what_a_task_has() {
    separates(
        &["recurring"],
        &[task(|t| t.recurring = true)],
        &[task(|_| {})],
    );
    separates(
        &["subtask", "subtasks"],
        &[task(|t| t.subtask = true)],
        &[task(|_| {})],
    );
    separates(
        &["has: notes", "has notes", "has:notes"],
        &[task(|t| t.notes = "x".into())],
        &[task(|_| {}), task(|t| t.notes = " \n".into())],
    );
    separates(
        &["has: reminder", "has reminders"],
        &[task(|t| t.reminder = true)],
        &[task(|_| {})],
    );
}

#[test]
fn who_made_it() {
    let by = |actor: Actor| task(|t| t.created_by = actor);
    let laptop = Actor::Device {
        name: "Laptop".into(),
    };
    separates(
        &["by: me", "by:ME"],
        &[by(Actor::Person), by(laptop.clone())],
        &[
            by(Actor::Assistant),
            by(Actor::client("me")),
            by(Actor::Server),
        ],
    );
    separates(
        &["by: assistant"],
        &[by(Actor::Assistant)],
        &[by(Actor::Person), by(Actor::client("assistant"))],
    );
    separates(
        &["by: \"assistant\""],
        &[by(Actor::client("Assistant"))],
        &[by(Actor::Assistant)],
    );
    separates(
        &["by: \"me\""],
        &[by(Actor::client("Me"))],
        &[by(Actor::Person), by(laptop.clone())],
    );
    separates(&["by: server"], &[by(Actor::Server)], &[by(Actor::Person)]);
    separates(
        &["by: Claude Code", "by: claude*", "by: \"claude  code\""],
        &[by(Actor::client("Claude Code"))],
        &[by(Actor::client("Cursor")), by(Actor::Person)],
    );
    separates(&["by: laptop"], &[by(laptop)], &[by(Actor::Person)]);
}
