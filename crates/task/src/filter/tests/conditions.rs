//! Each condition that is no date with tasks that it fits and tasks that it doesn't.

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
