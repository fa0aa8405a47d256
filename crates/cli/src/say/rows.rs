//! Tasks as lines: id, mark, title, and what else there is to know, in columns on a terminal.

use anstyle::Style;
use jiff::Zoned;
use task::{Due, List, ListId, Priority, Start, Task};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{FAINT, LATE, NAME, NOW, day, due, styled};

/// What tasks are seen with: the names of lists, and the time.
pub(crate) struct Names<'a> {
    /// The lists.
    pub(crate) lists: &'a [List],
    /// The time.
    pub(crate) now: &'a Zoned,
}

impl Names<'_> {
    /// The name of a list that is not in the trash.
    pub(crate) fn list(&self, id: ListId) -> Option<&str> {
        let found = self.lists.iter().find(|list| list.id == id);
        found.map(|list| list.name.as_str())
    }
}

/// A line before it is laid out.
pub(crate) struct Row {
    lead: String,
    id: String,
    mark: &'static str,
    depth: usize,
    title: String,
    over: bool,
    facts: Vec<(Style, String)>,
}

impl Row {
    /// The line of a task that stands `depth` levels below the margin.
    pub(crate) fn new(task: &Task, names: &Names<'_>, depth: usize) -> Self {
        let open = task.completed_at.is_none();
        Self {
            lead: String::new(),
            id: task.short_id.clone(),
            mark: if open { "[ ]" } else { "[x]" },
            depth: depth.min(DEEPEST),
            title: task.title.clone(),
            over: !open,
            facts: facts(task, names),
        }
    }

    /// The line with words before it.
    #[must_use]
    pub(crate) fn led_by(mut self, words: &str) -> Self {
        self.lead = format!("{words}  ");
        self
    }

    /// The columns before the title.
    fn margin(&self) -> usize {
        self.lead.width() + self.id.width() + self.mark.width() + 3 + 2 * self.depth
    }

    fn facts_width(&self) -> usize {
        self.facts.iter().map(|(_, fact)| 2 + fact.width()).sum()
    }
}

/// Subtasks deeper than this are indented no further.
const DEEPEST: usize = 8;

fn is_past(due: &Due, now: &Zoned) -> bool {
    match due.timestamp(now.time_zone()) {
        Some(at) => at < now.timestamp(),
        None => due.day() < now.date(),
    }
}

/// What there is to know of a task besides its title.
fn facts(task: &Task, names: &Names<'_>) -> Vec<(Style, String)> {
    let today = names.now.date();
    let open = task.completed_at.is_none();
    let mut facts = Vec::new();
    if task.priority != Priority::default() {
        let style = super::priority(task.priority);
        facts.push((style, task.priority.as_str().to_owned()));
    }
    if let Some(when) = &task.due {
        let style = match is_past(when, names.now) {
            true if open => LATE,
            _ if when.day() == today => NOW,
            _ => Style::new(),
        };
        facts.push((style, due(when, today)));
    }
    match task.start {
        Some(Start::Someday) => facts.push((FAINT, "someday".to_owned())),
        Some(Start::Day(start)) if start > today => {
            facts.push((FAINT, format!("from {}", day(start, today))));
        }
        _ => {}
    }
    if let Some(deadline) = task.deadline {
        let late = open && deadline <= today;
        let style = if late { LATE } else { FAINT };
        facts.push((style, format!("by {}", day(deadline, today))));
    }
    if let Some(recurrence) = &task.recurrence {
        facts.push((FAINT, recurrence.describe()));
    }
    let list = task.list.and_then(|id| names.list(id));
    facts.extend(list.map(|name| (NAME, format!("#{name}"))));
    facts.extend(task.tags.iter().map(|tag| (NAME, format!("@{tag}"))));
    facts
}

/// The beginning of a text that fits into so many columns, with an ellipsis where some is left out.
fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let mut cut = String::new();
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        cut.push(c);
    }
    cut.push('…');
    cut
}

/// Lines as text. Within `width` columns titles are cut, and what follows them stands in a column
/// of its own; without a width nothing is cut or aligned.
pub(crate) fn rows(rows: &[Row], width: Option<usize>) -> String {
    let widest = |of: &dyn Fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let columns = width.map(|width| {
        // What is known about tasks may take two fifths of the line, and more where titles are
        // short.
        let title = widest(&|row| row.margin() + row.title.width());
        let facts = widest(&Row::facts_width);
        let facts = facts.min((width * 2 / 5).max(width.saturating_sub(title)));
        (title.min(width - facts), width)
    });
    rows.iter().map(|row| line(row, columns)).collect()
}

fn line(row: &Row, columns: Option<(usize, usize)>) -> String {
    let mut line = format!(
        "{}{}  {} {}",
        row.lead,
        styled(FAINT, &row.id),
        row.mark,
        "  ".repeat(row.depth),
    );
    let mut title = row.title.clone();
    let mut room = usize::MAX;
    let mut gap = 0;
    if let Some((end, width)) = columns {
        title = fit(&title, end.saturating_sub(row.margin()).max(1));
        let used = row.margin() + title.width();
        gap = end.saturating_sub(used);
        room = width.saturating_sub(used + gap);
    }
    line.push_str(&if row.over {
        styled(FAINT, &title)
    } else {
        title
    });
    for (index, (style, fact)) in row.facts.iter().enumerate() {
        let Some(left) = room.checked_sub(2).filter(|left| *left > 1) else {
            break;
        };
        if index == 0 {
            line.push_str(&" ".repeat(gap));
        }
        let fact = fit(fact, left);
        room = left.saturating_sub(fact.width());
        line.push_str("  ");
        line.push_str(&styled(*style, &fact));
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(title: &str, facts: &[&str]) -> Row {
        Row {
            lead: String::new(),
            id: "1a9b4c70".to_owned(),
            mark: "[ ]",
            depth: 0,
            title: title.to_owned(),
            over: false,
            facts: facts
                .iter()
                .map(|fact| (Style::new(), (*fact).to_owned()))
                .collect(),
        }
    }

    fn plain(lines: &[Row], width: Option<usize>) -> Vec<String> {
        let text = rows(lines, width);
        let text = anstream::adapter::strip_str(&text).to_string();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_pipe_gets_whole_titles() {
        let long = "x".repeat(500);
        let lines = plain(&[row(&long, &["tomorrow", "@home"])], None);
        assert_eq!(lines, [format!("1a9b4c70  [ ] {long}  tomorrow  @home")]);
    }

    #[test]
    fn a_terminal_gets_columns() {
        let lines = plain(
            &[row("Buy milk", &["today"]), row("Call", &["tomorrow"])],
            Some(80),
        );
        assert_eq!(
            lines,
            [
                "1a9b4c70  [ ] Buy milk  today",
                "1a9b4c70  [ ] Call      tomorrow"
            ]
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let wide = "長い題名".repeat(30);
        let many: Vec<String> = (0..50).map(|n| format!("@tag-{n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        for width in [40, 41, 60, 80, 200] {
            for facts in [&many[..], &["today"], &[]] {
                let mut deep = row(&wide, facts);
                deep.depth = DEEPEST;
                let all = [row(&wide, facts), row("x", facts), row("", &[]), deep];
                for line in plain(&all, Some(width)) {
                    assert!(line.width() <= width, "{width}: {line}");
                }
            }
        }
    }
}
