//! What holds for all queries.

use proptest::prelude::*;

use super::super::condition::{Author, State};
use super::super::term::{DateField, FIXED, Term, When};
use super::super::{Pattern, Property, Tree};
use super::*;

fn words() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "today",
        "Tomorrow",
        "friday",
        "22 nov",
        "2026-11-22",
        "in 3 days",
        "-7 days",
        "7 days ago",
        "1 jan 2027",
        "+2 weeks",
        "yesterday",
        "20 november",
    ])
    .prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = Term> {
    let field = proptest::sample::select(DateField::ALL.to_vec());
    let when = prop_oneof![
        words().prop_map(When::On),
        words().prop_map(When::Before),
        words().prop_map(When::After),
        (1..400_u32).prop_map(When::Next),
    ];
    (field, when)
        .prop_filter("the past has no next days", |(field, when)| {
            !matches!(
                (field, when),
                (DateField::Created | DateField::Completed, When::Next(_))
            )
        })
        .prop_map(|(field, when)| Term::Date(field, when))
}

fn pattern() -> impl Strategy<Value = Pattern> {
    "[a-zé*\"“\\\\&|(),!]{0,6}[a-zß*]".prop_map(|name| Pattern::new(&name))
}

fn property() -> impl Strategy<Value = Property> {
    let fixed: Vec<Property> = FIXED.iter().map(|(_, fixed)| fixed.clone()).collect();
    prop_oneof![
        4 => proptest::sample::select(fixed),
        1 => pattern().prop_map(Property::Tag),
        1 => pattern().prop_map(Property::List),
        1 => Just(Property::Inbox),
        1 => proptest::collection::vec("[a-z0-9]{1,3}", 1..4).prop_map(Property::Words),
        1 => prop_oneof![
            Just(Author::Person),
            Just(Author::Assistant),
            Just(Author::Server),
            pattern().prop_map(Author::Named),
        ]
        .prop_map(Property::By),
    ]
}

fn tree() -> impl Strategy<Value = Tree<Term>> {
    let leaf = prop_oneof![date(), property().prop_map(Term::Is)].prop_map(Tree::Leaf);
    leaf.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Tree::And),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Tree::Or),
            inner.prop_map(|part| Tree::Not(Box::new(part))),
        ]
    })
}

fn some<T: Clone + std::fmt::Debug + 'static>(of: Vec<T>) -> impl Strategy<Value = T> {
    proptest::sample::select(of)
}

prop_compose! {
    /// A task with dates near [`NOW`].
    fn sample()(
        title in some(vec!["Buy milk", "a b c", "Café"]),
        notes in some(vec!["", "x1 y"]),
        list in some(vec![None, Some("home"), Some("a&b")]),
        due in some(vec!["", "2026-11-14", "2026-11-21", "2026-11-21T23:00", "2026-11-22", "2026-11-22T03:00[Asia/Tokyo]", "2027-01-01"]),
        start in some(vec!["", "someday", "2026-11-22"]),
        deadline in some(vec!["", "2026-11-27"]),
        priority in some(vec![Priority::P1, Priority::P2, Priority::P3, Priority::P4]),
        tags in some(vec![vec![], vec!["work"], vec!["a", "b"]]),
        flags in any::<[bool; 6]>(),
        created_at in some(vec!["2026-11-13T23:00Z", "2026-11-21T08:00Z"]),
        created_by in some(vec![Actor::Person, Actor::Assistant, Actor::Server, Actor::client("a")]),
    ) -> Sample {
        let [recurring, subtask, reminder, completed, deleted, archived] = flags;
        let then = Some(instant("2026-11-21T08:30Z"));
        Sample {
            title: title.into(),
            notes: notes.into(),
            list: list.map(str::to_owned),
            archived,
            due: due.parse().ok(),
            start: start.parse().ok(),
            deadline: deadline.parse().ok(),
            priority,
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            recurring,
            subtask,
            reminder,
            completed_at: then.filter(|_| completed),
            deleted_at: then.filter(|_| deleted),
            created_at: instant(created_at),
            created_by,
        }
    }
}

/// Words, operators and fragments, side by side.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => some(FIXED.iter().map(|(fixed, _)| (*fixed).to_owned()).collect()),
        4 => some(
            [
                "&", "|", "!", "(", ")", ",", "\"", "“", "\\", "@", "#", "@a", "#\"x y\"", "*", ":",
                "due:", "due", "before", "after:", "created", "completed:", "search:", "by:", "by: me",
                "next", "7", "-7", "days", "today", "overdue", "friday", "9am", "and", "p9", "\"milk\"",
                "\u{0}", "\u{a0}", "😀", "has:", "no", "ago", "4294967296 weeks",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        1 => "\\PC{0,6}",
    ];
    proptest::collection::vec((piece, some(vec!["", " "])), 0..24).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, gap)| piece + gap)
            .collect::<String>()
    })
}

/// An error lies in the text and ends on whole characters; what is read means something.
fn holds_up(query: &str) -> Result<(), TestCaseError> {
    match Filter::parse(query, &at(NOW)) {
        Ok(filter) => {
            filter.resolve(&at(NOW)).matches(&task(|_| {}).facts());
            let again = filter.to_string();
            let reread = Filter::parse(&again, &at(NOW));
            prop_assert!(reread.is_ok(), "{query} is {again}");
            if let Ok(reread) = reread {
                prop_assert_eq!(reread.tree, filter.tree, "{} is {}", query, again);
            }
        }
        Err(error) => {
            let units: Vec<u16> = query.encode_utf16().collect();
            let pointed = units.get(error.start as usize..error.end as usize);
            prop_assert!(
                pointed.is_some_and(|p| String::from_utf16(p).is_ok()),
                "{query}: {error:?}"
            );
            prop_assert!(
                error.start < error.end || query.is_empty(),
                "{query}: {error:?}"
            );
            prop_assert!(!error.message.is_empty());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_reads_back(tree in tree()) {
        let query = tree.to_string();
        let filter = Filter::parse(&query, &at(NOW));
        prop_assert!(filter.is_ok(), "{query}: {filter:?}");
        if let Ok(filter) = filter {
            prop_assert_eq!(filter.to_string(), query);
            prop_assert_eq!(filter.tree, tree);
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,80}") {
        holds_up(&text)?;
    }

    #[test]
    fn no_soup_panics(soup in soup()) {
        holds_up(&soup)?;
    }

    #[test]
    fn not_not_is_nothing(tree in tree(), sample in sample()) {
        let twice = Tree::Not(Box::new(Tree::Not(Box::new(tree.clone()))));
        prop_assert_eq!(matches(tree, &sample), matches(twice, &sample));
    }

    #[test]
    fn de_morgan(a in tree(), b in tree(), sample in sample()) {
        let not = |tree: &Tree<Term>| Tree::Not(Box::new(tree.clone()));
        let parts = vec![a.clone(), b.clone()];
        prop_assert_eq!(
            matches(not(&Tree::And(parts.clone())), &sample),
            matches(Tree::Or(vec![not(&a), not(&b)]), &sample)
        );
        prop_assert_eq!(
            matches(not(&Tree::Or(parts)), &sample),
            matches(Tree::And(vec![not(&a), not(&b)]), &sample)
        );
    }

    #[test]
    fn a_condition_or_its_opposite_shows_each_task(tree in tree(), sample in sample()) {
        // What names the trash says of all tasks which are shown.
        let trash = Tree::Leaf(Term::Is(Property::State(State::Deleted)));
        let any = Tree::Or(vec![trash.clone(), Tree::Not(Box::new(trash))]);
        let with = |tree| Tree::And(vec![tree, any.clone()]);
        let not = Tree::Not(Box::new(tree.clone()));
        prop_assert_ne!(matches(with(tree), &sample), matches(with(not), &sample));
    }

    #[test]
    fn the_trash_is_shown_only_where_it_is_named(tree in tree(), sample in sample()) {
        let named = tree.names(&|term| *term == Term::Is(Property::State(State::Deleted)));
        if matches(tree, &sample) && !named {
            prop_assert_eq!(sample.deleted_at, None);
        }
    }
}

fn matches(tree: Tree<Term>, sample: &Sample) -> bool {
    let filter = Filter {
        text: tree.to_string(),
        tree,
    };
    filter.resolve(&at(NOW)).matches(&sample.facts())
}
