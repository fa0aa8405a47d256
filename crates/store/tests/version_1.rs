//! A database as version 1 of the program left it, opened by this one.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use std::path::Path;

use calm_orbit_store::{Options, Store};
use profile::{is_sound, person};
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use task::{Actor, Deed, GroupId, ListId, Search, SearchOrder, Target, Task, TaskId, Tasks, View};

const DEVICE: u64 = 0x00c0_ffee_0000_0001;

/// Writes as version 1 wrote: records, what it derived from them, and its log with all writes of a
/// change in one column.
struct First {
    connection: Connection,
    seq: u64,
}

/// Fields and their new values.
type Fields<'a> = &'a [(&'a str, Value)];

impl First {
    fn new(folder: &Path) -> Self {
        let connection = Connection::open(folder.join("calm-orbit.db")).unwrap();
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA application_id = 1128352847;
                 CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY);",
            )
            .unwrap();
        let script = include_str!("../../../migrations/device/0001_tasks.sql");
        connection.execute_batch(script).unwrap();
        let device = DEVICE.cast_signed();
        connection
            .execute("UPDATE clock SET device = ?1", [device])
            .unwrap();
        Self { connection, seq: 0 }
    }

    fn record(&self, kind: &str, id: uuid::Uuid) -> serde_json::Map<String, Value> {
        let sql = format!("SELECT record FROM {kind} WHERE id = ?1");
        let found: Option<String> = self
            .connection
            .query_row(&sql, [id.as_bytes()], |row| row.get(0))
            .ok();
        found.map_or_else(Default::default, |json| {
            serde_json::from_str(&json).unwrap()
        })
    }

    /// One change; `root` and `undone` as in the table.
    fn change(
        &mut self,
        deed: &str,
        subject: &str,
        writes: &[(&str, uuid::Uuid, Fields<'_>)],
        root: Option<u64>,
    ) -> (u64, GroupId) {
        self.seq += 1;
        let millis: u64 = 1_795_000_000_000 + self.seq * 1_000;
        let tick = millis << 16;
        let stamp = format!("{tick:016x}{DEVICE:016x}");
        let mut log = Vec::new();
        for (kind, id, fields) in writes {
            let mut record = self.record(kind, *id);
            for (name, new) in *fields {
                let old = record
                    .get(*name)
                    .map_or(Value::Null, |register| register[0].clone());
                log.push(json!([kind, id.to_string(), name, old, new]));
                record.insert((*name).to_owned(), json!([new, stamp]));
            }
            self.save(kind, *id, &record);
        }
        let group =
            GroupId::fresh(jiff::Timestamp::from_millisecond(millis.cast_signed()).unwrap());
        let values = params![
            group.0.as_bytes(),
            "person",
            millis.cast_signed(),
            deed,
            subject,
            1,
            Value::from(log).to_string(),
            root.map(u64::cast_signed),
        ];
        self.connection
            .execute(
                "INSERT INTO change (undo_group, actor, at, deed, subject, count, writes, root)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                values,
            )
            .unwrap();
        for (kind, id, _) in writes {
            self.connection
                .execute(
                    "INSERT INTO change_entity (entity, seq, kind) VALUES (?1, ?2, ?3)",
                    params![id.as_bytes(), self.seq.cast_signed(), kind],
                )
                .unwrap();
        }
        self.connection
            .execute("UPDATE clock SET tick = ?1", [tick.cast_signed()])
            .unwrap();
        (self.seq, group)
    }

    fn save(&self, kind: &str, id: uuid::Uuid, record: &serde_json::Map<String, Value>) {
        let sorted: std::collections::BTreeMap<_, _> = record.iter().collect();
        let json = serde_json::to_string(&sorted).unwrap();
        let text = |name: &str| {
            record
                .get(name)
                .and_then(|r| r[0].as_str().map(str::to_owned))
        };
        let millis = |name: &str| {
            let at: Option<jiff::Timestamp> = text(name).map(|at| at.parse().unwrap());
            at.map(jiff::Timestamp::as_millisecond)
        };
        if kind == "list" {
            self.connection
                .execute(
                    "INSERT INTO list (id, record, deleted) VALUES (?1, ?2, ?3)
                     ON CONFLICT (id) DO UPDATE SET record = ?2, deleted = ?3",
                    params![id.as_bytes(), json, millis("deleted")],
                )
                .unwrap();
            return;
        }
        let list = text("list").map(|list| list.parse::<ListId>().unwrap().0.into_bytes());
        let priority = text("priority").map_or(4, |p| p[1..].parse::<i64>().unwrap());
        let row: i64 = self
            .connection
            .query_row(
                "INSERT INTO task (id, record, list, due, priority, completed, deleted)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (id) DO UPDATE SET record = ?2, list = ?3, due = ?4, priority = ?5,
                     completed = ?6, deleted = ?7 RETURNING row",
                params![
                    id.as_bytes(),
                    json,
                    list,
                    text("due").unwrap_or_else(|| "~".to_owned()),
                    priority,
                    millis("completed"),
                    millis("deleted"),
                ],
                |row| row.get(0),
            )
            .unwrap();
        let bytes = id.as_bytes();
        self.connection
            .execute("DELETE FROM task_tag WHERE task = ?1", [bytes])
            .unwrap();
        self.connection
            .execute("DELETE FROM task_text WHERE rowid = ?1", [row])
            .unwrap();
        let tags = sorted
            .iter()
            .filter(|(_, register)| register[0] == true)
            .filter_map(|(name, _)| name.strip_prefix("tag:"));
        let mut words = String::new();
        for tag in tags {
            words.push_str(tag);
            let values = params![tag, bytes];
            self.connection
                .execute("INSERT INTO task_tag (tag, task) VALUES (?1, ?2)", values)
                .unwrap();
        }
        let values = params![row, text("title"), text("notes"), words];
        self.connection
            .execute(
                "INSERT INTO task_text (rowid, title, notes, tags) VALUES (?1, ?2, ?3, ?4)",
                values,
            )
            .unwrap();
    }

    fn set_undone(&self, seq: u64) {
        let sql = "UPDATE change SET undone = 1 WHERE seq = ?1";
        self.connection.execute(sql, [seq.cast_signed()]).unwrap();
    }
}

fn id(number: u64) -> TaskId {
    let at = jiff::Timestamp::from_second(1_795_000_000 + number.cast_signed()).unwrap();
    TaskId::fresh(at)
}

#[tokio::test]
async fn everything_of_version_1_is_there_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = First::new(folder.path());
    let home = ListId::fresh(jiff::Timestamp::from_second(1_795_000_000).unwrap());
    let (rent, milk, latin, stamps) = (id(1), id(2), id(3), id(4));
    let made = json!("2026-11-18T12:00:00Z");
    let person_made = [
        ("created_at", made.clone()),
        ("created_by", json!("person")),
    ];
    let add = |fields: &[(&'static str, Value)]| [fields, &person_made].concat();

    let list = add(&[("name", json!("Home"))]);
    let fields = add(&[
        ("title", json!("Pay the rent")),
        ("notes", json!("東京タワー, crème")),
        ("list", json!(home.to_string())),
        ("due", json!("2026-11-22T09:00[America/New_York]")),
        ("priority", json!("p1")),
        ("tag:money", json!(true)),
        ("mood", json!({"b": [1, "x"], "a": null})),
    ]);
    first.change(
        "added",
        "Pay the rent",
        &[("list", home.0, &list), ("task", rent.0, &fields)],
        None,
    );
    first.change(
        "added",
        "Buy milk",
        &[("task", milk.0, &add(&[("title", json!("Buy milk"))]))],
        None,
    );
    first.change(
        "added",
        "Learn Latin",
        &[("task", latin.0, &add(&[("title", json!("Learn Latin"))]))],
        None,
    );
    first.change(
        "added",
        "Buy stamps",
        &[("task", stamps.0, &add(&[("title", json!("Buy stamps"))]))],
        None,
    );
    let done = [("completed", json!("2026-11-18T13:00:00Z"))];
    let (_, completing) = first.change(
        "completed",
        "Buy stamps",
        &[("task", stamps.0, &done)],
        None,
    );
    let gone = [("deleted", json!("2026-11-18T14:00:00Z"))];
    first.change("deleted", "Learn Latin", &[("task", latin.0, &gone)], None);
    // A rename that was taken back, and one that stands.
    let (renaming, _) = first.change(
        "edited",
        "Buy milk",
        &[("task", milk.0, &[("title", json!("Buy oat milk"))])],
        None,
    );
    first.change(
        "reversed",
        "Buy milk",
        &[("task", milk.0, &[("title", json!("Buy milk"))])],
        Some(renaming),
    );
    first.set_undone(renaming);
    first.change(
        "edited",
        "Pay the rent",
        &[(
            "task",
            rent.0,
            &[
                ("title", json!("Pay the rent and more")),
                ("tag:house", json!(true)),
            ],
        )],
        None,
    );
    drop(first);

    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    is_sound(&store).await;
    let tasks = person(&store);
    let report = store.check().await.unwrap();
    assert_eq!((report.tasks, report.lists, report.changes), (4, 1, 9));
    let ids = async |view| tasks.ids(&view).await.unwrap();
    assert_eq!(ids(View::List { id: home }).await, [rent]);
    assert_eq!(
        ids(View::Tag {
            name: "money".into()
        })
        .await,
        [rent]
    );
    assert_eq!(ids(View::Inbox).await, [milk]);
    assert_eq!(ids(View::Completed).await, [stamps]);
    assert_eq!(ids(View::Trash).await, [latin]);
    for (text, found) in [
        ("タワ", rent),
        ("creme", rent),
        ("house", rent),
        ("milk", milk),
    ] {
        let search = Search {
            text: text.to_owned(),
            filter: None,
            order: SearchOrder::Best,
            limit: 10,
        };
        let hits: Vec<TaskId> = tasks
            .search(&search)
            .await
            .unwrap()
            .iter()
            .map(|t| t.id)
            .collect();
        assert_eq!(hits, [found], "{text}");
    }
    let overview = tasks.overview().await.unwrap();
    assert_eq!(
        (overview.open, overview.inbox, overview.lists[0].open),
        (2, 1, 1)
    );
    let title = async |id| -> Task { tasks.get(&[id]).await.unwrap().remove(0) };
    assert_eq!(title(rent).await.priority, task::Priority::P1);

    // The copy from before is of version 1.
    let copy = Connection::open(folder.path().join("backups/before-version-2.db")).unwrap();
    let version: i64 = copy
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, 1);
    drop(copy);

    // The last that stands, then the trash, then any by name.
    tasks.undo(Target::Last).await.unwrap();
    let undone = title(rent).await;
    assert_eq!(
        (undone.title.as_str(), undone.tags.as_slice()),
        ("Pay the rent", ["money".to_owned()].as_slice())
    );
    tasks.redo().await.unwrap();
    assert_eq!(title(rent).await.title, "Pay the rent and more");
    tasks.undo(Target::Last).await.unwrap();
    tasks.undo(Target::Last).await.unwrap();
    assert_eq!(title(latin).await.deleted_at, None);
    tasks.undo(Target::Group(completing)).await.unwrap();
    assert_eq!(title(stamps).await.completed_at, None);
    is_sound(&store).await;
    let entries = tasks
        .activity(&task::ActivityQuery {
            limit: 50,
            ..Default::default()
        })
        .await
        .unwrap();
    assert!(
        entries
            .iter()
            .any(|entry| entry.seq == renaming && entry.undone)
    );
    assert!(entries.iter().all(|entry| entry.actor == Actor::Person));
    assert_eq!(entries.last().unwrap().deed, Deed::Added);

    // A backup of version 1 can be restored, too.
    let copy = folder.path().join("backups/before-version-2.db");
    store.restore(&copy, Actor::Person).await.unwrap();
    assert_eq!(title(rent).await.title, "Pay the rent and more");
    assert!(title(latin).await.deleted_at.is_some());
    is_sound(&store).await;
}
