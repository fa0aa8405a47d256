//! Tickets: what opens `/chatkit`, and nothing else.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use subtle::ConstantTimeEq;
use task::{Code, Error};

/// A ticket: 256 random bits as 64 hexadecimal digits. Never written to a log.
#[derive(Clone)]
pub struct Ticket(String);

impl Ticket {
    fn fresh() -> Result<Self, Error> {
        let mut bits = [0_u8; 32];
        getrandom::fill(&mut bits).map_err(|error| Error::Storage {
            code: Code::Internal,
            message: format!("The system gives no random numbers: {error}."),
            source: Some(Box::new(error)),
        })?;
        Ok(Self(
            bits.iter().map(|byte| format!("{byte:02x}")).collect(),
        ))
    }

    /// The ticket as it goes into `Authorization: Bearer TICKET`.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticket(…)")
    }
}

/// The one ticket that is good.
#[derive(Debug, Default)]
pub struct Tickets(Mutex<Option<Ticket>>);

impl Tickets {
    /// No ticket is good yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A new ticket. The one before it opens nothing any more.
    ///
    /// # Errors
    /// `internal` where the system gives no random numbers; the one before stays good.
    pub fn issue(&self) -> Result<Ticket, Error> {
        let ticket = Ticket::fresh()?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ticket.clone());
        Ok(ticket)
    }

    /// Whether this is the ticket that is good. How long it takes tells nothing of the ticket.
    #[must_use]
    pub fn opens(&self, presented: &[u8]) -> bool {
        let good = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        good.as_ref()
            .is_some_and(|good| good.0.as_bytes().ct_eq(presented).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_ticket_opens() {
        let tickets = Tickets::new();
        assert!(!tickets.opens(b""));
        let first = tickets.issue().unwrap();
        assert!(tickets.opens(first.reveal().as_bytes()));
        let second = tickets.issue().unwrap();
        assert!(!tickets.opens(first.reveal().as_bytes()));
        assert!(tickets.opens(second.reveal().as_bytes()));
        assert!(!tickets.opens(&second.reveal().as_bytes()[1..]));
        assert!(!tickets.opens(format!("{}0", second.reveal()).as_bytes()));
    }

    #[test]
    fn a_ticket_has_256_bits_and_is_not_shown() {
        let tickets = Tickets::new();
        let ticket = tickets.issue().unwrap();
        assert_eq!(ticket.reveal().len(), 64);
        assert!(ticket.reveal().chars().all(|c| c.is_ascii_hexdigit()));
        assert!(!format!("{ticket:?} {tickets:?}").contains(ticket.reveal()));
    }
}
