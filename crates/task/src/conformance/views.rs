//! What can be looked at, searched for and counted.

use super::{Profile, add, add_draft, at, complete, due, edit, find, titles};
use crate::{Action, Code, Page, TaskDraft, View};

/// Views and their order.
pub async fn views_hold_what_they_say(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "no date").await;
    due(&tasks, "tomorrow", "2026-11-22").await;
    due(&tasks, "today at ten", "2026-11-21T10:00").await;
    let urgent = due(&tasks, "today, first", "2026-11-21").await;
    due(&tasks, "today, some time", "2026-11-21").await;
    due(&tasks, "late", "2026-11-19").await;
    edit(&tasks, urgent, r#"{"priority":"p1"}"#).await;
    let today = ["late", "today, first", "today, some time", "today at ten"];
    assert_eq!(titles(&tasks, View::Today).await, today);
    assert_eq!(titles(&tasks, View::Upcoming).await, ["tomorrow"]);
    let open = [
        "late",
        "today, first",
        "today, some time",
        "today at ten",
        "tomorrow",
        "no date",
    ];
    assert_eq!(titles(&tasks, View::Open).await, open);
    assert_eq!(titles(&tasks, View::Inbox).await.len(), 6);
}

/// "Today" is what the clock says.
pub async fn midnight_moves_tasks_between_views(profile: &Profile) {
    let tasks = profile.person();
    due(&tasks, "tomorrow", "2026-11-22").await;
    assert!(titles(&tasks, View::Today).await.is_empty());
    (profile.set_now)(at("2026-11-22T00:00[Europe/Berlin]"));
    assert_eq!(titles(&tasks, View::Today).await, ["tomorrow"]);
    assert!(titles(&tasks, View::Upcoming).await.is_empty());
    (profile.set_now)(
        at("2026-11-22T00:00[Europe/Berlin]").with_time_zone(jiff::tz::TimeZone::UTC),
    );
    assert!(
        titles(&tasks, View::Today).await.is_empty(),
        "in UTC it is still the 21st"
    );
}

/// Keyset pages.
pub async fn pages_hold_every_row_once(profile: &Profile) {
    let tasks = profile.person();
    for index in 0..23 {
        let day = ["2026-11-19", "2026-11-21", "2026-11-30"][index % 3];
        let id = due(&tasks, &format!("task {index}"), day).await;
        edit(&tasks, id, r#"{"add_tags":["all"],"list":"All"}"#).await;
        match index % 5 {
            0 => complete(&tasks, id, true).await,
            1 => drop(
                tasks
                    .apply(Action::DeleteTasks { ids: vec![id] })
                    .await
                    .unwrap(),
            ),
            _ => {}
        }
    }
    let list = tasks.overview().await.unwrap().lists[0].list.id;
    let tag = View::Tag { name: "all".into() };
    for view in [
        View::Inbox,
        View::Today,
        View::Upcoming,
        View::Open,
        View::Completed,
        View::Trash,
        View::List { id: list },
        tag,
    ] {
        let mut seen = Vec::new();
        let mut page = Page {
            after: None,
            limit: 4,
        };
        loop {
            let rows = tasks.view(&view, &page).await.unwrap();
            assert!(rows.tasks.len() <= 4);
            seen.extend(rows.tasks.iter().map(|task| task.id));
            match rows.next {
                Some(next) => page.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, tasks.ids(&view).await.unwrap(), "{view:?}");
    }
}

/// Cursors come from outside.
pub async fn a_foreign_cursor_is_refused(profile: &Profile) {
    let tasks = profile.person();
    for cursor in ["", "x", "a|b|c", "||", "2026|1|nope"] {
        let page = Page {
            after: Some(cursor.into()),
            limit: 5,
        };
        let error = tasks.view(&View::Open, &page).await.unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput, "{cursor}");
    }
}

/// Counts.
pub async fn counts_fit_the_views(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "no date").await;
    due(&tasks, "late", "2026-11-01").await;
    due(&tasks, "today", "2026-11-21T23:00").await;
    let moved = due(&tasks, "later", "2027-01-01").await;
    edit(&tasks, moved, r#"{"list":"Home","add_tags":["a"]}"#).await;
    let done = add(&tasks, "done").await;
    complete(&tasks, done, true).await;
    let overview = tasks.overview().await.unwrap();
    assert_eq!(
        (
            overview.open,
            overview.today,
            overview.overdue,
            overview.upcoming,
            overview.inbox
        ),
        (4, 2, 1, 1, 3)
    );
    assert_eq!((overview.lists[0].open, overview.tags[0].open), (1, 1));
}

/// "Done today".
pub async fn tasks_done_today_are_told(profile: &Profile) {
    let tasks = profile.person();
    let yesterday = add(&tasks, "yesterday's").await;
    let today = add(&tasks, "today's").await;
    complete(&tasks, yesterday, true).await;
    (profile.set_now)(at("2026-11-22T08:00[Europe/Berlin]"));
    complete(&tasks, today, true).await;
    let done = tasks.done_today(&View::Inbox).await.unwrap();
    assert_eq!(done.iter().map(|task| task.id).collect::<Vec<_>>(), [today]);
    assert!(tasks.done_today(&View::Upcoming).await.unwrap().is_empty());
}

/// References that people type.
pub async fn short_ids_resolve(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Buy milk").await;
    add(&tasks, "Buy bread").await;
    assert_eq!(tasks.resolve(&id.to_string()).await.unwrap(), id);
    assert_eq!(
        tasks
            .resolve(&format!(" {} ", id.short().to_uppercase()))
            .await
            .unwrap(),
        id
    );
    assert_eq!(tasks.resolve("").await.unwrap_err().code(), Code::NotFound);
    assert_eq!(
        tasks.resolve("ÄÖÜäöüß€").await.unwrap_err().code(),
        Code::NotFound
    );
}

/// Search.
pub async fn search_finds_beginnings_of_words(profile: &Profile) {
    let tasks = profile.person();
    let milk = add(&tasks, "Buy oat milk").await;
    let notes = add(&tasks, "Groceries").await;
    edit(
        &tasks,
        notes,
        r#"{"notes":"a Milkshake","add_tags":["Town"]}"#,
    )
    .await;
    let found = |text: &'static str| {
        let tasks = tasks.clone();
        async move {
            let found = find(&tasks, text).await;
            found.into_iter().map(|task| task.id).collect::<Vec<_>>()
        }
    };
    assert_eq!(found("mil").await, [notes, milk]);
    assert_eq!(found("MILK oat").await, [milk]);
    assert_eq!(found("town").await, [notes]);
    assert!(found("ilk").await.is_empty());
    edit(&tasks, milk, r#"{"title":"Buy bread"}"#).await;
    assert_eq!(found("milk").await, [notes]);
    edit(&tasks, milk, r#"{"title":"Send the re\u0301sume\u0301"}"#).await;
    assert_eq!(found("résumé").await, [milk]);
    assert_eq!(found("re\u{301}sume\u{301}").await, [milk]);
}

/// Search takes anything that can be typed.
pub async fn search_takes_any_text(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "AND").await;
    for text in [
        "", "\"", "AND", "NEAR(", "*", "title:x", "-- ;", "a OR", "^", "\u{0}", "é̂",
    ] {
        find(&tasks, text).await;
    }
    assert_eq!(find(&tasks, "and").await.len(), 1);
}

/// People and models say "Inbox".
pub async fn the_inbox_is_no_list(profile: &Profile) {
    let person = profile.person();
    let draft = TaskDraft {
        title: "x".into(),
        list: Some("inbox".into()),
        ..TaskDraft::default()
    };
    let id = add_draft(&person, draft).await;
    edit(&person, id, r#"{"list":"Home"}"#).await;
    edit(&person, id, r#"{"list":"Inbox"}"#).await;
    assert_eq!(titles(&person, View::Inbox).await, ["x"]);
    let overview = person.overview().await.unwrap();
    assert_eq!(overview.lists.len(), 1);
    assert_eq!(
        View::of_list_named(&profile.person().lists().await.unwrap(), "INBOX").unwrap(),
        View::Inbox
    );
}

/// The change log.
pub async fn changes_tell_what_changed(profile: &Profile) {
    let tasks = profile.person();
    let first = add(&tasks, "one").await;
    let before = tasks.changes(0).await.unwrap();
    assert_eq!(before.tasks, [first]);
    let second = add(&tasks, "two").await;
    edit(&tasks, second, r#"{"list":"Home"}"#).await;
    let changed = tasks.changes(before.seq).await.unwrap();
    assert_eq!((changed.tasks, changed.lists.len()), (vec![second], 1));
    let nothing = tasks.changes(changed.seq).await.unwrap();
    assert_eq!((nothing.seq, nothing.tasks.len()), (changed.seq, 0));
}
