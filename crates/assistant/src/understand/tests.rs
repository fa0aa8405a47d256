use super::*;

/// A Saturday, nine in the morning.
fn lexicon() -> Lexicon {
    Lexicon {
        now: "2026-11-21T09:00[Europe/Berlin]".parse().unwrap(),
        lists: ["Home", "Work", "Shopping", "Big move"]
            .map(|name| (format!("id of {name}"), name.to_owned()))
            .to_vec(),
    }
}

fn meant(text: &str) -> Intent {
    understand(&Sentence::of(text), &lexicon())
}

/// An intent as the file of sentences writes it.
fn notation(intent: &Intent) -> String {
    match intent {
        Intent::Add(lines) => format!("add {}", lines.join(" / ")),
        Intent::AddTo { line, list } => format!("add to {list}: {line}"),
        Intent::AddNameless => "add nameless".into(),
        Intent::AsOne => "as one".into(),
        Intent::Show(query) => format!("show {}", of_query(query)),
        Intent::Count(query) => format!("count {}", of_query(query)),
        Intent::Find(text) => format!("find {text}"),
        Intent::ShowThem => "show them".into(),
        Intent::Look(which) => format!("look at {}", of_reference(which)),
        Intent::Lists => "lists".into(),
        Intent::Tags => "tags".into(),
        Intent::Next => "next".into(),
        Intent::Plan => "plan".into(),
        Intent::Activity { which, days } => {
            format!("{which:?} from {} to {}", days.from, days.to).to_lowercase()
        }
        Intent::Change(verb, which) => format!("{}: {}", of_verb(verb), of_reference(which)),
        Intent::Schedule { tasks, to, .. } => format!("schedule to {to}: {}", of_reference(tasks)),
        Intent::MoveWhere { to } => format!("move where {to}"),
        Intent::Correct(said) => format!("correct {said}"),
        Intent::Pick(which) => format!("pick {}", of_reference(which)),
        Intent::Undo => "undo".into(),
        Intent::Redo => "redo".into(),
        Intent::Yes => "yes".into(),
        Intent::Never => "no".into(),
        Intent::Help => "help".into(),
        Intent::Greet => "hello".into(),
        Intent::Thanks => "thanks".into(),
        Intent::ListWork => "list work".into(),
        Intent::Purge => "purge".into(),
        Intent::OnlyAsked => "only asked".into(),
        Intent::Unknown => "?".into(),
    }
}

fn of_query(query: &Query) -> String {
    let list = query.list.as_ref().map(|name| format!("#{name}"));
    let all = [query.view.clone(), list, query.filter.clone()];
    all.into_iter().flatten().collect::<Vec<_>>().join(" + ")
}

fn of_reference(which: &Reference) -> String {
    match which {
        Reference::Numbers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            format!("n{}", numbers.join(","))
        }
        Reference::Last(count) => format!("last {count}"),
        Reference::It => "it".into(),
        Reference::Them => "them".into(),
        Reference::Both => "both".into(),
        Reference::Tasks(ids) => format!("{} mentioned", ids.len()),
        Reference::Words(text) => format!("“{text}”"),
        Reference::Query(query) => format!("all {}", of_query(query)),
    }
}

fn of_verb(verb: &Verb) -> String {
    match verb {
        Verb::Complete => "complete".into(),
        Verb::Reopen => "reopen".into(),
        Verb::Skip => "skip".into(),
        Verb::Delete => "delete".into(),
        Verb::Restore => "restore".into(),
        Verb::Reschedule { to } => format!("move to {to}"),
        Verb::Shift { days } => format!("shift {days}"),
        Verb::Unschedule => "no date".into(),
        Verb::Someday => "someday".into(),
        Verb::Deadline { to: Some(to) } => format!("deadline {to}"),
        Verb::Deadline { to: None } => "no deadline".into(),
        Verb::Rename { to } => format!("rename to {to}"),
        Verb::Prioritise { to } => to.clone(),
        Verb::Put { list: Some(list) } => format!("put into {list}"),
        Verb::Put { list: None } => "put into Inbox".into(),
        Verb::Tag { tags } => format!("tag {}", tags.join(" ")),
        Verb::Untag { tags } => format!("untag {}", tags.join(" ")),
        Verb::Repeat { rule: Some(rule) } => format!("repeat {rule}"),
        Verb::Repeat { rule: None } => "repeat no more".into(),
        Verb::Length { minutes } => format!("length {minutes}"),
        Verb::Note { text } => format!("note {text}"),
    }
}

#[test]
fn every_sentence_of_the_table_reads() {
    let table = english::PHRASES.concat();
    for (sense, text) in &table {
        assert!(
            Pattern::read(text, english::GROUPS).is_some(),
            "{sense:?} {text}"
        );
    }
    assert_eq!(SENTENCES.len(), table.len());
}

/// What people would say, and what it means. A line that begins with `~` is one that is not
/// understood yet; its meaning is what it should be.
const SAID: &str = include_str!("sentences.txt");

#[test]
fn what_people_say_is_understood() {
    let (mut all, mut understood) = (0, 0);
    let (mut wrong, mut surprising) = (Vec::new(), Vec::new());
    for line in SAID.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('%') {
            continue;
        }
        let (expected, line) = match line.strip_prefix('~') {
            Some(line) => (false, line.trim()),
            None => (true, line),
        };
        let (said, means) = line.split_once(" => ").unwrap();
        all += 1;
        let found = notation(&meant(&said.replace("\\n", "\n")));
        if found == means.trim() {
            understood += 1;
            if !expected {
                surprising.push(said);
            }
        } else if expected {
            wrong.push(format!("{said} => {found}\n    should be {means}"));
        }
    }
    println!("understood as meant: {understood} of {all} sentences");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        surprising.is_empty(),
        "understood after all: {surprising:?}"
    );
    assert!(all >= 150, "{all} sentences are too few to measure by");
}
