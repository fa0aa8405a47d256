//! A message that is answered again. The group of a turn is made from the message's own id, so what
//! the first answer did is found by it, also after a restart and in a thread that was cut short.
//! It is taken back before the message is carried out again; where that can't be done, nothing is,
//! and the answer says so.

use chatkit::ItemId;
use jiff::Timestamp;
use task::GroupId;

use crate::answer::Answer;
use crate::tools::{ToolError, Tools};
use crate::words;

/// The group of a turn, from the identifier of the message that it answers, whose last part is a
/// UUID.
pub(crate) fn group_of(message: &ItemId, now: Timestamp) -> GroupId {
    let uuid = message.as_str().rsplit('_').next();
    uuid.and_then(|uuid| uuid.parse().ok())
        .unwrap_or_else(|| GroupId::fresh(now))
}

/// What an earlier answer to the message means for this one.
pub(crate) enum Before {
    /// There was none, or it changed nothing that still stands.
    Nothing,
    /// It was taken back; this is to be said first.
    TakenBack(String),
    /// It stays, and nothing is to be done again.
    Stays(Answer),
}

/// Takes back what an earlier answer to the same message did.
pub(crate) async fn take_back(tools: &Tools, group: GroupId) -> Result<Before, ToolError> {
    let changes = tools.group(group).await?;
    let stands = changes
        .iter()
        .any(|change| !change.takes_back && !change.taken_back);
    if !stands {
        let only_took_back = !changes.is_empty() && changes.iter().all(|change| change.takes_back);
        return Ok(if only_took_back {
            Before::Stays(Answer::plain(
                "I took that back the first time already, so I did nothing now. Say “undo” as a new message to take back the change before it.",
            ))
        } else {
            Before::Nothing
        });
    }
    let back = match tools.undo(Some(group)).await {
        Ok(back) => back,
        // For example what was purged meanwhile.
        Err(ToolError::Failed { message, .. }) => {
            return Ok(Before::Stays(Answer::plain(format!(
                "I did this the first time already, and it can't be taken back to be done again: {} Nothing was done now.",
                words::escape(&message)
            ))));
        }
        Err(broken) => return Err(broken),
    };
    Ok(if !back.stayed.is_empty() {
        Before::Stays(Answer::plain(format!(
            "I did this the first time already, and something was changed since: {} I did nothing again; say it as a new message if you want it once more.",
            words::escape(&back.summary)
        )))
    } else {
        Before::TakenBack("I took back what I did the first time, and did it again. ".to_owned())
    })
}
