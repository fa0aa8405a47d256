//! The words of a language, as plain data. The grammar ([`crate::quick_add`]) has no word of its
//! own: another language is another file beside [`en`].

mod en;

use jiff::civil::Weekday;

pub(crate) use en::EN;

use crate::recurrence::Frequency;

/// Words or short phrases, in lower case, the words of a phrase parted by one space.
pub(crate) type Words = &'static [&'static str];

/// Words or short phrases with what they mean.
pub(crate) type Table<T> = &'static [(&'static str, T)];

/// Days that have names of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Casual {
    /// So many days from today.
    Days(i32),
    /// Today, late: hours beside it are in the evening.
    Tonight,
    /// The Saturday to come, or today where today is in it; so many weeks later.
    Weekend(i32),
    /// The Sunday that ends this week; so many weeks later.
    EndOfWeek(i32),
    /// The last day of this month; so many months later.
    EndOfMonth(i32),
    /// The last day of this year.
    EndOfYear,
}

/// How freely a casual day may stand in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Freedom {
    /// It is seldom anything but a date.
    Free,
    /// It is often something else, such as a name: only beside a time.
    Shy,
    /// It is never the date of something to do, unless it is asked for a date.
    Never,
}

/// What counts and comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// A civil day.
    Day,
    /// Monday to Friday.
    Workday,
    /// Seven days.
    Week,
    /// Fourteen days.
    Fortnight,
    /// A month of the calendar.
    Month,
    /// Three months.
    Quarter,
    /// A year of the calendar.
    Year,
}

/// Before or after noon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Nine o'clock, where no hour is said.
    Morning,
    /// Three.
    Afternoon,
    /// Six.
    Evening,
    /// Eight.
    Night,
}

/// What "every" goes by, where it is no unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Monday to Friday.
    Workdays,
    /// Saturday.
    Weekend,
    /// Saturday and Sunday.
    WeekendDays,
}

/// The words of one language. Where a word stands in several tables the grammar tries them all.
pub(crate) struct Language {
    /// Weekdays in full, and the short forms that are nothing else.
    pub(crate) weekdays: Table<Weekday>,
    /// Short weekdays that are words of their own ("the cat sat", "in the sun").
    pub(crate) short_weekdays: Table<Weekday>,
    /// Those of them that need a time or a word such as "on" beside them.
    pub(crate) weekday_words: Words,
    /// Several of a weekday.
    pub(crate) many_weekdays: Table<Weekday>,
    /// Months, in full and short.
    pub(crate) months: Table<i8>,
    /// Days that have names.
    pub(crate) casual: Table<(Casual, Freedom)>,
    /// The end of a day, beside that day.
    pub(crate) end_of_day: Words,
    /// What counts.
    pub(crate) units: Table<Unit>,
    /// Numbers in words, and articles that count as one.
    pub(crate) numbers: Table<u16>,
    /// Ordinals in words.
    pub(crate) ordinals: Table<i8>,
    /// What follows the digits of an ordinal.
    pub(crate) ordinal_endings: Words,
    /// Times that have names, in hours.
    pub(crate) named_times: Table<i8>,
    /// Before and after noon.
    pub(crate) halves: Table<Half>,
    /// What may follow an hour, to say that it is one.
    pub(crate) o_clock: Words,
    /// Minutes from the hour that follows.
    pub(crate) past: Table<i8>,
    /// Parts of the day, after a day or a time.
    pub(crate) parts: Table<Part>,
    /// Parts of the day after an hour, which make it a time.
    pub(crate) in_parts: Table<Part>,
    /// Parts of the day that say the time alone.
    pub(crate) lone_parts: Table<Part>,
    /// Parts of today.
    pub(crate) this_parts: Table<Part>,
    /// Zones in words, by their names in the IANA database.
    pub(crate) zones: Table<&'static str>,
    /// Lengths in one word after the digits, in minutes.
    pub(crate) length_endings: Table<u16>,
    /// Lengths in words, in minutes.
    pub(crate) lengths: Table<u16>,
    /// Days and weeks in one word after the digits, in minutes.
    pub(crate) day_endings: Table<u16>,
    /// After a length: so long before something is due.
    pub(crate) early: Words,
    /// When something is due, as the time of a reminder.
    pub(crate) at_due: Words,

    /// Before a day.
    pub(crate) on: Words,
    /// Before the day or the time at which something must be done.
    pub(crate) by: Words,
    /// Before a time.
    pub(crate) at: Words,
    /// Before an hour alone.
    pub(crate) at_hour: Words,
    /// Before the name of a month: on its first day.
    pub(crate) in_month: Words,
    /// Before a count: so long from now.
    pub(crate) within: Words,
    /// After a count: so long from now.
    pub(crate) from_now: Words,
    /// After a count of years: and half of one.
    pub(crate) and_a_half: Words,
    /// Between a count and the day from which it counts.
    pub(crate) from: Words,
    /// Before a weekday or a unit: the one to come.
    pub(crate) next: Words,
    /// Before a weekday: the one to come.
    pub(crate) this: Words,
    /// After a weekday: a week later.
    pub(crate) week_later: Words,
    /// Before the name of a month: the day in it, -1 the last.
    pub(crate) month_edges: Table<i8>,
    /// Before a day of the month.
    pub(crate) the: Words,
    /// Between a day and its month.
    pub(crate) of: Words,
    /// After a day of the month: of the one to come, so many months on.
    pub(crate) of_month: Table<i8>,
    /// Between the parts of a list.
    pub(crate) and: Words,
    /// Between two dates of which neither can be chosen.
    pub(crate) or: Words,
    /// Between the ends of a range.
    pub(crate) to: Words,
    /// Before a length.
    pub(crate) lasting: Words,

    /// Begins a recurrence.
    pub(crate) every: Words,
    /// After it: every second.
    pub(crate) other: Words,
    /// After it: from the end.
    pub(crate) last: Words,
    /// After it: kinds of days.
    pub(crate) kinds: Table<Kind>,
    /// Recurrences in a word.
    pub(crate) rhythms: Table<(u16, Frequency)>,
    /// Every day in some part of it, in a word.
    pub(crate) part_rhythms: Table<Part>,
    /// Several days of a kind.
    pub(crate) many_kinds: Table<Kind>,
    /// Before the day from which a recurrence counts.
    pub(crate) starting: Words,
    /// Before the day on which it ends.
    pub(crate) until: Words,
    /// After the rule: it has an edge, which must be understood.
    pub(crate) bounding: Words,
    /// After the rule: it goes by the day on which the latest occurrence was completed.
    pub(crate) after_completion: Words,
    /// After a count of occurrences.
    pub(crate) times: Words,

    /// A date directly after one of these belongs to the sentence: "up to january 30th".
    pub(crate) binding: Words,
    /// These make a name or another date of the date directly after them: "Good Friday".
    pub(crate) qualifying: Words,
    /// These make a rate of the rhythm directly after them: "twice daily".
    pub(crate) rates: Words,
    /// These take "at" for themselves: "have a look at 3".
    pub(crate) taking_at: Words,
    /// What goes on after an hour alone: "at 2 with Bob".
    pub(crate) companions: Words,
    /// Before what may be a verse: "Read Luke 10:30".
    pub(crate) quoting: Words,
    /// What has numbers: "seats 12/13", "score 10:30".
    pub(crate) numbered: Words,
    /// Names with a date in them.
    pub(crate) names: Words,
    /// What goes on with the sentence after a date in its middle: "tomorrow about the car".
    pub(crate) linking: Words,
    /// What begins the sentence after a date: "friday call mom".
    pub(crate) verbs: Words,
    /// For what cannot be read: "“…” is not a date. …".
    pub(crate) not_a_date: &'static str,
    /// The same of a day.
    pub(crate) not_a_day: &'static str,
    /// The same of a recurrence.
    pub(crate) not_a_recurrence: &'static str,
    /// The same of a reminder.
    pub(crate) not_a_reminder: &'static str,
}

/// Whether `words` has this one word.
pub(crate) fn has(words: Words, word: &str) -> bool {
    words.contains(&word)
}

/// What this one word means in `table`.
pub(crate) fn meaning<T: Copy>(table: Table<T>, word: &str) -> Option<T> {
    let found = table.iter().find(|(name, _)| *name == word)?;
    Some(found.1)
}
