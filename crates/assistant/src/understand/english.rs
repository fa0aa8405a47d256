//! The English of the interpreter: all the words by which messages are understood. Another language
//! is another file of these tables. How answers are worded is in `words.rs`.

use super::period::Period;
use super::query::{About, DateWord, Fixed};

pub(super) use super::phrases::{GROUPS, PHRASES};

type Words = &'static [&'static str];

/// Before what is asked for, and saying nothing else. Those with "you" ask for it to be done.
pub(super) const POLITE: &[(&str, bool)] = &[
    ("please", true),
    ("pls", true),
    ("can you", true),
    ("could you", true),
    ("would you", true),
    ("will you", true),
    ("can we", true),
    ("would you mind", true),
    ("i'd like you to", true),
    ("i would like you to", true),
    ("i want you to", true),
    ("i need you to", true),
    ("you should", true),
    ("go ahead and", true),
    ("ok", false),
    ("okay", false),
    ("hey", false),
    ("hi", false),
    ("hello", false),
    ("and", false),
    ("then", false),
    ("now", false),
    ("so", false),
    ("also", false),
    ("well", false),
    ("great", false),
    ("oh", false),
    ("just", false),
    ("kindly", true),
    ("quickly", false),
];
/// Behind it.
pub(super) const POLITE_BEHIND: &[(&str, bool)] = &[
    ("please", true),
    ("pls", true),
    ("for me", true),
    ("for me please", true),
    ("if you can", true),
    ("thanks", false),
    ("thank you", false),
    ("right now", false),
];
/// Asking about something, not for it.
pub(super) const ABOUT_IT: Words = &["can i", "could i", "may i", "should i", "shall i", "do i"];

pub(super) const IT: Words = &[
    "it",
    "that",
    "this",
    "that one",
    "this one",
    "the one",
    "that task",
    "this task",
    "the task",
    "the same",
    "that thing",
    "this thing",
];
pub(super) const THEM: Words = &[
    "them",
    "these",
    "those",
    "they",
    "all of them",
    "all of these",
    "all of those",
    "them all",
    "these tasks",
    "those tasks",
    "all these",
    "all those",
    "all of it",
];
pub(super) const BOTH: Words = &[
    "both",
    "both of them",
    "both of these",
    "both of those",
    "both tasks",
    "the two",
];
pub(super) const ARTICLES: Words = &[
    "the", "my", "a", "an", "our", "your", "that", "this", "some",
];
/// All of something, before or in place of its noun.
pub(super) const ALL: Words = &[
    "all",
    "every",
    "everything",
    "each",
    "everything that's",
    "everything that is",
    "anything",
    "every single",
];
pub(super) const PLURALS: Words = &[
    "tasks",
    "to-dos",
    "todos",
    "to-do's",
    "things",
    "items",
    "reminders",
    "stuff",
];
/// One of them, where a query may say it, too: "which task is next".
pub(super) const SINGULARS: Words = &["task", "todo", "to-do", "thing", "item", "reminder"];
/// Words that name no task, at the beginning of what should be one.
pub(super) const NO_TASK: Words = &[
    "not", "never", "no", "none", "nothing", "any", "anything", "for", "what", "which", "how",
    "today", "with", "now", "here", "so", "very", "one", "everyone", "what's", "when", "why",
    "who", "don't", "because", "only", "yet", "already", "almost", "nearly", "lists", "list", "as",
    "by",
];
pub(super) const TASK_CALLED: Words = &[
    "task called",
    "task named",
    "task about",
    "task to",
    "one about",
    "one called",
    "one with",
    "to-do called",
    "to-do about",
    "task with",
    "one named",
    "task",
];
pub(super) const TASK_BEHIND: Words = &["task", "one", "to-do", "todo", "reminder", "item"];
/// Around numbers, saying nothing.
pub(super) const AROUND_NUMBERS: Words = &[
    "the", "and", "&", "task", "tasks", "number", "numbers", "no", "nr", "item", "items", "also",
    "plus", "as", "well",
];
pub(super) const LAST: Words = &["last", "bottom", "final"];
pub(super) const TO: Words = &["to", "through", "till", "until", "-", "–"];
pub(super) const ORDINALS: Words = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];
pub(super) const ORDINAL_ENDINGS: Words = &["st", "nd", "rd", "th"];

const NUMBERS: Words = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

/// A number in digits or words; an article is one.
pub(super) fn count(word: &str) -> Option<u16> {
    match word {
        "a" | "an" => Some(1),
        "couple" => Some(2),
        "few" => Some(3),
        word => word.parse().ok().or_else(|| {
            let place = NUMBERS.iter().position(|known| *known == word)?;
            u16::try_from(place).ok()
        }),
    }
}

pub(super) const BEFORE_PERIOD: Words = &["on", "for", "in", "during", "over", "within", "from"];
pub(super) const NEXT_DAYS: Words = &["next", "coming", "following"];
pub(super) const LAST_DAYS: Words = &["last", "past", "previous"];
pub(super) const DAY_UNITS: &[(&str, i64)] = &[
    ("day", 1),
    ("days", 1),
    ("week", 7),
    ("weeks", 7),
    ("fortnight", 14),
    ("month", 30),
    ("months", 30),
];

pub(super) const PERIODS: &[(&str, Period)] = &[
    ("today", Period::Day(0)),
    ("so far today", Period::Day(0)),
    ("this morning", Period::Day(0)),
    ("this afternoon", Period::Day(0)),
    ("this evening", Period::Day(0)),
    ("tonight", Period::Day(0)),
    ("now", Period::Day(0)),
    ("yesterday", Period::Day(-1)),
    ("last night", Period::Day(-1)),
    ("the day before yesterday", Period::Day(-2)),
    ("tomorrow", Period::Day(1)),
    ("tmr", Period::Day(1)),
    ("the day after tomorrow", Period::Day(2)),
    ("this week", Period::Week(0)),
    ("the week", Period::Week(0)),
    ("so far this week", Period::Week(0)),
    ("next week", Period::Week(1)),
    ("last week", Period::Week(-1)),
    ("this weekend", Period::Weekend(0)),
    ("the weekend", Period::Weekend(0)),
    ("weekend", Period::Weekend(0)),
    ("next weekend", Period::Weekend(1)),
    ("last weekend", Period::Weekend(-1)),
    ("this month", Period::Month(0)),
    ("the month", Period::Month(0)),
    ("next month", Period::Month(1)),
    ("last month", Period::Month(-1)),
    ("this year", Period::Year(0)),
    ("next year", Period::Year(1)),
    ("last year", Period::Year(-1)),
];

/// A named period as an answer says it.
pub(super) fn said_period(typed: &str) -> String {
    let lower = typed.to_lowercase();
    match lower.as_str() {
        "now" | "tonight" => "today".to_owned(),
        "tmr" => "tomorrow".to_owned(),
        "weekend" => "at the weekend".to_owned(),
        "the weekend" => "at the weekend".to_owned(),
        lower
            if lower.starts_with("next ")
                || lower.starts_with("the next ")
                || lower.starts_with("the last ") =>
        {
            match lower.split(' ').count() {
                2 => lower.to_owned(),
                _ if lower.starts_with("the ") => format!("in {lower}"),
                _ => format!("in the {lower}"),
            }
        }
        lower => lower.to_owned(),
    }
}

/// "on Friday" after a word that takes its place.
pub(super) fn without_on(said: &str) -> &str {
    said.strip_prefix("on ").unwrap_or(said)
}

/// "overdue or due this week".
pub(super) fn either(said: &[String]) -> String {
    said.join(" or ")
}

pub(super) const OPEN: &str = "open";

const fn open_state() -> Fixed {
    Fixed {
        filter: "",
        view: None,
        about: About::State,
        before: OPEN,
        after: "",
    }
}
const fn due(
    filter: &'static str,
    view: Option<&'static str>,
    before: &'static str,
    after: &'static str,
) -> Fixed {
    Fixed {
        filter,
        view,
        about: About::Due,
        before,
        after,
    }
}
const fn state(
    filter: &'static str,
    view: &'static str,
    before: &'static str,
    after: &'static str,
) -> Fixed {
    Fixed {
        filter,
        view: Some(view),
        about: About::State,
        before,
        after,
    }
}
const fn other(filter: &'static str, before: &'static str, after: &'static str) -> Fixed {
    Fixed {
        filter,
        view: None,
        about: About::Other,
        before,
        after,
    }
}

const DONE: Fixed = state("done", "completed", "completed", "");
const TRASH: Fixed = state("trash", "trash", "deleted", "");
const OVERDUE: Fixed = due("overdue", Some("overdue"), "overdue", "");
const UPCOMING: Fixed = due("due after: today", Some("upcoming"), "upcoming", "");
const IMPORTANT: Fixed = other("(p1 | p2)", "important", "");
const NO_DATE: Fixed = other("no date", "", "without a due date");
const RECURRING: Fixed = other("recurring", "recurring", "");
const SOMEDAY: Fixed = state("someday", "someday", "", "set aside for someday");
const INBOX: Fixed = Fixed {
    filter: "#inbox",
    view: Some("inbox"),
    about: About::Other,
    before: "",
    after: "in the Inbox",
};
pub(super) const TODAY: Fixed = due("due before: tomorrow", Some("today"), "", "for today");

/// Conditions with fixed words.
pub(super) const CONDITIONS: &[(&str, Fixed)] = &[
    ("today", TODAY),
    ("due today", TODAY),
    ("for today", TODAY),
    ("today's", TODAY),
    ("tonight", TODAY),
    ("overdue", OVERDUE),
    ("late", OVERDUE),
    ("past due", OVERDUE),
    ("behind schedule", OVERDUE),
    ("past their due date", OVERDUE),
    ("missed", OVERDUE),
    ("upcoming", UPCOMING),
    ("coming up", UPCOMING),
    ("done", DONE),
    ("completed", DONE),
    ("complete", DONE),
    ("finished", DONE),
    ("checked off", DONE),
    ("ticked off", DONE),
    ("trash", TRASH),
    ("in the trash", TRASH),
    ("in trash", TRASH),
    ("deleted", TRASH),
    ("trashed", TRASH),
    ("someday", SOMEDAY),
    ("for someday", SOMEDAY),
    ("set aside", SOMEDAY),
    ("open", open_state()),
    ("pending", open_state()),
    ("current", open_state()),
    ("active", open_state()),
    ("remaining", open_state()),
    ("unfinished", open_state()),
    ("undone", open_state()),
    ("incomplete", open_state()),
    ("uncompleted", open_state()),
    ("outstanding", open_state()),
    ("new", open_state()),
    ("left", open_state()),
    ("left to do", open_state()),
    ("to do", open_state()),
    ("to finish", open_state()),
    ("to be done", open_state()),
    ("to get done", open_state()),
    ("not done", open_state()),
    ("not done yet", open_state()),
    ("not finished", open_state()),
    ("not completed", open_state()),
    ("not yet done", open_state()),
    ("still open", open_state()),
    ("inbox", INBOX),
    ("in my inbox", INBOX),
    ("in the inbox", INBOX),
    ("my inbox", INBOX),
    ("the inbox", INBOX),
    ("in no list", INBOX),
    ("without a list", INBOX),
    ("important", IMPORTANT),
    ("urgent", other("p1", "urgent", "")),
    ("high priority", other("p1", "high-priority", "")),
    ("high-priority", other("p1", "high-priority", "")),
    ("top priority", other("p1", "top-priority", "")),
    ("low priority", other("p3", "low-priority", "")),
    ("p1", other("p1", "p1", "")),
    ("p2", other("p2", "p2", "")),
    ("p3", other("p3", "p3", "")),
    ("priority 1", other("p1", "p1", "")),
    ("priority 2", other("p2", "p2", "")),
    ("priority 3", other("p3", "p3", "")),
    (
        "without priority",
        other("no priority", "", "without a priority"),
    ),
    (
        "with no priority",
        other("no priority", "", "without a priority"),
    ),
    ("no date", NO_DATE),
    ("without date", NO_DATE),
    ("without a date", NO_DATE),
    ("without a due date", NO_DATE),
    ("without due date", NO_DATE),
    ("with no date", NO_DATE),
    ("with no due date", NO_DATE),
    ("undated", NO_DATE),
    ("unscheduled", NO_DATE),
    ("recurring", RECURRING),
    ("repeating", RECURRING),
    ("that repeat", RECURRING),
    ("untagged", other("no tags", "untagged", "")),
    ("without tags", other("no tags", "", "without tags")),
    ("without a tag", other("no tags", "", "without tags")),
    ("with notes", other("has: notes", "", "with notes")),
    (
        "with a deadline",
        other("!no deadline", "", "with a deadline"),
    ),
    (
        "without a deadline",
        other("no deadline", "", "without a deadline"),
    ),
    ("you added", other("by: assistant", "", "that I added")),
    ("you made", other("by: assistant", "", "that I added")),
];

pub(super) const DATE_WORDS: &[(&str, DateWord)] = &[
    ("due", DateWord::On),
    ("due on", DateWord::On),
    ("due in", DateWord::On),
    ("due for", DateWord::On),
    ("due at", DateWord::On),
    ("at", DateWord::On),
    ("planned for", DateWord::On),
    ("scheduled for", DateWord::On),
    ("on", DateWord::On),
    ("for", DateWord::On),
    ("before", DateWord::Before),
    ("due before", DateWord::Before),
    ("by", DateWord::By),
    ("due by", DateWord::By),
    ("until", DateWord::By),
    ("due until", DateWord::By),
    ("till", DateWord::By),
    ("after", DateWord::After),
    ("due after", DateWord::After),
    ("deadline", DateWord::Deadline),
    ("with a deadline", DateWord::Deadline),
    ("with deadline", DateWord::Deadline),
    ("added", DateWord::Created),
    ("i added", DateWord::Created),
    ("did i add", DateWord::Created),
    ("created", DateWord::Created),
    ("i created", DateWord::Created),
    ("completed", DateWord::Completed),
    ("i completed", DateWord::Completed),
    ("finished", DateWord::Completed),
    ("i finished", DateWord::Completed),
    ("done", DateWord::Completed),
];

/// Between the words of a question for tasks, saying nothing.
pub(super) const FILLERS: Words = &[
    "what's",
    "whats",
    "the",
    "my",
    "our",
    "me",
    "any",
    "a",
    "an",
    "of",
    "i",
    "we",
    "have",
    "has",
    "do",
    "does",
    "is",
    "are",
    "was",
    "were",
    "be",
    "there",
    "that",
    "which",
    "what",
    "still",
    "got",
    "get",
    "on",
    "on my plate",
    "on my list",
    "on my to-do list",
    "on the list",
    "in my list",
    "list",
    "due",
    "to do",
    "must",
    "should",
    "need to",
    "need",
    "needs",
    "have to",
    "so far",
    "in total",
    "total",
    "in all",
    "altogether",
    "overall",
    "left",
    "yet",
    "currently",
    "right now",
    "that's",
    "i've",
    "going on",
    "happening",
    "scheduled",
    "planned",
    "with",
    "whose",
    "date",
    "everything else",
    "else",
    "also",
    "just",
    "need doing",
    "needs doing",
    "to be",
    "it",
    "assigned to me",
];
pub(super) const AND: Words = &["and", "&", "as well as", "plus", "but"];
pub(super) const OR: Words = &["or", "|"];
pub(super) const TASKS_THAT_ARE: Words = &[
    "all tasks that are",
    "tasks that are",
    "all tasks",
    "all my tasks",
    "everything",
    "tasks",
    "my tasks",
    "the tasks",
    "all",
];
pub(super) const BEFORE_MARK: Words = &[
    "tagged",
    "tagged with",
    "tagged as",
    "with tag",
    "with the tag",
    "with tags",
    "labelled",
    "labeled",
    "labelled with",
    "in",
    "on",
    "with",
    "from",
    "of",
    "under",
    "for",
];
/// Those of them after which any word is a tag.
pub(super) const NAMES_TAG: Words = &[
    "tagged",
    "with tag",
    "with the tag",
    "with tags",
    "labelled",
    "labeled",
];
pub(super) const IN: Words = &[
    "in",
    "on",
    "from",
    "of",
    "inside",
    "under",
    "in list",
    "on list",
    "in the list",
    "for",
];
pub(super) const LIST_BEHIND: Words = &["list", "project"];
pub(super) const ABOUT: Words = &[
    "about",
    "containing",
    "mentioning",
    "with the word",
    "with the words",
    "that mention",
    "that contain",
    "named",
    "called",
    "regarding",
    "to do with",
];

pub(super) const PRIORITIES: &[(&str, &str)] = &[
    ("p1", "p1"),
    ("p2", "p2"),
    ("p3", "p3"),
    ("p4", "p4"),
    ("priority 1", "p1"),
    ("priority 2", "p2"),
    ("priority 3", "p3"),
    ("priority 4", "p4"),
    ("priority one", "p1"),
    ("priority two", "p2"),
    ("priority three", "p3"),
    ("urgent", "p1"),
    ("important", "p1"),
    ("very important", "p1"),
    ("high", "p1"),
    ("high priority", "p1"),
    ("highest priority", "p1"),
    ("top priority", "p1"),
    ("a top priority", "p1"),
    ("a priority", "p1"),
    ("high-priority", "p1"),
    ("medium", "p2"),
    ("medium priority", "p2"),
    ("low", "p3"),
    ("low priority", "p3"),
    ("low-priority", "p3"),
    ("unimportant", "p4"),
    ("not important", "p4"),
    ("not urgent", "p4"),
    ("no priority", "p4"),
    ("normal", "p4"),
    ("normal priority", "p4"),
];

/// With one of these a line begins that is one thing to do, however many commas it has.
pub(super) const DOING: Words = &[
    "buy",
    "get",
    "call",
    "email",
    "mail",
    "write",
    "send",
    "pay",
    "book",
    "make",
    "clean",
    "fix",
    "read",
    "ask",
    "tell",
    "check",
    "pick",
    "meet",
    "see",
    "visit",
    "go",
    "take",
    "bring",
    "plan",
    "prepare",
    "review",
    "finish",
    "order",
    "renew",
    "cancel",
    "schedule",
    "do",
    "cook",
    "wash",
    "find",
    "look",
    "talk",
    "speak",
    "text",
    "message",
    "invite",
    "remind",
    "submit",
    "print",
    "pack",
    "move",
    "sort",
    "tidy",
    "water",
    "feed",
    "walk",
    "watch",
    "learn",
    "practise",
    "practice",
    "study",
    "draft",
    "discuss",
    "compare",
    "update",
    "return",
    "sell",
    "give",
    "put",
    "set",
    "turn",
    "drop",
    "collect",
    "arrange",
    "organise",
    "organize",
    "research",
    "sign",
    "upload",
    "download",
    "install",
    "backup",
    "build",
    "paint",
    "cut",
    "repair",
    "replace",
    "hang",
    "bake",
    "eat",
    "drink",
    "run",
    "train",
    "play",
    "listen",
    "vote",
    "apply",
    "register",
    "wrap",
    "thank",
    "congratulate",
    "choose",
    "decide",
    "try",
    "test",
    "start",
    "stop",
    "reply",
    "answer",
    "confirm",
    "share",
    "post",
    "publish",
    "edit",
    "fill",
    "fetch",
    "grab",
    "help",
];
/// Between the last two of several.
pub(super) const AND_LAST: Words = &["and", "&"];

/// What a wish begins with that can only be meant for this list.
pub(super) const SEEING: Words = &["see", "know", "view", "look", "hear"];
pub(super) const MARKING: Words = &["mark", "set", "check", "tick"];
pub(super) const OF_TASKS: Words = &[
    "task", "tasks", "to-do", "to-dos", "todo", "todos", "reminder",
];
/// What a question begins with.
pub(super) const QUESTIONS: Words = &[
    "what", "what's", "why", "who", "who's", "when", "where", "where's", "how", "how's", "which",
    "is", "are", "am", "was", "were", "do", "does", "did", "can", "could", "would", "will",
    "should", "shall", "may", "have", "has", "tell", "explain", "i", "i'm", "you", "don't",
];

/// "Do I have …?" asks for tasks, not whether something may be done.
pub(super) const ASKING_TASKS: Words = &[
    "do i have",
    "do i need",
    "do i still",
    "do i get",
    "should i do",
    "do i start",
];

/// Examples for what wasn't understood, by a word in it.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("delete", "Delete the dentist task"),
    ("remove", "Delete the dentist task"),
    ("trash", "What's in the trash?"),
    ("list", "Show my lists"),
    ("lists", "Show my lists"),
    ("project", "Show my lists"),
    ("tag", "Tag the dentist @health"),
    ("today", "What's due today?"),
    ("tomorrow", "What's due tomorrow?"),
    ("week", "What's due this week?"),
    ("due", "What's due today?"),
    ("overdue", "What's overdue?"),
    ("done", "Mark the dentist done"),
    ("finished", "Mark the dentist done"),
    ("completed", "What did I do yesterday?"),
    ("did", "What did I do yesterday?"),
    ("yesterday", "What did I do yesterday?"),
    ("move", "Move the dentist to friday"),
    ("change", "Move the dentist to friday"),
    ("postpone", "Move the dentist to friday"),
    ("when", "Find dentist"),
    ("where", "Find dentist"),
    ("find", "Find dentist"),
    ("remind", "Remind me to call mum tomorrow at 6pm"),
    ("add", "Add buy groceries tomorrow"),
    ("every", "Make the dentist repeat every year"),
    ("repeat", "Make the dentist repeat every year"),
    ("priority", "Make the dentist p1"),
    ("important", "Make the dentist p1"),
    ("rename", "Rename the dentist to Call Dr. Lee"),
    ("undo", "Undo"),
    ("day", "Plan my day"),
    ("plan", "Plan my day"),
    ("next", "What's next?"),
];
pub(super) const COMMON_EXAMPLES: Words = &[
    "Add buy groceries tomorrow",
    "What's due today?",
    "Mark the dentist done",
];
pub(super) const TOP: &str = "p1";
pub(super) const BOTTOM: &str = "p4";
pub(super) const QUESTIONS_ABOUT: Words = &["what", "what's", "which", "how many"];

/// What a wish to add begins with.
pub(super) const ADDING: Words = &[
    "add",
    "remember",
    "remind me",
    "create",
    "note down",
    "write down",
];
/// Before the name of a list that there may not be.
pub(super) const IN_UNKNOWN: Words = &["in", "inside", "in list", "in the list", "under"];
