//! Files that are cut off, filled with garbage, read-only or something else; disks that are full.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

mod profile;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use calm_orbit_store::{Options, Store};
use profile::{Profile, act, add, called, furnish, is_sound, person, rename};
use task::{Action, Actor, Code, Error, Tasks, View};

/// The file, and its WAL, as they are while a store is open.
struct Files {
    database: Vec<u8>,
    wal: Vec<u8>,
}

impl Files {
    fn of(profile: &Profile) -> Self {
        Self {
            database: fs::read(profile.file()).unwrap(),
            wal: fs::read(profile.path().join("calm-orbit.db-wal")).unwrap(),
        }
    }

    fn put(folder: &Path, database: &[u8], wal: &[u8]) {
        fs::write(folder.join("calm-orbit.db"), database).unwrap();
        fs::write(folder.join("calm-orbit.db-wal"), wal).unwrap();
    }
}

/// Everything that a person sees, as one text.
async fn picture(store: &Store) -> String {
    let tasks = person(store);
    let mut all = Vec::new();
    for view in [View::Open, View::Completed, View::Trash] {
        let ids = tasks.ids(&view).await.unwrap();
        all.extend(tasks.get(&ids).await.unwrap());
    }
    all.sort_by_key(|task| task.id);
    format!("{all:?}")
}

async fn open(folder: &Path) -> Result<Store, Error> {
    Store::open(folder, Options::default()).await
}

/// Offsets in a WAL at which something begins or ends, and some between: its header has 32 bytes,
/// each frame 24 bytes before its page (sqlite.org/fileformat2.html, section 4).
fn offsets(wal: &[u8], page: usize, few: usize) -> BTreeSet<usize> {
    let mut offsets = BTreeSet::from([0, 1, 16, 31, 32, 33]);
    let frames = (wal.len() - 32) / (24 + page);
    for frame in (0..frames).step_by((frames / few).max(1)) {
        let begin = 32 + frame * (24 + page);
        offsets.extend([begin, begin + 1, begin + 23, begin + 24, begin + 25]);
        offsets.extend([begin + 24 + page / 2, begin + 24 + page - 1]);
    }
    offsets.insert(wal.len() - 1);
    offsets.insert(wal.len());
    offsets.retain(|offset| *offset <= wal.len());
    offsets
}

/// A number from the environment, for the soak; else a small one.
fn number(name: &str, small: usize) -> usize {
    let asked = std::env::var(name).ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(small)
}

/// A profile whose WAL holds some actions, what was to be seen after each, and its files.
async fn written() -> (Profile, Vec<String>, Files) {
    let profile = Profile::new().await;
    let mut pictures = vec![picture(&profile.store).await];
    let ids = furnish(&profile.store).await;
    pictures.clear();
    // What came before is in the database itself, as after a checkpoint.
    profile.meddle("PRAGMA wal_checkpoint(TRUNCATE)");
    pictures.push(picture(&profile.store).await);
    for step in 0..12 {
        match step % 4 {
            0 => rename(&profile.store, ids[1], &format!("Step {step}")).await,
            1 => drop(add(&profile.store, called(&format!("New {step}"))).await),
            2 => {
                let ids = vec![ids[2]];
                act(
                    &profile.store,
                    Action::CompleteTasks {
                        ids,
                        completed: true,
                    },
                )
                .await;
            }
            _ => drop(profile.undo().await),
        }
        pictures.push(picture(&profile.store).await);
    }
    let files = Files::of(&profile);
    (profile, pictures, files)
}

/// What a power cut can leave of a WAL is the beginning of it: then the beginning of what was
/// done is there, and the more of the one, the more of the other.
#[tokio::test]
async fn a_wal_that_is_cut_off_has_the_actions_up_to_there() {
    let (_profile, pictures, files) = written().await;
    let few = number("CALM_ORBIT_SOAK_CUTS", 8);
    let mut known = 0;
    let mut seen = BTreeSet::new();
    let offsets = offsets(&files.wal, 4_096, few);
    for offset in &offsets {
        let folder = tempfile::tempdir().unwrap();
        Files::put(folder.path(), &files.database, &files.wal[..*offset]);
        let store = open(folder.path()).await.unwrap();
        let found = picture(&store).await;
        let at = (known..pictures.len()).find(|at| pictures[*at] == found);
        known = at.unwrap_or_else(|| panic!("cut at {offset}: not what was there after {known}"));
        seen.insert(known);
        is_sound(&store).await;
        rename(&store, add(&store, called("On")).await, "And on").await;
        is_sound(&store).await;
    }
    assert_eq!(known, pictures.len() - 1, "the whole WAL has everything");
    assert!(seen.len() > 4, "{seen:?}");
    println!(
        "{} cuts of a WAL of {} bytes",
        offsets.len(),
        files.wal.len()
    );
}

/// What is written over in the middle ends the WAL there.
#[tokio::test]
async fn a_wal_with_garbage_in_it_ends_there() {
    let (_profile, pictures, files) = written().await;
    let few = number("CALM_ORBIT_SOAK_CUTS", 8);
    for offset in offsets(&files.wal, 4_096, few) {
        let mut wal = files.wal.clone();
        for byte in wal.iter_mut().skip(offset).take(50) {
            *byte ^= 0x5a;
        }
        let folder = tempfile::tempdir().unwrap();
        Files::put(folder.path(), &files.database, &wal);
        let store = open(folder.path()).await.unwrap();
        let found = picture(&store).await;
        assert!(pictures.contains(&found), "garbage at {offset}");
        is_sound(&store).await;
        add(&store, called("On")).await;
    }
}

/// The file itself, cut off or written over: it is said to be damaged, and left as it is; never
/// a wrong answer, never a panic.
#[tokio::test]
async fn a_database_that_is_cut_off_is_damaged() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    profile.store.close().await;
    let whole = fs::read(profile.file()).unwrap();
    for length in [
        1,
        15,
        16,
        99,
        100,
        512,
        4_095,
        4_096,
        whole.len() / 2,
        whole.len() - 4_096,
    ] {
        let folder = tempfile::tempdir().unwrap();
        let cut = &whole[..length];
        fs::write(folder.path().join("calm-orbit.db"), cut).unwrap();
        let error = open(folder.path()).await.err();
        let error = error.unwrap_or_else(|| panic!("{length} bytes were enough"));
        assert_eq!(error.code(), Code::DamagedDatabase, "{length}: {error}");
        assert_eq!(fs::read(folder.path().join("calm-orbit.db")).unwrap(), cut);
    }
}

/// A page in the middle that is lost may be found by whoever reads it, or by the check.
#[tokio::test]
async fn a_page_that_is_lost_is_found_by_the_check() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    profile.store.close().await;
    let whole = fs::read(profile.file()).unwrap();
    let pages = whole.len() / 4_096;
    let mut found = 0;
    for page in (1..pages).step_by((pages / number("CALM_ORBIT_SOAK_CUTS", 8)).max(1)) {
        let mut torn = whole.clone();
        torn[page * 4_096..(page + 1) * 4_096].fill(0xa5);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("calm-orbit.db"), &torn).unwrap();
        match open(folder.path()).await {
            Err(error) => assert_eq!(error.code(), Code::DamagedDatabase, "{page}: {error}"),
            Ok(store) => match store.check().await {
                Err(error) => assert_eq!(error.code(), Code::DamagedDatabase, "{page}: {error}"),
                Ok(report) => assert!(!report.problems.is_empty(), "page {page} is lost"),
            },
        }
        found += 1;
    }
    assert!(found >= 8);
}

#[tokio::test]
async fn something_else_in_the_files_place_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("calm-orbit.db");
    fs::create_dir(&file).unwrap();
    let error = open(folder.path()).await.err().unwrap();
    assert_eq!(error.code(), Code::Unavailable, "{error}");
    assert!(error.to_string().contains("calm-orbit.db"), "{error}");
    fs::remove_dir(&file).unwrap();
    fs::write(&file, "Dear diary").unwrap();
    assert_eq!(
        open(folder.path()).await.err().unwrap().code(),
        Code::DamagedDatabase
    );
    fs::remove_file(&file).unwrap();
    assert!(open(folder.path()).await.is_ok());
}

/// On a disk of a few MB, with a file `ballast` to remove later.
#[tokio::test]
#[ignore = "script/soak gives it a small disk"]
async fn a_full_disk_loses_nothing() {
    let disk = std::env::var("CALM_ORBIT_SOAK_SMALL_DISK").unwrap();
    let folder = Path::new(&disk).join("profile");
    let store = open(&folder).await.unwrap();
    let mut ids = Vec::new();
    let refused = loop {
        let id = task::TaskId::fresh(person(&store).now().timestamp());
        let draft = task::TaskDraft {
            notes: "Words that fill the disk. ".repeat(200),
            ..called(&format!("Task {}", ids.len()))
        };
        match store
            .caller(Actor::Person)
            .apply(Action::add(id, draft))
            .await
        {
            Ok(_) => ids.push(id),
            Err(error) => break error,
        }
    };
    assert_eq!(refused.code(), Code::DiskFull, "{refused}");
    assert!(!ids.is_empty());
    assert_eq!(person(&store).ids(&View::Inbox).await.unwrap(), ids);
    let to = folder.join("backup.db");
    let no_room = store.backup(&to).await.unwrap_err();
    assert_eq!(no_room.code(), Code::DiskFull, "{no_room}");
    assert!(!to.exists());
    // Also with a full disk it opens again.
    store.close().await;
    let store = open(&folder).await.unwrap();
    assert_eq!(person(&store).ids(&View::Inbox).await.unwrap(), ids);
    fs::remove_file(Path::new(&disk).join("ballast")).unwrap();
    ids.push(add(&store, called("There is room again")).await);
    assert_eq!(person(&store).ids(&View::Inbox).await.unwrap(), ids);
    is_sound(&store).await;
    println!(
        "the disk was full after {} tasks; nothing lost",
        ids.len() - 1
    );
}

#[tokio::test]
#[ignore = "script/soak gives it a disk that can only be read"]
async fn a_disk_that_is_read_only_says_so() {
    let disk = std::env::var("CALM_ORBIT_SOAK_READ_ONLY_DISK").unwrap();
    let error = open(&Path::new(&disk).join("profile")).await.err().unwrap();
    assert_eq!(error.code(), Code::ReadOnly, "{error}");
}
