//! Conditions that stand beside each other, as one query with the words for it.

use super::english;
use super::intent::Query;
use super::query::{About, Join, Part};

/// The query of all these conditions.
pub(super) fn together(mut parts: Vec<(Join, Part)>, noun: bool) -> Query {
    // "Open" says nothing beside another condition.
    if parts.iter().any(|(_, part)| !part.filter.is_empty()) {
        parts.retain(|(_, part)| !part.filter.is_empty());
    }
    if let [(_, part)] = parts.as_slice()
        && (part.view.is_some() || part.list.is_some() || part.filter.is_empty())
    {
        let open = part.filter.is_empty() && part.view.is_none();
        return Query {
            view: part
                .view
                .map(str::to_owned)
                .or(open.then(|| "open".to_owned())),
            list: part.list.clone(),
            filter: None,
            before: said_before(&part.before, part.about),
            after: part.after.clone(),
            noun,
        };
    }
    if parts.is_empty() {
        return Query {
            view: Some("open".to_owned()),
            before: english::OPEN.to_owned(),
            noun,
            ..Query::default()
        };
    }
    let mut either: Vec<Vec<Part>> = Vec::new();
    for (join, part) in parts {
        // "Overdue and due today" are two kinds of tasks, "important and due today" is one.
        let dates = |group: &Vec<Part>| {
            group.iter().any(|known| known.about == About::Due) && part.about == About::Due
        };
        let apart = match join {
            Join::Or => true,
            Join::And => either.last().is_some_and(dates),
            Join::Beside => false,
        };
        match either.last_mut() {
            Some(group) if !apart => group.push(part),
            _ => either.push(vec![part]),
        }
    }
    let one = either.len() == 1;
    let filters: Vec<String> = either.iter().map(|group| conjunction(group)).collect();
    let state = either
        .iter()
        .flatten()
        .any(|part| part.about == About::State);
    let about = if state { About::State } else { About::Other };
    let (before, after) = if one {
        let group = either.first().map(Vec::as_slice).unwrap_or_default();
        (
            joined(group, |part| &part.before),
            joined(group, |part| &part.after),
        )
    } else {
        let said: Vec<String> = either
            .iter()
            .map(|group| {
                let before = joined(group, |part| &part.before);
                let after = joined(group, |part| &part.after);
                format!("{before} {after}").trim().to_owned()
            })
            .collect();
        (String::new(), english::either(&said))
    };
    Query {
        filter: Some(filters.join(" | ")),
        before: if one {
            said_before(&before, about)
        } else {
            before
        },
        after,
        noun,
        ..Query::default()
    }
}

/// "Open" is said where nothing else is.
fn said_before(before: &str, about: About) -> String {
    if before.is_empty() && about != About::State {
        english::OPEN.to_owned()
    } else {
        before.to_owned()
    }
}

fn joined(group: &[Part], words: impl Fn(&Part) -> &str) -> String {
    let all: Vec<&str> = group
        .iter()
        .map(words)
        .filter(|words| !words.is_empty())
        .collect();
    all.join(" ")
}

fn conjunction(group: &[Part]) -> String {
    let all: Vec<&str> = group
        .iter()
        .map(|part| part.filter.as_str())
        .filter(|filter| !filter.is_empty())
        .collect();
    match all.as_slice() {
        [] => "open".to_owned(),
        all => format!("({})", all.join(" & ")),
    }
}
