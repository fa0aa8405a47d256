//! The clock, at the precision that is stored and sent.

use jiff::Timestamp;

/// Now, cut to the microsecond: what Python's types and PostgreSQL keep, so that a time reads
/// the same wherever it has been.
pub(crate) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}
