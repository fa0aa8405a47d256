//! The grammar of queries: `|` between, `&` before it, `!` first, parentheses around.

use jiff::Zoned;

use super::atom::Reader;
use super::error::FilterError;
use super::term::Term;
use super::token::{Kind, Token, tokens};
use super::tree::Tree;
use super::{DEPTH_LIMIT, LENGTH_LIMIT};

/// Reads a query.
pub(super) fn parse(source: &str, now: &Zoned) -> Result<Tree<Term>, FilterError> {
    let whole = (0, source.len());
    let length = source.chars().count();
    if length > LENGTH_LIMIT {
        let message = format!(
            "A query may have {LENGTH_LIMIT} characters at most; this one has {length}. Shorten it."
        );
        return Err(FilterError::new(message, source, whole));
    }
    let tokens = tokens(source)?;
    if tokens.is_empty() {
        let message = "The query is empty. Write one such as today | overdue, or @work & p1.";
        return Err(FilterError::new(message, source, whole));
    }
    let mut parser = Parser {
        reader: Reader { source, now },
        tokens: &tokens,
        at: 0,
    };
    let tree = parser.either(0)?;
    match parser.rest() {
        [] => Ok(tree),
        rest => Err(parser.stray(rest)),
    }
}

struct Parser<'a> {
    reader: Reader<'a>,
    tokens: &'a [Token<'a>],
    at: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a [Token<'a>] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, kind: &Kind) -> bool {
        let taken = self.rest().first().is_some_and(|token| token.kind == *kind);
        self.at += usize::from(taken);
        taken
    }

    fn either(&mut self, depth: usize) -> Result<Tree<Term>, FilterError> {
        let first = self.both(depth)?;
        let mut parts = vec![];
        while self.take(&Kind::Or) {
            parts.push(self.both(depth)?);
        }
        Ok(joined(first, parts, Tree::Or))
    }

    fn both(&mut self, depth: usize) -> Result<Tree<Term>, FilterError> {
        let first = self.operand(depth)?;
        let mut parts = vec![];
        while self.take(&Kind::And) {
            parts.push(self.operand(depth)?);
        }
        Ok(joined(first, parts, Tree::And))
    }

    fn operand(&mut self, depth: usize) -> Result<Tree<Term>, FilterError> {
        let rest = self.rest();
        let Some(token) = rest.first() else {
            return Err(self.missing());
        };
        let one = std::slice::from_ref(token);
        if depth >= DEPTH_LIMIT && matches!(token.kind, Kind::Not | Kind::Open) {
            return Err(self.reader.error(
                format!(
                    "Parentheses and ! may go {DEPTH_LIMIT} deep at most. Make the query simpler."
                ),
                one,
            ));
        }
        if self.take(&Kind::Not) {
            return Ok(Tree::Not(Box::new(self.operand(depth + 1)?)));
        }
        if self.take(&Kind::Open) {
            let tree = self.either(depth + 1)?;
            if self.take(&Kind::Close) {
                return Ok(tree);
            }
            return Err(match self.rest() {
                [] => self.reader.error("This “(” has no “)”. Close it.", one),
                rest => self.stray(rest),
            });
        }
        let length = rest.iter().take_while(|token| token.is_operand()).count();
        if length == 0 {
            return Err(self.missing());
        }
        self.at += length;
        let term = self.reader.term(rest.get(..length).unwrap_or(rest))?;
        Ok(Tree::Leaf(term))
    }

    /// No condition stands where one must.
    fn missing(&self) -> FilterError {
        let before = self
            .at
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at..self.at));
        let next = self.rest().get(..1);
        let example = "such as today, @work or p1";
        match (before, next) {
            (Some([before]), Some([next]))
                if (&before.kind, &next.kind) == (&Kind::Open, &Kind::Close) =>
            {
                let both = self.tokens.get(self.at - 1..=self.at).unwrap_or_default();
                self.reader.error(
                    format!("There is nothing in these parentheses. Write a condition {example}."),
                    both,
                )
            }
            (_, Some([next])) if next.kind == Kind::Comma => self.comma(self.rest()),
            (None, Some([next])) if next.kind == Kind::Close => self.stray(self.rest()),
            (Some([before]), _) if before.kind != Kind::Open || next.is_none() => {
                self.reader.error(
                    format!("A condition is missing after “{}”, {example}.", before.text),
                    std::slice::from_ref(before),
                )
            }
            (_, next) => {
                let next = next.unwrap_or_default();
                let text = next.first().map_or("", |token| token.text);
                self.reader.error(
                    format!("A condition is missing before “{text}”, {example}."),
                    next,
                )
            }
        }
    }

    /// Something follows a condition that may not.
    fn stray(&self, rest: &[Token<'_>]) -> FilterError {
        let one = rest.get(..1).unwrap_or(rest);
        match one.first().map(|token| &token.kind) {
            Some(Kind::Comma) => self.comma(rest),
            Some(Kind::Close) => self
                .reader
                .error("This “)” has no “(” before it. Take it away.", one),
            _ => self.reader.side_by_side(rest),
        }
    }

    fn comma(&self, rest: &[Token<'_>]) -> FilterError {
        self.reader.error(
            "A filter is one query, without commas. Write | (either) or & (both) in place of “,”.",
            rest.get(..1).unwrap_or(rest),
        )
    }
}

fn joined(
    first: Tree<Term>,
    more: Vec<Tree<Term>>,
    join: impl Fn(Vec<Tree<Term>>) -> Tree<Term>,
) -> Tree<Term> {
    if more.is_empty() {
        first
    } else {
        join(std::iter::once(first).chain(more).collect())
    }
}
