//! Standard output: plain text or JSON, in colour on a terminal only.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use serde::Serialize;
use task::{Code, Error};

/// Where answers go. A reader that has gone (`calm-orbit list | head -1`) is no failure: what is
/// written afterwards is dropped.
pub(crate) struct Out {
    /// Whether answers are in JSON.
    pub(crate) json: bool,
    /// How many columns a line may have; `None` where nobody looks at a terminal.
    pub(crate) width: Option<usize>,
    to: BufWriter<AutoStream<io::Stdout>>,
    failed: Option<io::Error>,
}

/// A narrower terminal is written to as if it were this wide.
const NARROWEST: usize = 40;

impl Out {
    /// The process's standard output. `NO_COLOR`, `CLICOLOR` and `CLICOLOR_FORCE` are respected.
    pub(crate) fn new(json: bool) -> Self {
        let stdout = io::stdout();
        let width = if stdout.is_terminal() {
            terminal_size::terminal_size().map(|(width, _)| usize::from(width.0).max(NARROWEST))
        } else {
            None
        };
        let choice = if json {
            ColorChoice::Never
        } else {
            AutoStream::choice(&stdout)
        };
        Self {
            json,
            width,
            to: BufWriter::new(AutoStream::new(stdout, choice)),
            failed: None,
        }
    }

    /// Writes text as it is, its styles where they are shown.
    pub(crate) fn text(&mut self, text: &str) {
        if self.failed.is_none()
            && let Err(error) = self.to.write_all(text.as_bytes())
        {
            self.failed = Some(error);
        }
    }

    /// Writes a value in JSON.
    pub(crate) fn value(&mut self, value: &impl Serialize) -> Result<(), Error> {
        let text = pretty(value)?;
        self.text(&text);
        self.text("\n");
        Ok(())
    }

    /// Writes a value in JSON on one line, and shows it at once.
    pub(crate) fn line(&mut self, value: &impl Serialize) -> Result<(), Error> {
        let text = serde_json::to_string(value).map_err(not_json)?;
        self.text(&text);
        self.text("\n");
        self.flush();
        Ok(())
    }

    /// Shows at once what was written.
    pub(crate) fn flush(&mut self) {
        if self.failed.is_none()
            && let Err(error) = self.to.flush()
        {
            self.failed = Some(error);
        }
    }

    /// Whether there is nobody to write for any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.failed.is_some()
    }

    /// Ends it.
    ///
    /// # Errors
    /// When not all could be written, but for a reader that has gone.
    pub(crate) fn end(mut self) -> Result<(), Error> {
        self.flush();
        match self.failed {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Storage {
                code: Code::Internal,
                message: format!("The answer could not be written: {error}."),
                source: Some(Box::new(error)),
            }),
            _ => Ok(()),
        }
    }
}

fn pretty(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string_pretty(value).map_err(not_json)
}

fn not_json(error: serde_json::Error) -> Error {
    Error::Storage {
        code: Code::Internal,
        message: format!("The answer could not be put into JSON: {error}."),
        source: Some(Box::new(error)),
    }
}

/// A JSON array of which the elements come one after the other.
#[derive(Default)]
pub(crate) struct Array {
    begun: bool,
}

impl Array {
    /// Writes the next element.
    pub(crate) fn push(&mut self, out: &mut Out, value: &impl Serialize) -> Result<(), Error> {
        out.text(if self.begun { ",\n  " } else { "[\n  " });
        self.begun = true;
        out.text(&pretty(value)?.replace('\n', "\n  "));
        Ok(())
    }

    /// Writes the end.
    pub(crate) fn end(self, out: &mut Out) {
        out.text(if self.begun { "\n]\n" } else { "[]\n" });
    }
}
