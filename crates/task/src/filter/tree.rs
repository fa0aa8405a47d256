//! Conditions joined by and, or and not.

use std::fmt;

/// Conditions joined by and, or and not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree<L> {
    /// All of these; two or more.
    And(Vec<Self>),
    /// Any of these; two or more.
    Or(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// A condition.
    Leaf(L),
}

impl<L> Tree<L> {
    /// Whether it holds, where `leaf` says so of each condition.
    pub fn holds(&self, leaf: &impl Fn(&L) -> bool) -> bool {
        match self {
            Self::And(parts) => parts.iter().all(|part| part.holds(leaf)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(leaf)),
            Self::Not(part) => !part.holds(leaf),
            Self::Leaf(condition) => leaf(condition),
        }
    }

    /// Whether a condition for which `is` says so stands anywhere in it.
    pub(super) fn names(&self, is: &impl Fn(&L) -> bool) -> bool {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().any(|part| part.names(is)),
            Self::Not(part) => part.names(is),
            Self::Leaf(condition) => is(condition),
        }
    }

    /// The same tree of other conditions.
    pub(super) fn map<M>(&self, to: &impl Fn(&L) -> M) -> Tree<M> {
        let all = |parts: &[Self]| parts.iter().map(|part| part.map(to)).collect();
        match self {
            Self::And(parts) => Tree::And(all(parts)),
            Self::Or(parts) => Tree::Or(all(parts)),
            Self::Not(part) => Tree::Not(Box::new(part.map(to))),
            Self::Leaf(condition) => Tree::Leaf(to(condition)),
        }
    }
}

/// As a query, with no more parentheses than it needs.
impl<L: fmt::Display> fmt::Display for Tree<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut fmt::Formatter<'_>, parts: &[Self], sign: &str| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    write!(f, " {sign} ")?;
                }
                match part {
                    Self::Or(_) => write!(f, "({part})")?,
                    Self::And(_) if sign == "&" => write!(f, "({part})")?,
                    _ => part.fmt(f)?,
                }
            }
            Ok(())
        };
        match self {
            Self::And(parts) => joined(f, parts, "&"),
            Self::Or(parts) => joined(f, parts, "|"),
            Self::Not(part) => match **part {
                Self::And(_) | Self::Or(_) => write!(f, "!({part})"),
                _ => write!(f, "!{part}"),
            },
            Self::Leaf(condition) => condition.fmt(f),
        }
    }
}
