//! Putting the reminder of a task off.

use host::reminders::{Until, snooze as put_off};
use serde::Serialize;
use store::Store;
use task::{Actor, Alarm, Error, Reminder, Task, Tasks};

use crate::arguments::Snooze;
use crate::out::Out;
use crate::reference::{Among, all_meant};

/// What was put off, in JSON.
#[derive(Serialize)]
struct Snoozed {
    /// Until when, as a reminder's text.
    until: Reminder,
    /// The task.
    task: Task,
}

/// Puts it off until the words say.
pub(super) async fn snooze(store: &Store, snooze: &Snooze, out: &mut Out) -> Result<(), Error> {
    let tasks = store.caller(Actor::Person);
    let named = std::slice::from_ref(&snooze.task);
    let ids = all_meant(&tasks, named, Among::Open).await?;
    let Some(id) = ids.first() else {
        return Err(Error::not_found("There is no such task."));
    };
    let words = Until::Words(snooze.until.join(" "));
    let (until, task) = put_off(store, *id, &words).await?;
    if out.json {
        return out.value(&Snoozed { until, task });
    }
    let now = tasks.now();
    let at = Alarm::of_snooze(&until).at(now.time_zone(), now.time());
    let at = at.map_or_else(
        || until.to_string(),
        |at| {
            let at = at.to_zoned(now.time_zone().clone());
            let day = task::near_day(at.date(), now.date()).map(str::to_owned);
            let day = day.unwrap_or_else(|| at.strftime("%a %-d %b %Y").to_string());
            format!("{day} {}", at.strftime("%H:%M"))
        },
    );
    out.text(&format!("Snoozed until {at}: {}\n", task.title));
    Ok(())
}
