//! Tasks as people have them: words by Zipf's law, lists, tags, dates around now.

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use task::{Due, Priority, Recurrence, Reminder, Start, TaskDraft, TaskId};

use crate::random::{Random, Zipf};

/// How many different words there are.
const WORDS: usize = 6_000;
/// How many lists there are.
pub(crate) const LISTS: usize = 60;
/// How many tags there are.
pub(crate) const TAGS: usize = 40;

/// The most frequent words; those that follow are made of syllables.
const FREQUENT: &[&str] = &[
    "the", "call", "buy", "for", "report", "with", "write", "check", "send", "meeting", "and",
    "pay", "review", "book", "fix", "plan", "email", "milk", "order", "read", "prepare", "clean",
    "update", "car", "house", "ask", "invoice", "project", "garden", "doctor", "train", "print",
];
const SYLLABLES: &[&str] = &[
    "ba", "con", "de", "el", "fi", "gra", "ha", "in", "jo", "ka", "lo", "mi", "na", "or", "pre",
    "qui", "re", "sta", "ti", "un", "ver", "wo", "xe", "ya", "zu", "ment", "ing", "er", "al", "sh",
];
const NAMED_LISTS: &[&str] = &["Home", "Work", "Errands", "Garden", "Travel"];
const NAMED_TAGS: &[&str] = &["work", "home", "phone", "computer", "waiting", "woodshed"];
const RULES: &[&str] = &[
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYMONTHDAY=1",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "FREQ=YEARLY",
    "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION",
];

/// What makes tasks; the same ones in every run of the same day.
pub(crate) struct Data {
    pub(crate) random: Random,
    words: Vec<String>,
    word_ranks: Zipf,
    list_ranks: Zipf,
    tag_ranks: Zipf,
}

/// The name of a list.
pub(crate) fn list_name(rank: usize) -> String {
    NAMED_LISTS
        .get(rank)
        .map_or_else(|| format!("Project {rank}"), |name| (*name).to_owned())
}

/// The name of a tag.
pub(crate) fn tag_name(rank: usize) -> String {
    NAMED_TAGS
        .get(rank)
        .map_or_else(|| format!("topic-{rank}"), |name| (*name).to_owned())
}

fn vocabulary(random: &mut Random) -> Vec<String> {
    let mut words: Vec<String> = FREQUENT.iter().map(|word| (*word).to_owned()).collect();
    while words.len() < WORDS {
        let syllables = random.within(2, 4);
        words.push((0..syllables).map(|_| *random.of(SYLLABLES)).collect());
    }
    words
}

impl Data {
    pub(crate) fn new(seed: u64) -> Self {
        // The words are the same for all seeds.
        let words = vocabulary(&mut Random::new(1));
        Self {
            random: Random::new(seed),
            words,
            word_ranks: Zipf::new(WORDS),
            list_ranks: Zipf::new(LISTS),
            tag_ranks: Zipf::new(TAGS),
        }
    }

    /// A word, as often as it occurs.
    pub(crate) fn word(&mut self) -> String {
        self.words[self.word_ranks.rank(&mut self.random)].clone()
    }

    fn text(&mut self, from: i64, to: i64) -> String {
        let count = self.random.within(from, to);
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// A title.
    pub(crate) fn title(&mut self) -> String {
        self.text(2, 7)
    }

    fn day(&mut self, now: &Zoned, from: i64, to: i64) -> Date {
        now.date()
            .saturating_add(self.random.within(from, to).days())
    }

    fn due(&mut self, now: &Zoned) -> Due {
        let day = self.day(now, -60, 180);
        let hour = self.random.within(7, 20) as i8;
        match self.random.below(100) {
            0 => Due::In(day.at(hour, 30, 0, 0), "America/New_York".into()),
            1..35 => Due::At(day.at(hour, 0, 0, 0)),
            _ => Due::Day(day),
        }
    }

    /// A task with days around `now`; `parents` are those that it may be a subtask of.
    pub(crate) fn task(&mut self, now: &Zoned, parents: &[TaskId]) -> TaskDraft {
        let mut draft = TaskDraft {
            title: self.title(),
            ..TaskDraft::default()
        };
        if self.random.percent(33) {
            draft.notes = self.text(5, 60);
        }
        if !parents.is_empty() && self.random.percent(5) {
            draft.parent = Some(*self.random.of(parents));
        } else if self.random.percent(90) {
            draft.list = Some(list_name(self.list_ranks.rank(&mut self.random)));
        }
        let recurring = self.random.percent(10);
        if recurring {
            draft.recurrence = self.random.of(RULES).parse::<Recurrence>().ok();
        }
        if recurring || self.random.percent(40) {
            draft.due = Some(self.due(now));
        } else if self.random.percent(8) {
            draft.start = Some(Start::Someday);
        }
        if draft.start.is_none() && self.random.percent(8) {
            draft.start = Some(Start::Day(self.day(now, -30, 60)));
        }
        if self.random.percent(8) {
            draft.deadline = Some(self.day(now, -10, 120));
        }
        if self.random.percent(10) {
            draft.duration = Some(15 * self.random.within(1, 12) as u32);
        }
        if matches!(draft.due, Some(Due::At(_))) && self.random.percent(30) {
            draft.reminders = vec![Reminder::Before(30)];
        }
        draft.priority = match self.random.below(100) {
            0..5 => Priority::P1,
            5..15 => Priority::P2,
            15..30 => Priority::P3,
            _ => Priority::P4,
        };
        let tags = match self.random.below(10) {
            0..6 => 0,
            6..8 => 1,
            8 => 2,
            _ => 3,
        };
        draft.tags = (0..tags)
            .map(|_| tag_name(self.tag_ranks.rank(&mut self.random)))
            .collect();
        draft
    }
}
