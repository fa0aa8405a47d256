//! What can be typed to add tasks.

use clap::Args;
use jiff::Zoned;
use task::Priority;

#[derive(Debug, Args)]
#[command(after_long_help = "\
What the words may say, besides the title:
  when it is due       Call mom tomorrow 9am; Pay rent on 1 december; Demo in 3 days
  how it comes again   Water plants every 3 days; Report every 2nd friday;
                       Call Dad every! week (from the day on which it was done)
  list, tags           Buy milk #Groceries @errand; Plan trip #\"Two words\"
  priority             Pay taxes p1
  deadline, duration   Send form {31 jan}; Read for 20min
  notes                Call Bob // about the invoice
Quotes keep words of the title: calm-orbit add 'Read \"Tomorrow\"'. What an option says is not
looked for in the words.

Examples:
  calm-orbit add Pay rent --due '1 december 9am' --list Home --tag money --priority p1
  calm-orbit add --parent 'plan trip' Book the hotel
  calm-orbit add --no-parse Prepare Friday demo for 20min
  calm-orbit add --dry-run 'Gym every monday 7am @health'
      Tells what is understood, and adds nothing.
  pbpaste | calm-orbit add
  calm-orbit add - --list Work <plan.txt
      Adds a task for each line. A wrong line is told before anything is added; one undo takes
      them all back.")]
pub(crate) struct Add {
    /// What is to be done, and when. `-`, or nothing where input is piped in, reads a task from
    /// each line of standard input.
    #[arg(value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// When it is due, such as 2026-11-22, tomorrow, 'friday 9am'.
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub(crate) due: Option<String>,
    /// The day from which on it is among Today's, or someday.
    #[arg(long, value_name = "DAY")]
    pub(crate) start: Option<String>,
    /// The last day on which it makes sense.
    #[arg(long, value_name = "DAY")]
    pub(crate) deadline: Option<String>,
    /// How long it takes, such as 20min, 1h30m, or 90 (minutes).
    #[arg(long, value_name = "TIME")]
    pub(crate) duration: Option<String>,
    /// How it comes again, such as 'every friday', or an RFC 5545 rule.
    #[arg(long, value_name = "RULE")]
    pub(crate) repeat: Option<String>,
    /// A reminder: a time, or how long before the due time, such as 30min; may be repeated.
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub(crate) remind: Vec<String>,
    /// The list; a new name makes a new list.
    #[arg(long, value_name = "NAME", conflicts_with = "parent")]
    pub(crate) list: Option<String>,
    /// The task that it is a subtask of: an id, its end, or words of the title.
    #[arg(long, value_name = "TASK")]
    pub(crate) parent: Option<String>,
    /// A tag; may be repeated.
    #[arg(long = "tag", value_name = "NAME")]
    pub(crate) tags: Vec<String>,
    /// p1 (highest) to p4.
    #[arg(long, value_name = "PRIORITY", value_parser = super::words::priority(), ignore_case = true)]
    pub(crate) priority: Option<Priority>,
    /// Notes, Markdown.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) notes: Option<String>,
    /// The words are the title as they stand.
    #[arg(long)]
    pub(crate) no_parse: bool,
    /// Tells what is understood and adds nothing; the database is not opened.
    #[arg(long, conflicts_with = "parent")]
    pub(crate) dry_run: bool,
    /// With --dry-run: as if it were that time, such as '2026-08-05T09:00[Europe/Berlin]'.
    #[arg(long, value_name = "TIME", requires = "dry_run", value_parser = now)]
    pub(crate) now: Option<Zoned>,
}

fn now(text: &str) -> Result<Zoned, String> {
    text.trim().parse().map_err(|_| {
        "a time with its zone is needed, such as 2026-08-05T09:00[Europe/Berlin]".to_owned()
    })
}
