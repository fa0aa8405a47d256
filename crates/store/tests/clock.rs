//! Wrong clocks, and how they heal.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use std::collections::BTreeMap;

use jiff::ToSpan;
use profile::{Profile, add, called, furnish, is_sound, rename};
use rusqlite::Connection;
use task::{Record, Stamp};

/// The stamps of all records, with the fields that have them.
fn stamps(profile: &Profile) -> BTreeMap<Stamp, Vec<String>> {
    let connection = Connection::open(profile.file()).unwrap();
    let mut found: BTreeMap<Stamp, Vec<String>> = BTreeMap::new();
    for table in ["task_record", "list", "filter", "occurrence"] {
        let key = if table == "occurrence" { "task" } else { "id" };
        let mut statement = connection
            .prepare(&format!("SELECT hex({key}), record FROM {table}"))
            .unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (id, json): (String, String) = (row.get(0).unwrap(), row.get(1).unwrap());
            for (name, register) in Record::from_json(&json).unwrap().fields() {
                let of = format!("{table} {id} {name}");
                found.entry(register.stamp).or_default().push(of);
            }
        }
    }
    found
}

/// The fields in the order in which they were written; those of one change together.
fn order(profile: &Profile) -> Vec<Vec<String>> {
    let mut order: Vec<Vec<String>> = stamps(profile).into_values().collect();
    for fields in &mut order {
        fields.sort();
    }
    order
}

fn latest(profile: &Profile) -> Stamp {
    *stamps(profile).last_key_value().unwrap().0
}

#[tokio::test]
async fn a_clock_set_back_ten_years_needs_no_healing_to_go_on() {
    let profile = Profile::new().await;
    let other = profile.other().await;
    let id = profile.add(called("Now")).await;
    profile.pass(-(10.years()));
    let before = latest(&profile);
    rename(&other, id, "Then").await;
    assert!(latest(&profile) > before);
    rename(&profile.store, id, "Later then").await;
    add(&other, called("Another")).await;
    // Each change has a stamp of its own.
    assert_eq!(stamps(&profile).len(), 3);
    profile.is_sound().await;
    // Healed by the wrong clock, and again by the right one, the order is the same.
    let was = order(&profile);
    other.heal_clock().await.unwrap();
    assert_eq!(order(&profile), was);
    profile.pass(10.years());
    let before = latest(&profile);
    rename(&profile.store, id, "Right again").await;
    assert!(latest(&profile) > before);
    is_sound(&other).await;
}

#[tokio::test]
async fn a_clock_fifty_years_ahead_heals() {
    let profile = Profile::new().await;
    let other = profile.other().await;
    let id = profile.add(called("Before")).await;
    let early = latest(&profile);
    profile.pass(50.years());
    furnish(&profile.store).await;
    rename(&other, id, "Ahead").await;
    rename(&profile.store, id, "Further ahead").await;
    let was = order(&profile);
    profile.pass(-(50.years()));
    assert!(profile.store.clock_ahead().await.unwrap() > 49 * 365 * 86_400_000);

    let healed = other.heal_clock().await.unwrap();
    assert_eq!(healed, 9, "six tasks, an occurrence, a list and a filter");
    assert_eq!(order(&profile), was);
    assert!(stamps(&profile).contains_key(&early));
    let wall = profile.now.lock().unwrap().timestamp().as_millisecond();
    assert!(latest(&profile).millis() < u64::try_from(wall).unwrap() + 1_000);
    assert!(profile.store.clock_ahead().await.unwrap() < 1_000);
    profile.is_sound().await;
    assert_eq!(profile.task(id).await.unwrap().title, "Further ahead");

    // Later edits win, by either handle, and undo works on what was written before the healing.
    let before = latest(&profile);
    rename(&other, id, "Healed").await;
    assert!(latest(&profile) > before);
    profile.undo().await;
    assert_eq!(profile.task(id).await.unwrap().title, "Further ahead");
    profile.undo().await;
    assert_eq!(profile.task(id).await.unwrap().title, "Ahead");
    profile.is_sound().await;
    profile.pass(1.minutes());
    assert_eq!(other.heal_clock().await.unwrap(), 0);
}

/// What a backend has already keeps its stamp, and what comes later still beats it.
#[tokio::test]
async fn what_was_sent_keeps_its_stamp() {
    let profile = Profile::new().await;
    profile.pass(50.years());
    let sent = profile.add(called("Sent")).await;
    let unsent = profile.add(called("Unsent")).await;
    profile.meddle("INSERT INTO setting VALUES ('sent', '1')");
    let was = order(&profile);
    let first = *stamps(&profile).first_key_value().unwrap().0;
    profile.pass(-(50.years()));
    assert_eq!(profile.store.heal_clock().await.unwrap(), 1);
    assert!(stamps(&profile).contains_key(&first));
    assert_eq!(order(&profile), was);
    rename(&profile.store, sent, "Sent, then renamed").await;
    rename(&profile.store, unsent, "Unsent, then renamed").await;
    assert!(latest(&profile) > first);
    profile.is_sound().await;
}
