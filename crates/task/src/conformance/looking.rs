//! Filters, the activity, and what is searched for.

use super::{Profile, add, at, complete, due, edit, find, one, titles};
use crate::{
    Action, ActivityQuery, Actor, Code, Deed, FilterId, Search, SearchOrder, Target, View,
};

fn filter(query: &str) -> View {
    View::Filter {
        query: query.into(),
    }
}

/// A filter shows what its words say, on the day on which one looks.
pub async fn filters_show_what_they_say(profile: &Profile) {
    let tasks = profile.person();
    let report = due(&tasks, "Write the report", "2026-11-21T17:00").await;
    edit(
        &tasks,
        report,
        r#"{"add_tags":["work"],"priority":"p1","list":"Office"}"#,
    )
    .await;
    let late = due(&tasks, "Pay rent", "2026-11-19").await;
    edit(&tasks, late, r#"{"list":"Home"}"#).await;
    add(&tasks, "Buy milk").await;
    let done = add(&tasks, "Call mom").await;
    complete(&tasks, done, true).await;
    for (query, shown) in [
        ("today", vec!["Write the report"]),
        ("today | overdue", vec!["Pay rent", "Write the report"]),
        (
            "today | overdue & #home",
            vec!["Pay rent", "Write the report"],
        ),
        ("(today | overdue) & #home", vec!["Pay rent"]),
        ("@work & p1", vec!["Write the report"]),
        ("!@work & !no date", vec!["Pay rent"]),
        ("#inbox", vec!["Buy milk"]),
        ("no date & \"mil\"", vec!["Buy milk"]),
        ("done", vec!["Call mom"]),
        ("completed: today", vec!["Call mom"]),
        ("#of* | #ho*", vec!["Pay rent", "Write the report"]),
    ] {
        assert_eq!(titles(&tasks, filter(query)).await, shown, "{query}");
        let count = tasks.count(&filter(query)).await.unwrap();
        assert_eq!(count, shown.len() as u64, "{query}");
    }
    (profile.set_now)(at("2026-11-22T00:00[Europe/Berlin]"));
    assert!(titles(&tasks, filter("today")).await.is_empty());
    let overdue = ["Pay rent", "Write the report"];
    assert_eq!(titles(&tasks, filter("overdue")).await, overdue);
    assert_eq!(titles(&tasks, View::Overdue).await, overdue);

    let error = tasks.count(&filter("today & tody")).await.unwrap_err();
    assert_eq!(error.code(), Code::InvalidInput);
    assert!(error.to_string().contains("tody"), "{error}");
}

/// Saved filters have a name of their own.
pub async fn filters_can_be_saved(profile: &Profile) {
    let tasks = profile.person();
    let id = FilterId::fresh(tasks.now().timestamp());
    let saved = |name: &str, query: &str| Action::AddFilter {
        id: FilterId::fresh(tasks.now().timestamp()),
        name: name.into(),
        query: query.into(),
        colour: None,
    };
    let first = Action::AddFilter {
        id,
        name: "Focus".into(),
        query: " today & p1 ".into(),
        colour: Some(crate::Colour::Teal),
    };
    tasks.apply(first).await.unwrap();
    for wrong in [
        saved("focus", "today"),
        saved("Other", "today &"),
        saved(" ", "today"),
    ] {
        let error = tasks.apply(wrong).await.unwrap_err();
        assert_eq!(error.code(), Code::InvalidInput);
    }
    let filters = tasks.overview().await.unwrap().filters;
    assert_eq!(filters.len(), 1);
    assert_eq!(filters[0].query, "today & p1");
    assert_eq!(filters[0].colour, Some(crate::Colour::Teal));
    tasks.apply(Action::DeleteFilter { id }).await.unwrap();
    assert!(tasks.overview().await.unwrap().filters.is_empty());
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(tasks.overview().await.unwrap().filters, filters);
}

/// Someday, and days to begin on.
pub async fn starts_move_tasks_between_views(profile: &Profile) {
    let tasks = profile.person();
    let id = add(&tasks, "Learn to sail").await;
    edit(&tasks, id, r#"{"start":"someday"}"#).await;
    assert_eq!(titles(&tasks, View::Someday).await, ["Learn to sail"]);
    assert!(titles(&tasks, View::Inbox).await.is_empty());
    let overview = tasks.overview().await.unwrap();
    assert_eq!((overview.someday, overview.inbox, overview.open), (1, 0, 1));
    edit(&tasks, id, r#"{"start":"tomorrow"}"#).await;
    assert_eq!(titles(&tasks, View::Upcoming).await, ["Learn to sail"]);
    assert_eq!(titles(&tasks, View::Inbox).await, ["Learn to sail"]);
    (profile.set_now)(at("2026-11-22T08:00[Europe/Berlin]"));
    assert_eq!(titles(&tasks, View::Today).await, ["Learn to sail"]);
    assert!(titles(&tasks, View::Overdue).await.is_empty());
    edit(
        &tasks,
        id,
        r#"{"due":"2026-12-24","deadline":"31 dec","duration":90}"#,
    )
    .await;
    let task = one(&tasks, id).await;
    assert_eq!(task.deadline.unwrap().to_string(), "2026-12-31");
    assert_eq!(task.duration, Some(90));
    assert_eq!(titles(&tasks, View::Today).await, ["Learn to sail"]);
}

/// A due time in a zone of its own is due by the clock of who looks.
pub async fn a_change_of_zone_moves_tasks_between_views(profile: &Profile) {
    let tasks = profile.person();
    due(&tasks, "Call Tokyo", "2026-11-22T01:00[Asia/Tokyo]").await;
    due(&tasks, "Wherever I am", "2026-11-22T01:00").await;
    assert_eq!(titles(&tasks, View::Today).await, ["Call Tokyo"]);
    let tokyo = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    let here = at("2026-11-21T09:00[Europe/Berlin]");
    (profile.set_now)(here.with_time_zone(tokyo.clone()));
    assert!(titles(&tasks, View::Today).await.is_empty());
    assert_eq!(titles(&tasks, View::Upcoming).await.len(), 2);
    assert_eq!(titles(&tasks, filter("tomorrow")).await.len(), 2);
    (profile.set_now)(here);
    assert_eq!(titles(&tasks, View::Today).await, ["Call Tokyo"]);
    assert_eq!(tasks.overview().await.unwrap().today, 1);
}

/// The activity says who changed what, when, from what to what.
pub async fn the_activity_tells_what_changed(profile: &Profile) {
    let (tasks, claude) = (profile.person(), profile.client("Claude"));
    let id = add(&tasks, "Buy milk").await;
    add(&tasks, "Pay rent").await;
    edit(&claude, id, r#"{"title":"Buy oat milk","due":"tomorrow"}"#).await;
    let query = ActivityQuery {
        task: Some(id),
        limit: 10,
        ..ActivityQuery::default()
    };
    let log = tasks.activity(&query).await.unwrap();
    assert_eq!(log.len(), 2);
    let edited = &log[0];
    assert_eq!(edited.actor, Actor::client("Claude"));
    assert_eq!(
        (edited.deed, edited.subject.as_str()),
        (Deed::Edited, "Buy milk")
    );
    assert_eq!(edited.at, tasks.now().timestamp());
    let title = edited.fields.iter().find(|f| f.field == "title").unwrap();
    assert_eq!(
        (&title.old, &title.new),
        (&"Buy milk".into(), &"Buy oat milk".into())
    );
    assert_eq!(title.task, Some(id));

    // A group's changes are found by it.
    let of_group = ActivityQuery {
        group: Some(edited.group),
        limit: 10,
        ..ActivityQuery::default()
    };
    let found = tasks.activity(&of_group).await.unwrap();
    assert_eq!(found, log[..1]);

    // From there it can be taken back, and the activity tells that, too.
    tasks.undo(Target::Group(edited.group)).await.unwrap();
    assert_eq!(one(&tasks, id).await.title, "Buy milk");
    let all = ActivityQuery {
        limit: 2,
        ..ActivityQuery::default()
    };
    let log = tasks.activity(&all).await.unwrap();
    assert_eq!(log[0].deed, Deed::Reversed);
    assert_eq!(log[0].reverses, Some(edited.seq));
    assert!(log[1].undone);
    let rest = ActivityQuery {
        before: Some(log[1].seq),
        limit: 10,
        ..ActivityQuery::default()
    };
    let rest = tasks.activity(&rest).await.unwrap();
    assert_eq!(rest.len(), 2);
    assert_eq!(rest[0].subject, "Pay rent");
}

/// Chinese and Japanese have no spaces between words.
pub async fn search_finds_words_without_spaces(profile: &Profile) {
    let tasks = profile.person();
    add(&tasks, "東京タワーに行く").await;
    add(&tasks, "明天去超市买牛奶").await;
    for (text, expected) in [
        ("東京", 1),
        ("タワー", 1),
        ("タワ", 1),
        ("行", 1),
        ("超市", 1),
        ("牛奶", 1),
        ("买牛", 1),
        ("奶牛", 0),
        ("京東", 0),
    ] {
        assert_eq!(find(&tasks, text).await.len(), expected, "{text}");
    }
}

/// A search can be held to what a filter shows, and give the best first.
pub async fn search_takes_filters_and_ranks(profile: &Profile) {
    let tasks = profile.person();
    let title = add(&tasks, "Report").await;
    let notes = add(&tasks, "Call Ann").await;
    edit(&tasks, notes, r#"{"notes":"about the report"}"#).await;
    let done = add(&tasks, "Report of last year").await;
    complete(&tasks, done, true).await;
    let search = |filter: Option<&str>, order| Search {
        text: "report".into(),
        filter: filter.map(Into::into),
        order,
        limit: 10,
    };
    let ids = |search: Search| {
        let tasks = tasks.clone();
        async move {
            let found = tasks.search(&search).await.unwrap();
            found.into_iter().map(|task| task.id).collect::<Vec<_>>()
        }
    };
    let newest = ids(search(None, SearchOrder::Newest)).await;
    assert_eq!(newest, [done, notes, title]);
    let best = ids(search(Some("open"), SearchOrder::Best)).await;
    assert_eq!(best, [title, notes]);
    assert_eq!(ids(search(Some("done"), SearchOrder::Best)).await, [done]);
}
