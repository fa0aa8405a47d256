//! The English of the interpreter: all the words by which messages are understood. Another language
//! is another folder of these tables. How answers are worded is in `words.rs`.

mod conditions;
mod times;

pub(super) use conditions::*;
pub(super) use times::*;

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
