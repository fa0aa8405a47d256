//! Why there is no session.

use std::time::Duration;

/// Why there is no session. No text in it is, or holds, a credential or a client secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MintError {
    /// The credential was refused (401, 403), or is none that could be sent.
    #[error("{server} does not accept the credential")]
    SignIn {
        /// Who refused it.
        server: String,
    },
    /// OpenAI knows no such workflow for this key (404).
    #[error(
        "OpenAI finds no workflow {workflow} for this key: it belongs to another organisation or \
         project, or is there no more"
    )]
    NoWorkflow {
        /// Its identifier.
        workflow: String,
    },
    /// There is nothing at the address (404, 405, 410).
    #[error("{server} has no ChatKit sessions at this address")]
    NoEndpoint {
        /// Who was asked.
        server: String,
    },
    /// Another 4xx.
    #[error("{server} refused the request ({status}){}", said(.says))]
    Refused {
        /// Who refused it.
        server: String,
        /// The status.
        status: u16,
        /// What it said of it, cut short; empty where it said nothing that may be shown.
        says: String,
    },
    /// The address answers that another one should be asked (3xx). A credential goes to no address
    /// that nobody chose.
    #[error("{server} answers that the sessions are at another address; it was not followed there")]
    Redirected {
        /// Who was asked.
        server: String,
    },
    /// Too many requests (429).
    #[error("{server} has had too many requests; it can be asked again {}", when(.after))]
    RateLimited {
        /// Who says so.
        server: String,
        /// How long to wait, where it said.
        after: Option<Duration>,
    },
    /// No connection, no answer in time, an answer that broke off, or a 5xx, three times over.
    #[error("{server} {trouble}")]
    Unreachable {
        /// Who was asked.
        server: String,
        /// What happened.
        trouble: Trouble,
    },
    /// An answer that makes no sense.
    #[error("{server} gave an answer that is no ChatKit session: {wrong}")]
    BadAnswer {
        /// Who answered.
        server: String,
        /// What is wrong with it.
        wrong: WrongAnswer,
    },
    /// The mint was ended, as when the person signs out.
    #[error("the session was ended")]
    Ended,
    /// This computer can't make connections with TLS.
    #[error("no secure connection can be made on this computer: {0}")]
    NoTls(String),
}

/// Why somebody can't be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No connection.
    #[error("cannot be reached")]
    NoConnection,
    /// A connection without security, or a certificate that this computer doesn't trust.
    #[error("offers no secure connection that this computer trusts")]
    NotTrusted,
    /// No answer in time.
    #[error("does not answer in time")]
    TooSlow,
    /// The answer broke off.
    #[error("broke off its answer")]
    BrokeOff,
    /// A 5xx.
    #[error("has a fault of its own ({0})")]
    Fault(u16),
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongAnswer {
    /// It is longer than 64 KiB.
    #[error("it is far too long")]
    TooLong,
    /// It is no JSON object.
    #[error("it is not JSON")]
    NotJson,
    /// There is no client secret in it, or something that can't be one.
    #[error("there is no client secret in it")]
    NoSecret,
}

/// The kinds of failure that a caller may act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MintCode {
    /// Another credential is needed.
    SignIn,
    /// Something in the settings is wrong: the address, or the workflow.
    InvalidInput,
    /// It has to wait.
    RateLimited,
    /// The server can't be reached, doesn't work, or doesn't keep to the contract.
    Unreachable,
    /// This computer can't do it.
    Internal,
    /// The mint was ended.
    Ended,
}

impl MintError {
    /// What kind of failure it is.
    pub fn code(&self) -> MintCode {
        match self {
            Self::SignIn { .. } => MintCode::SignIn,
            Self::NoWorkflow { .. }
            | Self::NoEndpoint { .. }
            | Self::Refused { .. }
            | Self::Redirected { .. } => MintCode::InvalidInput,
            Self::RateLimited { .. } => MintCode::RateLimited,
            Self::Unreachable { .. } | Self::BadAnswer { .. } => MintCode::Unreachable,
            Self::NoTls(_) => MintCode::Internal,
            Self::Ended => MintCode::Ended,
        }
    }

    /// Whether trying again, later and with the same settings, may help.
    pub fn passes(&self) -> bool {
        match self {
            Self::RateLimited { .. } | Self::BadAnswer { .. } => true,
            Self::Unreachable { trouble, .. } => *trouble != Trouble::NotTrusted,
            _ => false,
        }
    }
}

fn said(says: &str) -> String {
    if says.is_empty() {
        String::new()
    } else {
        format!(", saying: {says}")
    }
}

fn when(after: &Option<Duration>) -> String {
    match after.map(|after| after.as_secs().max(1)) {
        None => "later".to_owned(),
        Some(1) => "in 1 second".to_owned(),
        Some(seconds @ ..=119) => format!("in {seconds} seconds"),
        Some(seconds) => format!("in {} minutes", seconds.div_ceil(60)),
    }
}
